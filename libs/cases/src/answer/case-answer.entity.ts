import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { ClaimAnswer } from '../contract/index.js';
import { CaseRespondent } from '../respondents/case-respondent.entity.js';

/** What the employer answers to the claims. The newest version stands; none is ever changed. */
@Entity('case_answer')
export class CaseAnswer {
  @PrimaryColumn('uuid', { name: 'case_id', primaryKeyConstraintName: 'case_answer_pkey' })
  @ForeignKey(() => DisputeCase, { name: 'case_answer_case_fkey' })
  caseId!: string;

  /** From 1. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'case_answer_pkey' })
  version!: number;

  /** Of whom: null for the employer. */
  @Column('uuid', { name: 'respondent_id', nullable: true })
  @ForeignKey(() => CaseRespondent, { name: 'case_answer_respondent_fkey' })
  respondentId!: string | null;

  /** What is said to the whole; empty when the claims are answered one by one. */
  @Column('text')
  body!: string;

  @Column('jsonb')
  claims!: ClaimAnswer[];

  @Column('uuid', { name: 'answered_by' })
  answeredBy!: string;

  @Column('timestamptz', { name: 'answered_at' })
  answeredAt!: Date;
}
