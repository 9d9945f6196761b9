import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Fairness, Terms } from '../contract/index.js';

/** What was agreed. Terms never change; once sealed the PDF's bytes never change either. */
@Entity('agreement')
@Index('agreement_number', ['number'], { unique: true })
@Index('agreement_proposal', ['proposalId'], { unique: true })
@Index('agreement_case', ['caseId'])
@Index('agreement_request', ['caseId', 'requestId'], { unique: true })
export class Agreement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agreement_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('uuid', { name: 'proposal_id', nullable: true })
  proposalId!: string | null;

  /** Of an on-site result that was typed in. */
  @Column('uuid', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('text')
  number!: string;

  @Column('text')
  method!: 'online' | 'onsite';

  @Column('text')
  status!: 'signing' | 'sealed' | 'void';

  @Column('jsonb')
  terms!: Terms;

  /** The warning it carries; measured when it was drawn up. */
  @Column('jsonb', { nullable: true })
  fairness!: Fairness | null;

  @Column('uuid', { name: 'evidence_id', nullable: true })
  evidenceId!: string | null;

  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('int', { nullable: true })
  bytes!: number | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'sealed_at', nullable: true })
  sealedAt!: Date | null;

  @Column('uuid', { name: 'sealed_by', nullable: true })
  sealedBy!: string | null;
}
