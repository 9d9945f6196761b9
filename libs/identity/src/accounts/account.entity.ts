import type { Locale } from '@hejie/platform/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who can sign in. Name and contacts are sealed; the phone is found by its blind index. */
@Entity('account')
@Index('account_phone', ['phoneIndex'], { unique: true })
export class Account {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  id!: string;

  @Column('text', { name: 'name_sealed' })
  nameSealed!: string;

  @Column('text', { name: 'phone_sealed', nullable: true })
  phoneSealed!: string | null;

  @Column('text', { name: 'phone_index', nullable: true })
  phoneIndex!: string | null;

  @Column('text', { name: 'email_sealed', nullable: true })
  emailSealed!: string | null;

  @Column('text')
  locale!: Locale;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Since then nobody can sign in to it, and none of its sessions stands. */
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
