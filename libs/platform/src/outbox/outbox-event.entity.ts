import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A fact that was committed and whose consequences still have to be told. Payloads carry ids, not contents. */
@Entity('outbox_event')
@Index('outbox_event_waiting', ['id'], { where: '"relayed_at" is null' })
export class OutboxEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_event_pkey' })
  id!: string;

  @Column('text')
  topic!: string;

  @Column('jsonb')
  payload!: unknown;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'relayed_at', nullable: true })
  relayedAt!: Date | null;
}
