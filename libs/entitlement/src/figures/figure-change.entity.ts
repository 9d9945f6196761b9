import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Figures one officer proposed together, and what a second one made of them. */
@Entity('figure_change')
@Index('figure_change_request', ['proposedBy', 'requestId'], { unique: true })
@Index('figure_change_open', ['proposedAt'], { where: '"decided_at" is null' })
export class FigureChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'figure_change_pkey' })
  id!: string;

  /** Null for what the product shipped with, as is `decidedBy`. */
  @Column('uuid', { name: 'proposed_by', nullable: true })
  proposedBy!: string | null;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('boolean', { nullable: true })
  approved!: boolean | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
