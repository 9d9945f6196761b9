import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRefusals1700000002200 implements MigrationInterface {
  name = 'CreateRefusals1700000002200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_refusal (
        id uuid not null constraint case_refusal_pkey primary key,
        case_id uuid not null constraint case_refusal_case_fkey references dispute_case (id),
        reason text not null,
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        approved boolean
      );
      create unique index case_refusal_open on case_refusal (case_id) where decided_at is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_refusal');
  }
}
