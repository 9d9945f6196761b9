import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMinutes1700000005900 implements MigrationInterface {
  name = 'CreateMinutes1700000005900';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table session_minutes (
        id uuid not null constraint session_minutes_pkey primary key,
        session_id uuid not null constraint session_minutes_session_fkey references mediation_session (id),
        version int not null,
        status text not null,
        content jsonb not null,
        drafted_by uuid not null,
        presented_at timestamptz,
        final_at timestamptz,
        sha256 text,
        bytes int
      );
      create unique index session_minutes_version on session_minutes (session_id, version);

      create table minutes_answer (
        minutes_id uuid not null constraint minutes_answer_minutes_fkey references session_minutes (id),
        side text not null,
        account_id uuid not null,
        answer text,
        remark text,
        answered_at timestamptz,
        constraint minutes_answer_pkey primary key (minutes_id, side)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table minutes_answer, session_minutes');
  }
}
