import type { Role } from '@hejie/platform/contract';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Organisation } from '../organisations/organisation.entity.js';
import { Account } from './account.entity.js';

/** A role an account holds, at an organisation where the role belongs to one. */
@Entity('account_role')
@Index('account_role_organisation', ['organisationId'])
export class AccountRole {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'account_role_pkey' })
  @ForeignKey(() => Account, { name: 'account_role_account_fkey' })
  accountId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'account_role_pkey' })
  role!: Role;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  @ForeignKey(() => Organisation, { name: 'account_role_organisation_fkey' })
  organisationId!: string | null;
}
