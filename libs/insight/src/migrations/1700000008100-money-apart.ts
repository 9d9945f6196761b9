import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was agreed, paid and awarded, each for itself. What stood in the table is made anew from the cases: until then there are no numbers, not wrong ones. */
export class MoneyApart1700000008100 implements MigrationInterface {
  name = 'MoneyApart1700000008100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      truncate insight_case;
      alter table insight_case drop column settled_fen;
      alter table insight_case
        add column agreed_fen bigint not null,
        add column paid_fen bigint not null,
        add column awarded boolean not null,
        add column awarded_fen bigint;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      truncate insight_case;
      alter table insight_case drop column agreed_fen, drop column paid_fen, drop column awarded, drop column awarded_fen, add column settled_fen bigint not null;
    `);
  }
}
