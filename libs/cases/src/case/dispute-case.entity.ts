import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseOutcome, CasePath, CaseStatus, DraftAnswers } from '../contract/index.js';

/** One dispute of one worker (or group) with one employer, from its first answer to its end. */
@Entity('dispute_case')
@Index('dispute_case_request', ['createdBy', 'requestId'], { unique: true })
@Index('dispute_case_number', ['number'], { unique: true })
@Index('dispute_case_updated', ['updatedAt', 'id'])
@Index('dispute_case_organisation', ['organisationPath', 'filedAt'])
export class DisputeCase {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dispute_case_pkey' })
  id!: string;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('uuid', { name: 'claimant_id' })
  claimantId!: string;

  /** Path of the union organisation that serves the case. */
  @Column('text', { name: 'organisation_path' })
  organisationPath!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('text')
  status!: CaseStatus;

  @Column('text', { nullable: true })
  outcome!: CaseOutcome | null;

  @Column('text', { nullable: true })
  path!: CasePath | null;

  @Column('text', { name: 'primary_type', nullable: true })
  primaryType!: string | null;

  @Column('text', { name: 'employer_name' })
  employerName!: string;

  /** Answers without the claimant's particulars. */
  @Column('jsonb')
  facts!: Omit<DraftAnswers, 'claimant'>;

  /** The claimant's particulars as sealed JSON. */
  @Column('text', { name: 'claimant_sealed' })
  claimantSealed!: string;

  @Column('bigint', { name: 'amount_claimed_fen' })
  amountClaimedFen!: string;

  @Column('bigint', { name: 'amount_settled_fen', nullable: true })
  amountSettledFen!: string | null;

  /** What the caller agreed to at an assisted intake; null when the worker filed alone. */
  @Column('text', { name: 'behalf_consent', nullable: true })
  behalfConsent!: string | null;

  @Column('int')
  version!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'filed_at', nullable: true })
  filedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
