import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The warning of manifest unfairness an agreement carries, and who confirmed it when. */
export class Fairness1700000005800 implements MigrationInterface {
  name = 'Fairness1700000005800';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table agreement add column fairness jsonb;
      alter table agreement_signature add column fairness_confirmed_at timestamptz;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table agreement_signature drop column fairness_confirmed_at; alter table agreement drop column fairness');
  }
}
