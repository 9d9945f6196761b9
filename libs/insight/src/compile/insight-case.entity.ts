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

  /** What its agreement promises. */
  @Column('bigint', { name: 'agreed_fen' })
  agreedFen!: string;

  /** What the worker's side has confirmed as paid, or was told and not denied. */
  @Column('bigint', { name: 'paid_fen' })
  paidFen!: string;

  /** A commission or court has decided it. */
  @Column('boolean')
  awarded!: boolean;

  /** Null where the partner reported no amount. */
  @Column('bigint', { name: 'awarded_fen', nullable: true })
  awardedFen!: string | null;

  @Column('timestamptz', { name: 'compiled_at' })
  compiledAt!: Date;
}
