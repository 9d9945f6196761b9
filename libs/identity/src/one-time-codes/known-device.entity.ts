import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A browser on which a code sent to the phone was entered. What it asks for waits for nobody else's asking. */
@Entity('known_device')
@Index('known_device_seen', ['seenAt'])
export class KnownDevice {
  @PrimaryColumn('text', { name: 'phone_index', primaryKeyConstraintName: 'known_device_pkey' })
  phoneIndex!: string;

  @PrimaryColumn('text', { name: 'device_index', primaryKeyConstraintName: 'known_device_pkey' })
  deviceIndex!: string;

  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;
}
