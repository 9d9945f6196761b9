import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One event owed to one subscriber. The queue only carries it; this row is the truth, so a wiped
 * queue is refilled from the rows that are not done.
 */
@Entity('outbox_delivery')
@Index('outbox_delivery_owed', ['queuedAt'], { where: '"done_at" is null' })
export class OutboxDelivery {
  @PrimaryColumn('uuid', { name: 'event_id', primaryKeyConstraintName: 'outbox_delivery_pkey' })
  eventId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'outbox_delivery_pkey' })
  subscriber!: string;

  @Column('timestamptz', { name: 'queued_at' })
  queuedAt!: Date;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;
}
