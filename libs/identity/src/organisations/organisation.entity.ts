import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '../contract/index.js';

/** A place in the tree of the union and its partners. `path` is the ids from the root, each followed by `/`. */
@Entity('organisation')
@Index('organisation_path', ['path'], { unique: true })
export class Organisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' })
  id!: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  @ForeignKey(() => Organisation, { name: 'organisation_parent_fkey' })
  parentId!: string | null;

  @Column('text')
  path!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: OrganisationKind;

  /** Since then nobody serves there and nothing is handed to it; what it did stays under its name. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
