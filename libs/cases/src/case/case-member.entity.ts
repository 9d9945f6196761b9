import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Relation } from '../contract/index.js';
import { DisputeCase } from './dispute-case.entity.js';
import { CaseRespondent } from '../respondents/case-respondent.entity.js';

/** What an account is to a case, and since when; `until` ends it without forgetting it. */
@Entity('case_member')
@Index('case_member_account', ['accountId'])
@Check('case_member_of_other', "(relation = 'co_respondent') = (respondent_id is not null)")
export class CaseMember {
  @PrimaryColumn('uuid', { name: 'case_id', primaryKeyConstraintName: 'case_member_pkey' })
  @ForeignKey(() => DisputeCase, { name: 'case_member_case_fkey' })
  caseId!: string;

  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'case_member_pkey' })
  accountId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'case_member_pkey' })
  relation!: Relation;

  /** Of whom: null for the employer. */
  @Column('uuid', { name: 'respondent_id', nullable: true })
  @ForeignKey(() => CaseRespondent, { name: 'case_member_respondent_fkey' })
  respondentId!: string | null;

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { nullable: true })
  until!: Date | null;

  /** They stood here by mistake: what they did is not of the side they stood on. */
  @Column('boolean', { name: 'set_aside', default: false })
  setAside!: boolean;
}
