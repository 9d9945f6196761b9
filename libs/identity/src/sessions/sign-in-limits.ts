import { Injectable } from '@nestjs/common';
import { Config } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../identity.refusals.js';

const HOUR = 3600;

/**
 * Caps by network address, counted in PostgreSQL so that they hold over all processes and restarts.
 * Generous, because a whole village may share one address: they stop machines, not people.
 */
@Injectable()
export class SignInLimits {
  private readonly codes: RateLimiterPostgres;
  private readonly attempts: RateLimiterPostgres;
  private readonly staff: RateLimiterPostgres;

  constructor(dataSource: DataSource, config: Config) {
    // tests of the whole product sign in hundreds of people from one address
    const scale = config.env === 'test' ? 1000 : 1;
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterPostgres({ storeClient: dataSource, storeType: 'typeorm', tableName: 'rate_limit', tableCreated: true, keyPrefix, points, duration, clearExpiredByTimeout: false });
    this.codes = limiter('code_by_address', 60 * scale, HOUR);
    this.attempts = limiter('try_by_address', 120 * scale, HOUR);
    this.staff = limiter('staff_by_name', 10, HOUR / 4);
  }

  /** Before a code is sent. @throws SIGN_IN_TOO_MANY */
  code(address: string): Promise<void> {
    return consume(this.codes, address);
  }

  /** Before a code or password is checked. @throws SIGN_IN_TOO_MANY */
  attempt(address: string): Promise<void> {
    return consume(this.attempts, address);
  }

  /** Before a staff password is checked; counts by name, known or not. @throws SIGN_IN_TOO_MANY */
  staffAttempt(username: string): Promise<void> {
    return consume(this.staff, username.toLowerCase());
  }

  /** After a right password and code: earlier slips are forgotten. */
  async staffSucceeded(username: string): Promise<void> {
    await this.staff.delete(username.toLowerCase());
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw refuse('SIGN_IN_TOO_MANY', { retryAfter: refused.msBeforeNext / 1000 });
  }
}
