import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RetryReminders1700000007100 implements MigrationInterface {
  name = 'RetryReminders1700000007100';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table reminder add column retry_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table reminder drop column retry_at');
  }
}
