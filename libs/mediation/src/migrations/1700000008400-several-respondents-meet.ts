import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each respondent of a case has a caucus of its own: the employer's stays where it is, in the session; those of who stands beside it are rows. No
 * room is the caucus of two. Nobody of a respondent beside the employer is recorded as sitting in private unless it says in which room; an api of
 * before, which knows of one caucus only, is so refused to put them into the employer's; nor does it have an offer accepted that somebody it binds has not accepted.
 */
export class SeveralRespondentsMeet1700000008400 implements MigrationInterface {
  name = 'SeveralRespondentsMeet1700000008400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table session_caucus (
        session_id uuid not null constraint session_caucus_session_fkey references mediation_session (id),
        respondent_id uuid not null,
        room_id uuid not null,
        constraint session_caucus_pkey primary key (session_id, respondent_id)
      );
      create unique index session_caucus_room on session_caucus (room_id);

      alter table session_participant add column respondent_id uuid, add column caucus_room_id uuid;
      alter table session_participant add constraint session_participant_respondent check (respondent_id is null or side = 'respondent');
      alter table session_participant add constraint session_participant_own_caucus check (respondent_id is null or (place = 'caucus') = (caucus_room_id is not null));

      alter table proposal add column by_respondent_id uuid;
      alter table proposal add constraint proposal_accepted_by_all check (
        state <> 'accepted' or terms -> 'binds' is null or to_jsonb(accepted_sides || coalesce(by_respondent_id::text, by_side)) @> ((terms -> 'binds') || '["claimant"]'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from session_participant where respondent_id is not null;
      alter table session_participant drop constraint session_participant_own_caucus, drop constraint session_participant_respondent, drop column caucus_room_id, drop column respondent_id;
      alter table proposal drop constraint proposal_accepted_by_all, drop column by_respondent_id;
      drop table session_caucus;
    `);
  }
}
