import { Injectable } from '@nestjs/common';
import { CaseReader } from '@hejie/cases';
import { RequestFacts } from '@hejie/lawyers';
import { SessionFacts } from '@hejie/mediation';
import { Clock, OnSchedule, UnitOfWork, type Tx } from '@hejie/platform';
import { Notifier, type Notice } from '../notifications/notifier.js';
import { Reminder } from './reminder.entity.js';

const BATCH = 200;
const HOUR_MS = 3_600_000;
/** How far ahead each session reminder looks; later than half of that it would mislead and is left out. */
const AHEAD_MS = { session_24h: 24 * HOUR_MS, session_1h: HOUR_MS } as const;

/** Tells what is due. Rows are claimed with SKIP LOCKED and marked in the transaction that tells: once, on any number of workers. */
@Injectable()
export class SweepReminders {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notifier: Notifier,
    private readonly sessions: SessionFacts,
    private readonly requests: RequestFacts,
    private readonly cases: CaseReader,
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
      .where('r.done_at is null and r.due_at <= :now', { now })
      .orderBy('r.due_at')
      .limit(BATCH)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
    for (const reminder of due) {
      const notice = await this.stillTrue(reminder, now);
      if (notice) await this.notifier.notify(tx, { ...notice, accountId: reminder.accountId, key: reminder.id, kind: reminder.kind });
      await tx.update(Reminder, { id: reminder.id }, { doneAt: now });
    }
    return due.length;
  }

  /** What to say if the fact behind the reminder still stands; null when it does not. */
  private async stillTrue(r: Reminder, now: Date): Promise<Pick<Notice, 'params' | 'link'> | null> {
    if (r.kind === 'session_24h' || r.kind === 'session_1h') {
      const session = await this.sessions.of(r.subjectId);
      const ahead = AHEAD_MS[r.kind];
      const left = (session?.startsAt.getTime() ?? 0) - now.getTime();
      // no longer of it, or moved to another time, which has reminders of its own
      if (!session?.accountIds.includes(r.accountId)) return null;
      if (session?.status !== 'scheduled' || session.startsAt.getTime() - ahead !== r.dueAt.getTime() || left < ahead / 2) return null;
      return { params: { at: session.startsAt.toISOString() }, link: `/sessions/${r.subjectId}` };
    }
    if (r.kind === 'request_unanswered') {
      const request = await this.requests.of(r.subjectId);
      return request?.status === 'open' ? { params: { at: request.expiresAt.toISOString() }, link: '/desk' } : null;
    }
    const found = await this.cases.unsafeCase(r.subjectId);
    return found?.mediationLastDate ? { params: { date: found.mediationLastDate }, link: `/cases/${r.subjectId}` } : null;
  }
}
