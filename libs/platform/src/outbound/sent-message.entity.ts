import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the development gateway "sent", for the page /dev/messages. Empty on a real installation. */
@Entity('sent_message')
@Index('sent_message_recent', ['sentAt'])
export class SentMessage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sent_message_pkey' })
  id!: string;

  @Column('text')
  channel!: 'sms' | 'email';

  @Column('text')
  recipient!: string;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text')
  body!: string;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;
}
