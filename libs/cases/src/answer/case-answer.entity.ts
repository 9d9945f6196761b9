import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';

/** What the employer answers to the claim. The newest answer stands; each one is on the timeline. */
@Entity('case_answer')
export class CaseAnswer {
  @PrimaryColumn('uuid', { name: 'case_id', primaryKeyConstraintName: 'case_answer_pkey' })
  @ForeignKey(() => DisputeCase, { name: 'case_answer_case_fkey' })
  caseId!: string;

  @Column('text')
  body!: string;

  @Column('uuid', { name: 'answered_by' })
  answeredBy!: string;

  @Column('timestamptz', { name: 'answered_at' })
  answeredAt!: Date;
}
