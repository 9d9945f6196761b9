import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBundles1700000002600 implements MigrationInterface {
  name = 'CreateBundles1700000002600';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evidence_bundle (
        id uuid not null constraint evidence_bundle_pkey primary key,
        case_id uuid not null constraint evidence_bundle_case_fkey references dispute_case (id),
        request_id uuid not null,
        asked_by uuid not null,
        asked_at timestamptz not null,
        evidence_ids uuid[] not null,
        sha256 text,
        bytes int,
        pages int,
        exhibits jsonb
      );
      create unique index evidence_bundle_request on evidence_bundle (case_id, request_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table evidence_bundle');
  }
}
