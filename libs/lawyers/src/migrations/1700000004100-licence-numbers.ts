import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LicenceNumbers1700000004100 implements MigrationInterface {
  name = 'LicenceNumbers1700000004100';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table lawyer_profile add column licence_number text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table lawyer_profile drop column licence_number');
  }
}
