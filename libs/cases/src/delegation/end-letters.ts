import { Injectable } from '@nestjs/common';
import { addDays } from '@hejie/law';
import { Clock, OnSchedule, Outbox, UnitOfWork } from '@hejie/platform';
import { Between, DataSource, IsNull } from 'typeorm';
import { delegationRevoked } from '../contract/index.js';
import { CaseDelegation } from './case-delegation.entity.js';

/** Days for which an end is said again, so that a worker that stood still misses none. */
const SAID_AGAIN_DAYS = 3;

/** Tells of letters of authority whose last day is over: a session may be under way, and the seat and its rooms were given by the letter. */
@Injectable()
export class EndLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Again is harmless: who hears of it looks at what letters there are now. */
  @OnSchedule({ name: 'cases.end-letters', cron: '1 0 * * *' })
  async run(): Promise<void> {
    const today = this.clock.today();
    const over = await this.dataSource.getRepository(CaseDelegation).findBy({ revokedAt: IsNull(), validUntil: Between(addDays(today, -SAID_AGAIN_DAYS), addDays(today, -1)) });
    await this.work.run(async (tx) => {
      for (const { caseId, delegateId } of over) await this.outbox.put(tx, delegationRevoked, { caseId, accountId: delegateId });
    });
  }
}
