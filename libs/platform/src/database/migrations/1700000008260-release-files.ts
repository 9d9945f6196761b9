import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files whose row is deleted, until their bytes are. */
export class ReleaseFiles1700000008260 implements MigrationInterface {
  name = 'ReleaseFiles1700000008260';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table file_release (
        sha256 text not null constraint file_release_pkey primary key,
        released_at timestamptz not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table file_release');
  }
}
