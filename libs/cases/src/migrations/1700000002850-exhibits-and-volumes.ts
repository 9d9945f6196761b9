import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which files a worker hands in and in which order, and bundles in more than one volume. */
export class ExhibitsAndVolumes1700000002850 implements MigrationInterface {
  name = 'ExhibitsAndVolumes1700000002850';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table exhibit_order (
        case_id uuid not null constraint exhibit_order_pkey primary key constraint exhibit_order_case_fkey references dispute_case (id),
        version int not null,
        chosen uuid[] not null,
        left_out uuid[] not null,
        changed_by uuid not null,
        changed_at timestamptz not null
      );
      alter table evidence_bundle
        add column volume int not null default 1,
        add column volumes int not null default 1,
        add column first_exhibit int not null default 1;
      drop index evidence_bundle_request;
      create unique index evidence_bundle_request on evidence_bundle (case_id, request_id, volume);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from evidence_bundle where volume > 1;
      drop index evidence_bundle_request;
      create unique index evidence_bundle_request on evidence_bundle (case_id, request_id);
      alter table evidence_bundle drop column volume, drop column volumes, drop column first_exhibit;
      drop table exhibit_order;
    `);
  }
}
