import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of words taken back nothing is kept: a hash of something short can be guessed. Sealed lines hang on theirs and keep it. */
export class ForgetWithdrawn1700000003950 implements MigrationInterface {
  name = 'ForgetWithdrawn1700000003950';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table room_message drop constraint room_message_withdrawn;
      update room_message m set body_sha256 = null
        where m.body_sha256 is not null and not exists (select from room r where r.id = m.room_id and r.sealed_seq >= m.seq);
    `);
  }

  /** What was forgotten does not come back: the hash of the empty body stands in its place, as in the sealed log. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table room_message disable trigger room_message_keep;
      update room_message set body_sha256 = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' where kind = 'withdrawn' and body_sha256 is null;
      alter table room_message enable trigger room_message_keep;
      alter table room_message add constraint room_message_withdrawn check (kind <> 'withdrawn' or body_sha256 is not null);
    `);
  }
}
