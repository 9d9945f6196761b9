import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second wall under the rooms. People's reading goes through the functions below, which run as
 * `hejie_reader`: a role that nobody logs in as and that row-level security shows only what the
 * account it reads for may see. The application asks about membership on its own, before.
 *
 * Roles belong to the whole server, so the role may be there already. The migrating user needs to be
 * allowed to make it (CREATEROLE), or somebody makes it beforehand and grants it.
 */
export class SecondWall1700000003100 implements MigrationInterface {
  name = 'SecondWall1700000003100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table room
        add column membership int not null default 0,
        add column locked_at timestamptz;

      alter table room_member
        add column readable int8multirange not null default '{[1,)}',
        add column muted_at timestamptz,
        add column delivered_seq bigint not null default 0;
      update room_member m set readable = int8multirange(int8range(1, r.last_seq + 1)) from room r where r.id = m.room_id and m.removed_at is not null;

      create index room_message_file on room_message ((body ->> 'fileId')) where kind = 'file';
    `);
    await db.query(`
      do $$ begin
        create role hejie_reader nologin;
      exception when duplicate_object or unique_violation then null;
      end $$;
      do $$ begin
        execute format('grant hejie_reader to %I', current_user);
        execute format('grant usage, create on schema %I to hejie_reader', current_schema());
      end $$;
      grant select on room, room_member, room_message, room_file to hejie_reader;

      alter table room enable row level security;
      alter table room_message enable row level security;
      alter table room_file enable row level security;

      create policy room_of_member on room for select to hejie_reader using (exists (
        select from room_member m where m.room_id = room.id and m.account_id = current_setting('hejie.account')::uuid and m.removed_at is null));
      create policy room_message_of_member on room_message for select to hejie_reader using (exists (
        select from room_member m where m.room_id = room_message.room_id and m.account_id = current_setting('hejie.account')::uuid and m.removed_at is null
          and room_message.seq <@ m.readable));
      create policy room_file_of_member on room_file for select to hejie_reader using (exists (
        select from room_member m where m.room_id = room_file.room_id and m.account_id = current_setting('hejie.account')::uuid and m.removed_at is null
          and (room_file.uploaded_by = m.account_id
            or exists (select from room_message x where x.kind = 'file' and x.body ->> 'fileId' = room_file.id::text and x.room_id = room_file.room_id))));

      create function room_door(p_account uuid, p_room uuid) returns table (last_seq bigint, readable int8multirange)
      language plpgsql security definer set search_path from current as $$ begin
        perform set_config('hejie.account', p_account::text, true);
        return query select r.last_seq, m.readable from room r join room_member m on m.room_id = r.id and m.account_id = p_account where r.id = p_room;
      end $$;

      create function room_page_after(p_account uuid, p_room uuid, p_seq bigint, p_limit int) returns setof room_message
      language plpgsql security definer set search_path from current as $$ begin
        perform set_config('hejie.account', p_account::text, true);
        return query select * from room_message x where x.room_id = p_room and x.seq > p_seq order by x.seq limit p_limit;
      end $$;

      create function room_page_before(p_account uuid, p_room uuid, p_seq bigint, p_limit int) returns setof room_message
      language plpgsql security definer set search_path from current as $$ begin
        perform set_config('hejie.account', p_account::text, true);
        return query select * from room_message x where x.room_id = p_room and x.seq < p_seq order by x.seq desc limit p_limit;
      end $$;

      create function room_file_for(p_account uuid, p_room uuid, p_file uuid) returns setof room_file
      language plpgsql security definer set search_path from current as $$ begin
        perform set_config('hejie.account', p_account::text, true);
        return query select * from room_file f where f.id = p_file and f.room_id = p_room;
      end $$;

      alter function room_door owner to hejie_reader;
      alter function room_page_after owner to hejie_reader;
      alter function room_page_before owner to hejie_reader;
      alter function room_file_for owner to hejie_reader;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function room_door, room_page_after, room_page_before, room_file_for;
      drop policy room_file_of_member on room_file;
      drop policy room_message_of_member on room_message;
      drop policy room_of_member on room;
      alter table room disable row level security;
      alter table room_message disable row level security;
      alter table room_file disable row level security;
      drop index room_message_file;
      alter table room_member drop column readable, drop column muted_at, drop column delivered_seq;
      alter table room drop column membership, drop column locked_at;
    `);
  }
}
