import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Agreement } from '../agreements/agreement.entity.js';

/** One payment to one worker of a group. */
@Entity('share_payment')
@Index('share_payment_request', ['agreementId', 'requestId'], { unique: true })
export class SharePayment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'share_payment_pkey' })
  id!: string;

  @Column('uuid', { name: 'agreement_id' })
  @ForeignKey(() => Agreement, { name: 'share_payment_agreement_fkey' })
  agreementId!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('bigint', { name: 'amount_fen' })
  amountFen!: string;

  @Column('date', { name: 'paid_on' })
  paidOn!: string;

  @Column('uuid', { name: 'evidence_id', nullable: true })
  evidenceId!: string | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
