import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInsight1700000008000 implements MigrationInterface {
  name = 'CreateInsight1700000008000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table insight_case (
        case_id uuid not null constraint insight_case_pkey primary key,
        organisation_path text not null,
        type text not null,
        filed_on date not null,
        settled boolean not null,
        days_to_settle int,
        settled_fen bigint not null,
        compiled_at timestamptz not null
      );
      create index insight_case_organisation on insight_case (organisation_path, filed_on);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table insight_case');
  }
}
