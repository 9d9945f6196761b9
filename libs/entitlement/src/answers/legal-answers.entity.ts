import type { Answers } from '@hejie/law';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the worker's side answered beyond what the case itself tells, for the law's rules. */
@Entity('legal_answers')
export class LegalAnswers {
  @PrimaryColumn('uuid', { name: 'case_id', primaryKeyConstraintName: 'legal_answers_pkey' })
  caseId!: string;

  @Column('int')
  version!: number;

  @Column('jsonb')
  answers!: Answers;

  @Column('uuid', { name: 'updated_by' })
  updatedBy!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
