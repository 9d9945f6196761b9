import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers claim by claim, every version kept. */
export class AnswerVersions1700000002400 implements MigrationInterface {
  name = 'AnswerVersions1700000002400';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table case_answer add column version int not null default 1, add column claims jsonb not null default '[]';
      alter table case_answer alter column version drop default, alter column claims drop default;
      alter table case_answer drop constraint case_answer_pkey;
      alter table case_answer add constraint case_answer_pkey primary key (case_id, version);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from case_answer a using case_answer later where later.case_id = a.case_id and later.version > a.version;
      alter table case_answer drop constraint case_answer_pkey;
      alter table case_answer add constraint case_answer_pkey primary key (case_id);
      alter table case_answer drop column version, drop column claims;
    `);
  }
}
