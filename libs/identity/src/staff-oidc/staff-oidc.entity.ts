import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';

/** Who a member of staff is at the OpenID provider: one subject for one account. */
@Entity('staff_oidc')
@Index('staff_oidc_subject', ['issuer', 'subject'], { unique: true })
export class StaffOidcBinding {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'staff_oidc_pkey' })
  @ForeignKey(() => Account, { name: 'staff_oidc_account_fkey' })
  accountId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'staff_oidc_pkey' })
  issuer!: string;

  @Column('text')
  subject!: string;

  @Column('timestamptz', { name: 'bound_at' })
  boundAt!: Date;
}
