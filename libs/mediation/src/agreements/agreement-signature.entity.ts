import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PartyKey } from '../contract/index.js';
import type { StaffMeans } from './staff-means.js';
import { Agreement } from './agreement.entity.js';

@Entity('agreement_signature')
export class AgreementSignature {
  @PrimaryColumn('uuid', { name: 'agreement_id', primaryKeyConstraintName: 'agreement_signature_pkey' })
  @ForeignKey(() => Agreement, { name: 'agreement_signature_agreement_fkey' })
  agreementId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'agreement_signature_pkey' })
  role!: PartyKey;

  /** Null for a respondent's representative who signed on paper and never signed in. */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  /** The name of a signer without an account. */
  @Column('text', { name: 'signer_name', nullable: true })
  signerName!: string | null;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;

  /** When the worker or the mediator confirmed the warning the agreement carries. */
  @Column('timestamptz', { name: 'fairness_confirmed_at', nullable: true })
  fairnessConfirmedAt!: Date | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  /** How: a code to the phone, a session of staff by the means it was made, or pen on paper. */
  @Column('text', { nullable: true })
  method!: 'phone_code' | StaffMeans | 'paper' | null;
}
