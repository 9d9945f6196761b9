import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files of a case's rooms are summed before another is taken in. */
export class FilesByRoom1700000003980 implements MigrationInterface {
  name = 'FilesByRoom1700000003980';

  async up(db: QueryRunner): Promise<void> {
    await db.query('create index room_file_room on room_file (room_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index room_file_room');
  }
}
