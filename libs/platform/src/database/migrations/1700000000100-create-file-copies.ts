import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of files without where they were taken, for others than their owner. */
export class CreateFileCopies1700000000100 implements MigrationInterface {
  name = 'CreateFileCopies1700000000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table file_copy (
        source_sha256 text not null constraint file_copy_pkey primary key,
        sha256 text not null,
        bytes int not null,
        media_type text not null,
        made_at timestamptz not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table file_copy');
  }
}
