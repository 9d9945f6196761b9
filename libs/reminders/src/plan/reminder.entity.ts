import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NotificationKind } from '../contract/index.js';

/** Something to tell somebody later. Before it is told, the fact behind it is looked at again. */
@Entity('reminder')
@Index('reminder_once', ['kind', 'subjectId', 'accountId', 'dueAt'], { unique: true })
@Index('reminder_due', ['dueAt'], { where: '"done_at" is null' })
export class Reminder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_pkey' })
  id!: string;

  @Column('text')
  kind!: NotificationKind;

  /** The session, request, invitation or case it is about. */
  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  /** Not before then: it could not be told when it was due. */
  @Column('timestamptz', { name: 'retry_at', nullable: true })
  retryAt!: Date | null;

  /** Told, or no longer true when its time came. */
  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;
}
