import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NotificationKind } from '../contract/index.js';

/** Something somebody was told. `key` names the occasion, so that a repeated job tells it once. */
@Entity('notification')
@Index('notification_key', ['accountId', 'key'], { unique: true })
@Index('notification_inbox', ['accountId', 'at'])
export class Notification {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notification_pkey' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('text')
  key!: string;

  @Column('text')
  kind!: NotificationKind;

  /** Ids, instants and codes that fill the text, with number and type of the case it is about; no personal data. */
  @Column('jsonb')
  params!: Record<string, string>;

  @Column('text')
  link!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;

  @Column('timestamptz', { name: 'sms_sent_at', nullable: true })
  smsSentAt!: Date | null;

  @Column('timestamptz', { name: 'mail_sent_at', nullable: true })
  mailSentAt!: Date | null;
}
