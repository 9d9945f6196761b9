import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In a room, too: whoever comes after somebody who was there by mistake does not read what was said to them. */
export class ClosedStretches1700000008277 implements MigrationInterface {
  name = 'ClosedStretches1700000008277';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table room_member add column set_aside boolean not null default false;
      update room_member m set set_aside = true from room r, case_member c
      where r.id = m.room_id and c.case_id = r.case_id and c.account_id = m.account_id and c.relation = 'respondent' and m.relation = 'respondent' and c.set_aside and c.until is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table room_member drop column set_aside');
  }
}
