import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateUploads1700000002100 implements MigrationInterface {
  name = 'CreateUploads1700000002100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_upload (
        id uuid not null constraint case_upload_pkey primary key,
        case_id uuid not null constraint case_upload_case_fkey references dispute_case (id),
        account_id uuid not null,
        name text not null,
        bytes int not null,
        started_at timestamptz not null
      );
      create index case_upload_account on case_upload (account_id);
      create index case_upload_started on case_upload (started_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_upload');
  }
}
