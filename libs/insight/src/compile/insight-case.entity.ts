import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One filed case as the numbers count it; made anew from the cases at every compilation. */
@Entity('insight_case')
@Index('insight_case_organisation', ['organisationPath', 'filedOn'])
export class InsightCase {
  @PrimaryColumn('uuid', { name: 'case_id', primaryKeyConstraintName: 'insight_case_pkey' })
  caseId!: string;

  @Column('text', { name: 'organisation_path' })
  organisationPath!: string;

  @Column('text')
  type!: string;

  /** The day of filing in China. */
  @Column('date', { name: 'filed_on' })
  filedOn!: string;

  @Column('boolean')
  settled!: boolean;

  @Column('int', { name: 'days_to_settle', nullable: true })
  daysToSettle!: number | null;

  @Column('bigint', { name: 'settled_fen' })
  settledFen!: string;

  @Column('timestamptz', { name: 'compiled_at' })
  compiledAt!: Date;
}
