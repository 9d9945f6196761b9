import { Injectable } from '@nestjs/common';
import { Config } from '@hejie/platform';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { refuse } from '../identity.refusals.js';

const DAY = 24 * 3600;

/** How many files one account brings in a day, wherever to: counted in PostgreSQL, so that it holds over all processes and contexts. */
@Injectable()
export class UploadLimit {
  private readonly files: RateLimiterPostgres;

  constructor(dataSource: DataSource, config: Config) {
    this.files = new RateLimiterPostgres({ storeClient: dataSource, storeType: 'typeorm', tableName: 'rate_limit', tableCreated: true, keyPrefix: 'upload_by_account', points: config.uploadsPerDay, duration: DAY, clearExpiredByTimeout: false });
  }

  /** Before a byte of a file is taken in; one that is refused afterwards counts too. @throws UPLOADS_PER_DAY */
  async count(accountId: string): Promise<void> {
    try {
      await this.files.consume(accountId);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw refuse('UPLOADS_PER_DAY', { retryAfter: refused.msBeforeNext / 1000 });
    }
  }
}
