import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A line's room is held in the statement that stores the line, and rooms are never deleted: asking for
 * it again by a foreign key was a quarter of what storing a message cost the database.
 */
export class LighterLines1700000003800 implements MigrationInterface {
  name = 'LighterLines1700000003800';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table room_message drop constraint room_message_room_fkey');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table room_message add constraint room_message_room_fkey foreign key (room_id) references room (id)');
  }
}
