import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SealSessions1700000005500 implements MigrationInterface {
  name = 'SealSessions1700000005500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table session_seal (
        session_id uuid not null constraint session_seal_pkey primary key constraint session_seal_session_fkey references mediation_session (id),
        header jsonb not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table session_seal');
  }
}
