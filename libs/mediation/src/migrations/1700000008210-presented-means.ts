import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PresentedMeans1700000008210 implements MigrationInterface {
  name = 'PresentedMeans1700000008210';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table session_minutes add column presented_means text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table session_minutes drop column presented_means');
  }
}
