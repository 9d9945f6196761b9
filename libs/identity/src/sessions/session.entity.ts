import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import type { SignInMeans } from './sign-in-means.js';

/** A signed-in browser. The cookie's token is 256 random bits; only its hash is stored. */
@Entity('session')
@Index('session_token', ['tokenHash'], { unique: true })
@Index('session_account', ['accountId'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey(() => Account, { name: 'session_account_fkey' })
  accountId!: string;

  @Column('text', { name: 'token_hash' })
  tokenHash!: string;

  @Column('text', { name: 'user_agent' })
  userAgent!: string;

  @Column('text')
  means!: SignInMeans['means'];

  /** The class and the methods of authentication that the OpenID provider named; of other means none. */
  @Column('text', { nullable: true })
  acr!: string | null;

  @Column('text', { array: true })
  amr!: string[];

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
