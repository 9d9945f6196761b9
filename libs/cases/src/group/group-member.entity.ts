import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { CountedDay, GroupMemberView } from '../contract/index.js';

/** One worker of a group in one case, with what is due to that worker alone. */
@Entity('case_group_member')
@Index('case_group_member_once', ['caseId', 'accountId'], { unique: true })
@Index('case_group_member_account', ['accountId'])
export class GroupMember {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_group_member_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'case_group_member_case_fkey' })
  caseId!: string;

  /** The account of the worker's phone. */
  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('text', { name: 'name_sealed' })
  nameSealed!: string;

  @Column('bigint', { name: 'monthly_wage_fen' })
  monthlyWageFen!: string;

  @Column('jsonb')
  days!: CountedDay[];

  @Column('bigint', { name: 'due_fen' })
  dueFen!: string;

  /** As the law's rule gave it on the day the row was made. */
  @Column('jsonb')
  working!: GroupMemberView['working'];

  @Column('text')
  source!: string;

  @Column('text')
  status!: GroupMemberView['status'];

  @Column('boolean', { default: false })
  representative!: boolean;

  /** What was recorded before an officer; null for a code to the own phone. */
  @Column('text', { nullable: true })
  consent!: string | null;

  @Column('uuid', { name: 'added_by' })
  addedBy!: string;

  @Column('timestamptz', { name: 'added_at' })
  addedAt!: Date;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
