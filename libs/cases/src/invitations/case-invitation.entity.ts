import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { CaseRespondent } from '../respondents/case-respondent.entity.js';

/** The employer's way in: a link by SMS, good for one representative. */
@Entity('case_invitation')
@Index('case_invitation_token', ['tokenHash'], { unique: true })
@Index('case_invitation_request', ['caseId', 'requestId'], { unique: true })
export class CaseInvitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_invitation_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'case_invitation_case_fkey' })
  caseId!: string;

  /** Of whom: null for the employer. */
  @Column('uuid', { name: 'respondent_id', nullable: true })
  @ForeignKey(() => CaseRespondent, { name: 'case_invitation_respondent_fkey' })
  respondentId!: string | null;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('text', { name: 'token_hash' })
  tokenHash!: string;

  /** Kept until the SMS is sent. */
  @Column('text', { name: 'token_sealed', nullable: true })
  tokenSealed!: string | null;

  @Column('text', { name: 'phone_sealed' })
  phoneSealed!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('uuid', { name: 'accepted_by', nullable: true })
  acceptedBy!: string | null;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;
}
