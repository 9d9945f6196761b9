import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { Power } from '../contract/index.js';

/** A letter of authority: never changed, only revoked. */
@Entity('case_delegation')
@Index('case_delegation_request', ['caseId', 'requestId'], { unique: true })
@Index('case_delegation_delegate', ['delegateId'])
export class CaseDelegation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_delegation_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'case_delegation_case_fkey' })
  caseId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('uuid', { name: 'delegate_id' })
  delegateId!: string;

  @Column('uuid', { name: 'granted_by' })
  grantedBy!: string;

  @Column('timestamptz', { name: 'granted_at' })
  grantedAt!: Date;

  @Column('int')
  workers!: number;

  @Column('text', { array: true })
  powers!: Power[];

  @Column('bigint', { name: 'least_total_fen', nullable: true })
  leastTotalFen!: string | null;

  /** The last day it is good for, in China. */
  @Column('date', { name: 'valid_until' })
  validUntil!: string;

  @Column('uuid', { name: 'evidence_id' })
  evidenceId!: string;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
