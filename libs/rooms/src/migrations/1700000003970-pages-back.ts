import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pages of history are bounded in bytes as those of catching up are, in both directions. Processes of the version before go on
 * with `room_page_after` and `room_page_before`.
 */
export class PagesBack1700000003970 implements MigrationInterface {
  name = 'PagesBack1700000003970';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- a message counts its body and 250 bytes around it; the first comes whatever its size
      create function room_back(p_account uuid, p_room uuid, p_seq bigint, p_limit int, p_bytes int) returns setof room_message
      language plpgsql security definer set search_path from current as $$
      declare
        message room_message;
        bytes int := 0;
      begin
        perform set_config('hejie.account', p_account::text, true);
        for message in select * from room_message x where x.room_id = p_room and x.seq < p_seq order by x.seq desc limit p_limit loop
          exit when bytes > 0 and bytes + octet_length(message.body::text) + 250 > p_bytes;
          bytes := bytes + octet_length(message.body::text) + 250;
          return next message;
        end loop;
      end $$;

      alter function room_back owner to hejie_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function room_back');
  }
}
