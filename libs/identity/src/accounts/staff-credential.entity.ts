import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/**
 * How a member of staff signs in: password and time-based code. Both are null until an invited person has chosen them; after a
 * reset only the code's secret is. `lastStep` is the last 30 s step used, so that a code works once.
 */
@Entity('staff_credential')
@Index('staff_credential_username', ['username'], { unique: true })
export class StaffCredential {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'staff_credential_pkey' })
  @ForeignKey(() => Account, { name: 'staff_credential_account_fkey' })
  accountId!: string;

  @Column('text')
  username!: string;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('text', { name: 'totp_secret_sealed', nullable: true })
  totpSecretSealed!: string | null;

  @Column('bigint', { name: 'last_step', default: 0 })
  lastStep!: string;
}
