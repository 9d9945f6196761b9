import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateHolidayCalendars1700000006700 implements MigrationInterface {
  name = 'CreateHolidayCalendars1700000006700';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table holiday_calendar (
        id uuid not null constraint holiday_calendar_pkey primary key,
        change_id uuid not null constraint holiday_calendar_change_fkey references figure_change (id),
        year integer not null,
        days jsonb,
        source_title text not null,
        source_url text,
        certainty text not null
      );
      create index holiday_calendar_change on holiday_calendar (change_id);
      create index holiday_calendar_year on holiday_calendar (year);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table holiday_calendar');
  }
}
