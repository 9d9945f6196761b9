import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** A link by which a member of staff chooses how to sign in; one stands for an account. Found by the hash of its token. */
@Entity('staff_set_up')
@Index('staff_set_up_account', ['accountId'], { unique: true })
export class StaffSetUp {
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'staff_set_up_pkey' })
  tokenHash!: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => Account, { name: 'staff_set_up_account_fkey' })
  accountId!: string;

  /** Becomes the account's when its first code is right. */
  @Column('text', { name: 'totp_secret_sealed' })
  totpSecretSealed!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
