import { Injectable, Logger } from '@nestjs/common';
import { Clock, OnSchedule, UnitOfWork, type Tx } from '@hejie/platform';
import { Notifier } from '../notifications/notifier.js';
import { Planner } from './planner.js';
import { Reminder } from './reminder.entity.js';
import { StillTrue } from './still-true.js';

const BATCH = 200;
/** When one could not be told it waits, so that it does not stand before the others. */
const RETRY_MS = 5 * 60_000;

/** Tells what is due. Rows are claimed with SKIP LOCKED and marked in the transaction that tells: once, on any number of workers. */
@Injectable()
export class SweepReminders {
  private readonly log = new Logger('SweepReminders');

  constructor(
    private readonly work: UnitOfWork,
    private readonly notifier: Notifier,
    private readonly stillTrue: StillTrue,
    private readonly planner: Planner,
    private readonly clock: Clock,
  ) {}

  @OnSchedule({ name: 'reminders.sweep', every: 15_000 })
  async sweep(): Promise<void> {
    while ((await this.work.run((tx) => this.batch(tx))) === BATCH);
  }

  private async batch(tx: Tx): Promise<number> {
    const now = this.clock.now();
    const due = await tx
      .createQueryBuilder(Reminder, 'r')
      .where('r.done_at is null and r.due_at <= :now and (r.retry_at is null or r.retry_at <= :now)', { now })
      .orderBy('r.due_at')
      .limit(BATCH)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
    for (const reminder of due) {
      try {
        await tx.transaction((savepoint) => this.tell(savepoint, reminder, now));
      } catch (error) {
        this.log.error({ msg: 'a reminder could not be told', reminder: reminder.id, error: String(error) });
        await tx.update(Reminder, { id: reminder.id }, { retryAt: new Date(now.getTime() + RETRY_MS) });
      }
    }
    return due.length;
  }

  private async tell(tx: Tx, reminder: Reminder, now: Date): Promise<void> {
    const tellings = await this.stillTrue.tellings(reminder, now);
    // the period has moved, perhaps by time alone (a demand left unanswered): it is told of on its new days
    if (!tellings.length && reminder.kind === 'clock_ending') await this.planner.onClocksChanged({ caseId: reminder.subjectId }, reminder.id, reminder.dueAt);
    for (const [n, telling] of tellings.entries()) {
      const { to = [reminder.accountId], ...notice } = telling;
      for (const accountId of to) await this.notifier.notify(tx, { ...notice, accountId, key: `${reminder.id}.${n}`, kind: reminder.kind });
    }
    await tx.update(Reminder, { id: reminder.id }, { doneAt: now });
  }
}
