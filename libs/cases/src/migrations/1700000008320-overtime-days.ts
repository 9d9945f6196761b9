import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of a group say of each day what it was; until now all were statutory holidays. */
export class OvertimeDays1700000008320 implements MigrationInterface {
  name = 'OvertimeDays1700000008320';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update case_group_member
      set days = (select coalesce(jsonb_agg(d || '{"dayType": "statutory_holiday"}' order by n), '[]') from jsonb_array_elements(days) with ordinality as e(d, n))
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`update case_group_member set days = (select coalesce(jsonb_agg(d - 'dayType' order by n), '[]') from jsonb_array_elements(days) with ordinality as e(d, n))`);
  }
}
