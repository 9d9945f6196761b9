import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each respondent has its own invitation, representatives and answer; of the employer they have no respondent's id. */
export class RespondentsJoin1700000008360 implements MigrationInterface {
  name = 'RespondentsJoin1700000008360';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table case_invitation add column respondent_id uuid constraint case_invitation_respondent_fkey references case_respondent (id);
      alter table case_member add column respondent_id uuid constraint case_member_respondent_fkey references case_respondent (id);
      alter table case_member add constraint case_member_of_other check ((relation = 'co_respondent') = (respondent_id is not null));
      alter table case_answer add column respondent_id uuid constraint case_answer_respondent_fkey references case_respondent (id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from case_answer where respondent_id is not null;
      delete from case_member where relation = 'co_respondent';
      delete from case_invitation where respondent_id is not null;
      alter table case_answer drop column respondent_id;
      alter table case_member drop column respondent_id;
      alter table case_invitation drop column respondent_id;
    `);
  }
}
