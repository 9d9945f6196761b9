import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReminders1700000007000 implements MigrationInterface {
  name = 'CreateReminders1700000007000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notification (
        id uuid not null constraint notification_pkey primary key,
        account_id uuid not null,
        key text not null,
        kind text not null,
        params jsonb not null,
        link text not null,
        at timestamptz not null,
        read_at timestamptz,
        sms_sent_at timestamptz,
        mail_sent_at timestamptz
      );
      create unique index notification_key on notification (account_id, key);
      create index notification_inbox on notification (account_id, at);

      create table reminder (
        id uuid not null constraint reminder_pkey primary key,
        kind text not null,
        subject_id uuid not null,
        account_id uuid not null,
        due_at timestamptz not null,
        done_at timestamptz
      );
      create unique index reminder_once on reminder (kind, subject_id, account_id, due_at);
      create index reminder_due on reminder (due_at) where done_at is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table reminder, notification');
  }
}
