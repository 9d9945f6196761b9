import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Relation } from '../contract/index.js';
import { DisputeCase } from './dispute-case.entity.js';

/** What an account is to a case, and since when; `until` ends it without forgetting it. */
@Entity('case_member')
@Index('case_member_account', ['accountId'])
export class CaseMember {
  @PrimaryColumn('uuid', { name: 'case_id', primaryKeyConstraintName: 'case_member_pkey' })
  @ForeignKey(() => DisputeCase, { name: 'case_member_case_fkey' })
  caseId!: string;

  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'case_member_pkey' })
  accountId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'case_member_pkey' })
  relation!: Relation;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { nullable: true })
  until!: Date | null;

  /** They stood here by mistake: what they did is not of the side they stood on. */
  @Column('boolean', { name: 'set_aside', default: false })
  setAside!: boolean;
}
