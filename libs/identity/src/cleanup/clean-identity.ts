import { Injectable } from '@nestjs/common';
import { Clock, OnSchedule } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { KNOWN_MS } from '../one-time-codes/code-asker.js';
import { PACE_MS } from '../one-time-codes/code-pace.js';
import { sessionLimits } from '../sessions/sessions.js';

const HOUR_MS = 3_600_000;
/** Rows one statement deletes at most: sign-in goes on meanwhile. */
export const CLEAN_BATCH = 1000;

/** Deletes what signing in leaves behind: old codes, ended sessions, forgotten challenges, unused set-up links, counters that ran out. */
@Injectable()
export class CleanIdentity {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @OnSchedule({ name: 'identity.clean', every: HOUR_MS })
  async clean(): Promise<void> {
    const now = this.clock.now();
    const { idleSince, startedSince } = sessionLimits(now);
    await this.delete('one_time_code', 'created_at <= $2', [new Date(now.getTime() - PACE_MS)]);
    await this.delete('known_device', 'seen_at <= $2', [new Date(now.getTime() - KNOWN_MS)]);
    await this.delete('session', 'revoked_at is not null or last_seen_at <= $2 or started_at <= $3', [idleSince, startedSince]);
    await this.delete('staff_challenge', 'expires_at <= $2', [now]);
    await this.delete('staff_set_up', 'expires_at <= $2', [now]);
    await this.delete('oidc_attempt', 'expires_at <= $2', [now]);
    await this.delete('rate_limit', 'expire <= $2', [now.getTime()]);
  }

  private async delete(table: string, over: string, values: readonly unknown[]): Promise<void> {
    const statement = `delete from ${table} where ctid = any(array(select ctid from ${table} where ${over} limit $1 for update skip locked))`;
    let deleted: number;
    do [, deleted] = await this.dataSource.query<[unknown[], number]>(statement, [CLEAN_BATCH, ...values]);
    while (deleted === CLEAN_BATCH);
  }
}
