import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, notFound, UnitOfWork, Vault, type Tx } from '@hejie/platform';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { DataSource, IsNull, MoreThan, Not } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { StaffCredential } from '../accounts/staff-credential.entity.js';
import { refuse } from '../identity.refusals.js';
import { Sessions } from '../sessions/sessions.js';
import { OidcAttempt } from './oidc-attempt.entity.js';
import { OidcClient, type OidcIdentity } from './oidc-client.js';
import { StaffOidcBinding } from './staff-oidc.entity.js';

const ATTEMPT_MS = 10 * 60_000;

/**
 * Sign-in of staff at the organisation's OpenID provider. It makes no accounts: an existing one is
 * bound at the first sign-in by its verified e-mail address, and found by the subject from then on.
 */
@Injectable()
export class StaffOidc {
  constructor(
    private readonly client: OidcClient,
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly vault: Vault,
    private readonly audit: AuditLog,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** The provider's page, and the cookie that ties its answer to this browser. @throws NOT_FOUND, OIDC_UNAVAILABLE */
  async begin(): Promise<{ url: string; attempt: string }> {
    const checks = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const url = await this.client.authorizationUrl(checks);
    const attempt = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + ATTEMPT_MS);
    await this.dataSource.getRepository(OidcAttempt).insert({ idHash: hashOf(attempt), ...checks, expiresAt });
    return { url, attempt };
  }

  /** @throws OIDC_REFUSED, OIDC_UNKNOWN, ACCOUNT_DISABLED, OIDC_UNAVAILABLE, NOT_FOUND; the attempt is used up in any case */
  async finish(attempt: string, parameters: string, userAgent: string): Promise<{ accountId: string; token: string; sessionId: string }> {
    if (!this.client.available) throw notFound();
    const attempts = this.dataSource.getRepository(OidcAttempt);
    const checks = await attempts.findOneBy({ idHash: hashOf(attempt), expiresAt: MoreThan(this.clock.now()) });
    // of two answers at once only one deletes the row
    const { affected } = await attempts.delete({ idHash: hashOf(attempt) });
    if (!checks || !affected) throw refuse('OIDC_REFUSED');
    const identity = await this.client.identify(parameters, checks);
    return this.work.serialised(`oidc:${identity.issuer}`, async (tx) => {
      const accountId = (await this.bound(tx, identity)) ?? (await this.bind(tx, identity));
      return { accountId, ...(await this.sessions.start(tx, accountId, userAgent, { means: 'oidc', acr: identity.acr, amr: identity.amr })) };
    });
  }

  private async bound(tx: Tx, { issuer, subject }: OidcIdentity): Promise<string | undefined> {
    return (await tx.findOneBy(StaffOidcBinding, { issuer, subject }))?.accountId;
  }

  /** @throws OIDC_UNKNOWN unless exactly one account has this verified address and is nobody else's yet */
  private async bind(tx: Tx, { issuer, subject, email }: OidcIdentity): Promise<string> {
    const [accountId, another] = email ? await this.staffWithEmail(tx, email) : [];
    if (!accountId || another || (await tx.existsBy(StaffOidcBinding, { accountId, issuer }))) throw refuse('OIDC_UNKNOWN');
    await tx.insert(StaffOidcBinding, { accountId, issuer, subject, boundAt: this.clock.now() });
    await this.audit.append(tx, { actorId: accountId, action: 'identity.oidc_bound', subject: `account:${accountId}`, detail: { issuer } });
    return accountId;
  }

  /** Opens the sealed addresses of all staff: once for each person, at the first sign-in. */
  private async staffWithEmail(tx: Tx, email: string): Promise<string[]> {
    const staff = await tx
      .createQueryBuilder(Account, 'a')
      .innerJoin(StaffCredential, 'c', 'c.account_id = a.id')
      .where({ emailSealed: Not(IsNull()) })
      .getMany();
    const wanted = email.toLowerCase();
    return staff.filter((a) => this.vault.open('account.email', a.emailSealed!).toLowerCase() === wanted).map((a) => a.id);
  }
}

function hashOf(attempt: string): string {
  return createHash('sha256').update(attempt).digest('base64url');
}
