import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells who stood for the employer by mistake from who was followed by another. */
export class SetAside1700000008276 implements MigrationInterface {
  name = 'SetAside1700000008276';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table case_member add column set_aside boolean not null default false;
      -- so far there was one reason to put somebody out
      update case_member set set_aside = true where relation = 'respondent' and until is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table case_member drop column set_aside');
  }
}
