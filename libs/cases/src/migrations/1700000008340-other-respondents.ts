import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is named beside the employer of a case. */
export class OtherRespondents1700000008340 implements MigrationInterface {
  name = 'OtherRespondents1700000008340';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_respondent (
        id uuid not null constraint case_respondent_pkey primary key,
        case_id uuid not null constraint case_respondent_case_fkey references dispute_case (id),
        number int not null,
        name text not null,
        uscc text,
        address text,
        role text not null,
        created_at timestamptz not null,
        constraint case_respondent_number unique (case_id, number) deferrable initially immediate,
        constraint case_respondent_numbered check (number >= 2)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_respondent');
  }
}
