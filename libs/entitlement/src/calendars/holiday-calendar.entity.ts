import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Certainty, HolidayDays } from '../contract/index.js';
import { FigureChange } from '../figures/figure-change.entity.js';

/** The holiday arrangement of one year as one change proposed it. Never changed: a correction is another row of a later change. */
@Entity('holiday_calendar')
@Index('holiday_calendar_change', ['changeId'])
@Index('holiday_calendar_year', ['year'])
export class HolidayCalendar {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'holiday_calendar_pkey' })
  id!: string;

  @Column('uuid', { name: 'change_id' })
  @ForeignKey(() => FigureChange, { name: 'holiday_calendar_change_fkey' })
  changeId!: string;

  @Column('int')
  year!: number;

  /** Null: what was approved before is taken back. */
  @Column('jsonb', { nullable: true })
  days!: HolidayDays | null;

  @Column('text', { name: 'source_title' })
  sourceTitle!: string;

  @Column('text', { name: 'source_url', nullable: true })
  sourceUrl!: string | null;

  @Column('text')
  certainty!: Certainty;
}
