import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaperSide } from '../contract/index.js';

/** What one side filled in for the papers of a case beyond what the case knows. */
@Entity('paper_answers')
export class PaperAnswers {
  @PrimaryColumn('uuid', { name: 'case_id', primaryKeyConstraintName: 'paper_answers_pkey' })
  caseId!: string;

  /** Of who is named beside the employer, with their id. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'paper_answers_pkey' })
  side!: PaperSide | `respondent:${string}`;

  @Column('int')
  version!: number;

  /** Sealed JSON of field to text: it names people. */
  @Column('text', { name: 'answers_sealed' })
  answersSealed!: string;

  @Column('uuid', { name: 'updated_by' })
  updatedBy!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
