import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DisableAccounts1700000001100 implements MigrationInterface {
  name = 'DisableAccounts1700000001100';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table account add column disabled_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table account drop column disabled_at');
  }
}
