import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that was sent to the provider. Found once by the hash of its cookie, and gone then. */
@Entity('oidc_attempt')
export class OidcAttempt {
  @PrimaryColumn('text', { name: 'id_hash', primaryKeyConstraintName: 'oidc_attempt_pkey' })
  idHash!: string;

  @Column('text')
  state!: string;

  @Column('text')
  nonce!: string;

  @Column('text', { name: 'code_verifier' })
  codeVerifier!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
