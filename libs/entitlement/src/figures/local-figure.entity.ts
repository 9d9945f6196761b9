import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Certainty, Figure } from '../contract/index.js';
import { FigureChange } from './figure-change.entity.js';

/** One figure of one region from one day on. Never changed: a correction is another row of a later change. */
@Entity('local_figure')
@Index('local_figure_change', ['changeId'])
@Index('local_figure_region', ['region', 'figure', 'validFrom'])
export class LocalFigure {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'local_figure_pkey' })
  id!: string;

  @Column('uuid', { name: 'change_id' })
  @ForeignKey(() => FigureChange, { name: 'local_figure_change_fkey' })
  changeId!: string;

  @Column('text')
  region!: string;

  @Column('text')
  figure!: Figure;

  /** Fen or months; null: not available from then on. */
  @Column('bigint', { nullable: true })
  value!: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column('text', { name: 'source_title' })
  sourceTitle!: string;

  @Column('text', { name: 'source_url', nullable: true })
  sourceUrl!: string | null;

  @Column('text')
  certainty!: Certainty;
}
