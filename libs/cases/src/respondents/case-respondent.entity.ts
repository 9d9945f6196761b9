import type { RespondentRole } from '@hejie/law';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';

/** Somebody named beside the employer of a case, who is number 1 and stands in the case itself. */
@Entity('case_respondent')
@Unique('case_respondent_number', ['caseId', 'number'], { deferrable: 'INITIALLY IMMEDIATE' })
@Check('case_respondent_numbered', 'number >= 2')
export class CaseRespondent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_respondent_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'case_respondent_case_fkey' })
  caseId!: string;

  /** Dense from 2: 被申请人二. */
  @Column('int')
  number!: number;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  uscc!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text')
  role!: RespondentRole;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
