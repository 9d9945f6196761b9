import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Config, networkOf } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../identity.refusals.js';

const HOUR = 3600;
/** Passwords tried for one name in a quarter of an hour, from anywhere, before answers come later and later. */
const UNHURRIED = 20;
const SLOWER_MS = 250;
const SLOWEST_MS = 5000;

/**
 * Caps on trying, counted in PostgreSQL so that they hold over all processes and restarts. By address
 * they are generous, because a whole village may share one: they stop machines, not people. Guessing
 * at a name locks out the guesser's address and only slows the rest, so that nobody can keep the
 * owner of a name out.
 */
@Injectable()
export class SignInLimits {
  private readonly codes: RateLimiterPostgres;
  private readonly attempts: RateLimiterPostgres;
  private readonly passwords: RateLimiterPostgres;
  private readonly names: RateLimiterPostgres;
  private readonly totps: RateLimiterPostgres;

  constructor(dataSource: DataSource, config: Config) {
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterPostgres({ storeClient: dataSource, storeType: 'typeorm', tableName: 'rate_limit', tableCreated: true, keyPrefix, points, duration, clearExpiredByTimeout: false });
    this.codes = limiter('code_by_address', config.codesPerAddress, HOUR);
    this.attempts = limiter('try_by_address', config.triesPerAddress, HOUR);
    this.passwords = limiter('staff_by_name_and_address', 10, HOUR / 4);
    this.names = limiter('staff_by_name', Number.MAX_SAFE_INTEGER, HOUR / 4);
    this.totps = limiter('totp_by_account', 20, HOUR);
  }

  /** Before a code is sent. @throws SIGN_IN_TOO_MANY */
  async code(address: string): Promise<void> {
    await consume(this.codes, networkOf(address));
  }

  /** Before a code or password is checked. @throws SIGN_IN_TOO_MANY */
  async attempt(address: string): Promise<void> {
    await consume(this.attempts, networkOf(address));
  }

  /** Before a staff password is checked; counts by name, known or not. Takes up to 5 s for a name that is guessed at. @throws SIGN_IN_TOO_MANY */
  async staffAttempt(username: string, address: string): Promise<void> {
    await consume(this.passwords, nameAndAddress(username, address));
    const tried = await consume(this.names, username.toLowerCase());
    if (tried > UNHURRIED) await sleep(Math.min((tried - UNHURRIED) * SLOWER_MS, SLOWEST_MS));
  }

  /** Before a time-based code is checked. Only who knows the password gets this far, so this may lock the account. @throws SIGN_IN_TOO_MANY */
  async totpAttempt(accountId: string): Promise<void> {
    await consume(this.totps, accountId);
  }

  /** After a right password and code: earlier slips here are forgotten. */
  async staffSucceeded({ username, accountId }: { username: string; accountId: string }, address: string): Promise<void> {
    await this.passwords.delete(nameAndAddress(username, address));
    await this.totps.delete(accountId);
  }
}

function nameAndAddress(username: string, address: string): string {
  return `${username.toLowerCase()} ${networkOf(address)}`;
}

/** @returns how often it was tried by now */
async function consume(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    return (await limiter.consume(key)).consumedPoints;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw refuse('SIGN_IN_TOO_MANY', { retryAfter: refused.msBeforeNext / 1000 });
  }
}
