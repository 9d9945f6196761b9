import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CloseOrganisations1700000001400 implements MigrationInterface {
  name = 'CloseOrganisations1700000001400';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table organisation add column closed_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table organisation drop column closed_at');
  }
}
