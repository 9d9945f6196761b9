import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The copy of a stored file that others than its owner get; made once. */
@Entity('file_copy')
export class FileCopy {
  @PrimaryColumn('text', { name: 'source_sha256', primaryKeyConstraintName: 'file_copy_pkey' })
  sourceSha256!: string;

  @Column('text')
  sha256!: string;

  @Column('int')
  bytes!: number;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
