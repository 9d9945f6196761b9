import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PaperAnswers1700000006100 implements MigrationInterface {
  name = 'PaperAnswers1700000006100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table paper_answers (
        case_id uuid not null,
        side text not null,
        version int not null,
        answers_sealed text not null,
        updated_by uuid not null,
        updated_at timestamptz not null,
        constraint paper_answers_pkey primary key (case_id, side)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table paper_answers');
  }
}
