import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The seal of a room's log: up to where and with which head. A sealed line never changes; a withdrawn one keeps its words' hash. */
export class SealRooms1700000003500 implements MigrationInterface {
  name = 'SealRooms1700000003500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table room add column sealed_seq bigint, add column sealed_head text;
      alter table room_message add column body_sha256 text;
      alter table room_message add constraint room_message_withdrawn check (kind <> 'withdrawn' or body_sha256 is not null);

      create function room_message_keep() returns trigger language plpgsql as $$ begin
        if exists (select from room r where r.id = old.room_id and r.sealed_seq >= old.seq) then
          raise exception 'line % of room % is sealed', old.seq, old.room_id;
        end if;
        return coalesce(new, old);
      end $$;
      create trigger room_message_keep before update or delete on room_message for each row execute function room_message_keep();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger room_message_keep on room_message;
      drop function room_message_keep;
      alter table room_message drop constraint room_message_withdrawn, drop column body_sha256;
      alter table room drop column sealed_seq, drop column sealed_head;
    `);
  }
}
