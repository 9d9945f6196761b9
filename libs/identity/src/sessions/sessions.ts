import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ActorResolver, Batcher, Clock, newId, SocketHub, Vault, type Actor, type Tx } from '@hejie/platform';
import type { Locale, Role } from '@hejie/platform/contract';
import { ModuleRef } from '@nestjs/core';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { Account } from '../accounts/account.entity.js';
import { refuse } from '../identity.refusals.js';
import { Session } from './session.entity.js';
import type { SignInMeans } from './sign-in-means.js';

const IDLE_MS = 14 * 24 * 3_600_000;
const ABSOLUTE_MS = 90 * 24 * 3_600_000;
/** "Last seen" is written at most this often: reading a page must not write a row each time. */
const TOUCH_MS = 10 * 60_000;
const MAX_LOOKUPS = 200;

interface ResolvedRow {
  token_hash: string;
  id: string;
  account_id: string;
  last_seen_at: Date;
  locale: Locale;
  roles: Role[];
  paths: string[];
}

/** Sessions with opaque tokens; revoking one closes its sockets on every process. */
@Injectable()
export class Sessions extends ActorResolver {
  /** Requests that come in together are told apart by one query: each asks afresh, so a revoked session is refused at once. */
  private readonly lookups = new Batcher((hashes: readonly string[]) => this.findByHashes(hashes), MAX_LOOKUPS);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly modules: ModuleRef,
  ) {
    super();
  }

  /** Starts a session and answers the cookie's token, which is stored nowhere. @throws ACCOUNT_DISABLED */
  async start(tx: Tx, accountId: string, userAgent: string, by: SignInMeans): Promise<{ token: string; sessionId: string }> {
    if ((await tx.findOneByOrFail(Account, { id: accountId })).disabledAt) throw refuse('ACCOUNT_DISABLED');
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const sessionId = newId();
    await tx.insert(Session, {
      id: sessionId,
      accountId,
      tokenHash: hashOf(token),
      userAgent: userAgent.slice(0, 300),
      means: by.means,
      acr: by.means === 'oidc' ? by.acr : null,
      amr: by.means === 'oidc' ? [...by.amr] : [],
      startedAt: now,
      lastSeenAt: now,
      revokedAt: null,
    });
    return { token, sessionId };
  }

  /** Null for an unknown, revoked or expired session. */
  async resolve(token: string): Promise<Actor | null> {
    const row = await this.lookups.add(hashOf(token));
    if (!row) return null;
    const now = this.clock.now();
    if (now.getTime() - row.last_seen_at.getTime() > TOUCH_MS) {
      await this.dataSource.getRepository(Session).update({ id: row.id }, { lastSeenAt: now });
    }
    return actorOf(row);
  }

  async standing(sessionIds: readonly string[]): Promise<Map<string, Actor>> {
    const rows = await this.find('id', sessionIds);
    return new Map(rows.map((row) => [row.id, actorOf(row)]));
  }

  /** One query: sessions that stand, with roles and organisations. */
  private find(by: 'token_hash' | 'id', keys: readonly string[]): Promise<ResolvedRow[]> {
    const { idleSince, startedSince } = sessionLimits(this.clock.now());
    return this.dataSource.query<ResolvedRow[]>(
      `select s.token_hash, s.id, s.account_id, s.last_seen_at, a.locale,
              array(select r.role from account_role r where r.account_id = a.id order by r.role) as roles,
              array(select o.path from account_role r join organisation o on o.id = r.organisation_id where r.account_id = a.id order by o.path) as paths
       from session s join account a on a.id = s.account_id
       where s.${by} = any($1) and s.revoked_at is null and a.disabled_at is null and s.last_seen_at > $2 and s.started_at > $3`,
      [[...new Set(keys)], idleSince, startedSince],
    );
  }

  private async findByHashes(hashes: readonly string[]): Promise<(ResolvedRow | undefined)[]> {
    const found = new Map((await this.find('token_hash', hashes)).map((row) => [row.token_hash, row]));
    return hashes.map((hash) => found.get(hash));
  }

  /** The sessions of an account that stand, the last used first. */
  list(accountId: string): Promise<Session[]> {
    const { idleSince, startedSince } = sessionLimits(this.clock.now());
    return this.dataSource.getRepository(Session).find({
      where: { accountId, revokedAt: IsNull(), lastSeenAt: MoreThan(idleSince), startedAt: MoreThan(startedSince) },
      order: { lastSeenAt: 'DESC' },
    });
  }

  /** Ends every session of the account, or all but one. */
  async revokeAll(accountId: string, butSessionId?: string): Promise<void> {
    for (const { id } of await this.list(accountId)) if (id !== butSessionId) await this.revoke(accountId, id);
  }

  /** Ends one session of the account. Answers false for a session that is not theirs or has ended. */
  async revoke(accountId: string, sessionId: string): Promise<boolean> {
    const { affected } = await this.dataSource
      .getRepository(Session)
      .update({ id: sessionId, accountId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
    if (!affected) return false;
    // the hub itself needs an ActorResolver, so it is asked for late
    this.modules.get(SocketHub, { strict: false }).disconnectSession(sessionId);
    return true;
  }

  /** The token that unsafe requests of a session must carry in `x-csrf-token`. */
  csrfToken(sessionId: string): string {
    return this.vault.blindIndex('csrf', sessionId);
  }

  isCsrfToken(sessionId: string, given: unknown): boolean {
    const right = Buffer.from(this.csrfToken(sessionId));
    const token = Buffer.from(typeof given === 'string' ? given : '');
    return token.length === right.length && timingSafeEqual(token, right);
  }
}

/** A session that is not revoked stands if it was seen after the one and started after the other. */
export function sessionLimits(now: Date): { idleSince: Date; startedSince: Date } {
  return { idleSince: new Date(now.getTime() - IDLE_MS), startedSince: new Date(now.getTime() - ABSOLUTE_MS) };
}

function actorOf(row: ResolvedRow): Actor {
  return { accountId: row.account_id, sessionId: row.id, roles: row.roles, organisations: row.paths, locale: row.locale };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
