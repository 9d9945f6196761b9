import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type OrganisationKind = 'city' | 'county' | 'street' | 'station' | 'enterprise' | 'law_firm' | 'commission' | 'court';

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
}
