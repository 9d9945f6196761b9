import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DisputeCase } from '../case/dispute-case.entity.js';

/** One officer's wish to refuse a case, and what a second one made of it. A case has at most one undecided. */
@Entity('case_refusal')
@Index('case_refusal_open', ['caseId'], { unique: true, where: '"decided_at" is null' })
export class CaseRefusal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'case_refusal_pkey' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey(() => DisputeCase, { name: 'case_refusal_case_fkey' })
  caseId!: string;

  /** What the worker is told. */
  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  /** Null while undecided, and where the case moved on before anybody decided. */
  @Column('boolean', { nullable: true })
  approved!: boolean | null;
}
