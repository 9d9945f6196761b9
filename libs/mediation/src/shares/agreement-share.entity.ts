import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Agreement } from '../agreements/agreement.entity.js';

/** What one worker of a group gets by an agreement, and whether that worker agreed to it. */
@Entity('agreement_share')
@Index('agreement_share_member', ['memberId'])
export class AgreementShare {
  @PrimaryColumn('uuid', { name: 'agreement_id', primaryKeyConstraintName: 'agreement_share_pkey' })
  @ForeignKey(() => Agreement, { name: 'agreement_share_agreement_fkey' })
  agreementId!: string;

  /** Of the case's group. */
  @PrimaryColumn('uuid', { name: 'member_id', primaryKeyConstraintName: 'agreement_share_pkey' })
  memberId!: string;

  @Column('bigint', { name: 'amount_fen' })
  amountFen!: string;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  /** What was said before an officer; null for a code to the own phone, or a signature on paper. */
  @Column('text', { nullable: true })
  consent!: string | null;
}
