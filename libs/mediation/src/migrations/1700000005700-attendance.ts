import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who agreed to which wording of the rules, who came, and who did not. */
export class Attendance1700000005700 implements MigrationInterface {
  name = 'Attendance1700000005700';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table session_participant add column rules_version text, add column arrived_at timestamptz;
      update session_participant set rules_version = '2026-01' where consented_at is not null;
      alter table session_participant add constraint session_participant_rules check ((consented_at is null) = (rules_version is null));

      create table session_no_show (
        session_id uuid not null constraint session_no_show_pkey primary key constraint session_no_show_session_fkey references mediation_session (id),
        sides text[] not null,
        recorded_at timestamptz not null
      );
      create index mediation_session_ahead on mediation_session (starts_at) where status = 'scheduled';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index mediation_session_ahead;
      drop table session_no_show;
      alter table session_participant drop constraint session_participant_rules, drop column rules_version, drop column arrived_at;
    `);
  }
}
