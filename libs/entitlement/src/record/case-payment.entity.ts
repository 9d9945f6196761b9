import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the employer has already paid. Withdrawn, never deleted. */
@Entity('case_payment')
@Index('case_payment_request', ['caseId', 'requestId'], { unique: true })
export class CasePayment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_payment_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('date', { name: 'paid_on' })
  paidOn!: string;

  @Column('bigint', { name: 'amount_fen' })
  amountFen!: string;

  @Column('text')
  what!: string;

  @Column('uuid', { name: 'evidence_id', nullable: true })
  evidenceId!: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason!: string | null;
}
