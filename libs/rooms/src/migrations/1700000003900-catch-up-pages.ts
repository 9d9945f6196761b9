import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who catches up reads pages bounded in bytes: a slow line gets through a page in time, and long messages do not fill our memory. */
export class CatchUpPages1700000003900 implements MigrationInterface {
  name = 'CatchUpPages1700000003900';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- a message counts its body and 250 bytes around it; the first comes whatever its size
      create function room_catch_up(p_account uuid, p_room uuid, p_seq bigint, p_limit int, p_bytes int) returns setof room_message
      language plpgsql security definer set search_path from current as $$
      declare
        message room_message;
        bytes int := 0;
      begin
        perform set_config('hejie.account', p_account::text, true);
        for message in select * from room_message x where x.room_id = p_room and x.seq > p_seq order by x.seq limit p_limit loop
          exit when bytes > 0 and bytes + octet_length(message.body::text) + 250 > p_bytes;
          bytes := bytes + octet_length(message.body::text) + 250;
          return next message;
        end loop;
      end $$;

      alter function room_catch_up owner to hejie_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function room_catch_up');
  }
}
