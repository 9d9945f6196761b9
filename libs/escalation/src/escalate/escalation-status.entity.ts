import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { EscalationStatus } from '../contract/index.js';
import { Escalation } from './escalation.entity.js';

/** What became of an escalation, one line a step; append only. */
@Entity('escalation_status')
@Index('escalation_status_request', ['escalationId', 'requestId'], { unique: true })
export class EscalationStatusEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'escalation_status_pkey' })
  id!: string;

  @Column('uuid', { name: 'escalation_id' })
  @ForeignKey(() => Escalation, { name: 'escalation_status_escalation_fkey' })
  escalationId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('text')
  status!: EscalationStatus;

  @Column('text')
  text!: string;

  @Column('bigint', { name: 'amount_fen', nullable: true })
  amountFen!: string | null;

  @Column('timestamptz')
  at!: Date;
}
