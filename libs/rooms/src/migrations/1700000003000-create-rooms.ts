import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRooms1700000003000 implements MigrationInterface {
  name = 'CreateRooms1700000003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table room (
        id uuid not null constraint room_pkey primary key,
        case_id uuid not null,
        kind text not null,
        session_id uuid,
        last_seq bigint not null default 0,
        created_at timestamptz not null
      ) with (fillfactor = 50); -- last_seq changes with every commit: room for updates in place
      create index room_case on room (case_id);

      create table room_member (
        room_id uuid not null constraint room_member_room_fkey references room (id),
        account_id uuid not null,
        relation text not null,
        admitted_at timestamptz not null,
        removed_at timestamptz,
        read_seq bigint not null default 0,
        constraint room_member_pkey primary key (room_id, account_id)
      );
      create index room_member_account on room_member (account_id);

      create table room_message (
        room_id uuid not null constraint room_message_room_fkey references room (id),
        seq bigint not null,
        sender_id uuid not null,
        client_id uuid not null,
        kind text not null,
        body jsonb not null,
        at timestamptz not null,
        constraint room_message_pkey primary key (room_id, seq)
      );
      create unique index room_message_client on room_message (room_id, sender_id, client_id);

      create table room_file (
        id uuid not null constraint room_file_pkey primary key,
        room_id uuid not null constraint room_file_room_fkey references room (id),
        uploaded_by uuid not null,
        name text not null,
        media_type text not null,
        bytes int not null,
        sha256 text not null,
        uploaded_at timestamptz not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table room_file, room_message, room_member, room');
  }
}
