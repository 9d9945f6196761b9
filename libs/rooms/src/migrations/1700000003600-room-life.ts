import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Presence, withdrawal, search and jumping to a date. */
export class RoomLife1700000003600 implements MigrationInterface {
  name = 'RoomLife1700000003600';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- who is in which room by a socket of which process; worth nothing after a crash, hence unlogged
      create unlogged table room_process (
        id uuid not null constraint room_process_pkey primary key,
        seen_at timestamptz not null
      );
      create unlogged table room_presence (
        process_id uuid not null,
        room_id uuid not null,
        account_id uuid not null,
        phone boolean not null,
        constraint room_presence_pkey primary key (room_id, account_id, process_id)
      );
      create index room_presence_process on room_presence (process_id);

      -- occurrences count most, then the newest
      create function room_search(p_account uuid, p_room uuid, p_text text, p_limit int) returns setof room_message
      language plpgsql security definer set search_path from current as $$ begin
        perform set_config('hejie.account', p_account::text, true);
        return query select x.* from room_message x
          where x.room_id = p_room and x.kind in ('text', 'file')
            and position(lower(p_text) in lower(coalesce(x.body ->> 'text', x.body ->> 'name'))) > 0
          order by length(coalesce(x.body ->> 'text', '')) - length(replace(lower(coalesce(x.body ->> 'text', '')), lower(p_text), '')) desc, x.seq desc
          limit p_limit;
      end $$;

      -- times grow with seq, so the place of a moment is found by halving
      create function room_seq_at(p_account uuid, p_room uuid, p_at timestamptz) returns bigint
      language plpgsql security definer set search_path from current as $$
      declare
        low bigint := 1;
        high bigint;
        middle bigint;
        found_seq bigint;
        found_at timestamptz;
      begin
        perform set_config('hejie.account', p_account::text, true);
        select r.last_seq + 1 into high from room r where r.id = p_room;
        while low < high loop
          middle := (low + high) / 2;
          select x.seq, x.at into found_seq, found_at from room_message x where x.room_id = p_room and x.seq >= middle order by x.seq limit 1;
          if found_seq is null or found_at >= p_at then high := middle; else low := found_seq + 1; end if;
        end loop;
        return high;
      end $$;
      alter function room_search owner to hejie_reader;
      alter function room_seq_at owner to hejie_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function room_seq_at, room_search;
      drop table room_presence, room_process;
    `);
  }
}
