import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatform1700000000000 implements MigrationInterface {
  name = 'CreatePlatform1700000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table outbox_event (
        id uuid not null constraint outbox_event_pkey primary key,
        topic text not null,
        payload jsonb not null,
        created_at timestamptz not null,
        relayed_at timestamptz
      );
      create index outbox_event_waiting on outbox_event (id) where relayed_at is null;

      create table outbox_delivery (
        event_id uuid not null,
        subscriber text not null,
        queued_at timestamptz not null,
        done_at timestamptz,
        attempts int not null default 0,
        last_error text,
        constraint outbox_delivery_pkey primary key (event_id, subscriber)
      );
      create index outbox_delivery_owed on outbox_delivery (queued_at) where done_at is null;

      create table audit_entry (
        seq bigint not null constraint audit_entry_pkey primary key,
        at timestamptz not null,
        actor_id uuid,
        action text not null,
        subject text not null,
        detail jsonb not null,
        previous_hash text not null,
        hash text not null
      );
      create index audit_entry_subject on audit_entry (subject);

      create table sent_message (
        id uuid not null constraint sent_message_pkey primary key,
        channel text not null,
        recipient text not null,
        subject text,
        body text not null,
        sent_at timestamptz not null
      );
      create index sent_message_recent on sent_message (sent_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table sent_message, audit_entry, outbox_delivery, outbox_event');
  }
}
