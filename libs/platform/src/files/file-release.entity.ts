import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stored file that something has let go of: deleted unless something else holds it. */
@Entity('file_release')
export class FileRelease {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'file_release_pkey' })
  sha256!: string;

  @Column('timestamptz', { name: 'released_at' })
  releasedAt!: Date;
}
