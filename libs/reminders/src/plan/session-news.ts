import { Injectable } from '@nestjs/common';
import { SessionFacts } from '@hejie/mediation';
import { minutesPresented, sessionNoShow } from '@hejie/mediation/contract';
import { OnEvent, UnitOfWork } from '@hejie/platform';
import { Notifier } from '../notifications/notifier.js';

/** Tells people of what happens at a session while they may be elsewhere: whoever may come to it, who was elected and who holds a letter too. */
@Injectable()
export class SessionNews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notifier: Notifier,
    private readonly sessions: SessionFacts,
  ) {}

  @OnEvent(minutesPresented, 'reminders.minutes-presented')
  async onMinutes({ sessionId, caseId }: { sessionId: string; caseId: string }, eventId: string): Promise<void> {
    const { accountIds = [], mediatorId } = (await this.sessions.of(sessionId)) ?? {};
    await this.work.run(async (tx) => {
      for (const accountId of accountIds) if (accountId !== mediatorId) await this.notifier.notify(tx, { accountId, key: eventId, kind: 'minutes_ready', caseId, link: `/sessions/${sessionId}/minutes` });
    });
  }

  /** Both sides hear that somebody did not come; the mediator is offered another day. */
  @OnEvent(sessionNoShow, 'reminders.session-no-show')
  async onNoShow({ sessionId, caseId }: { sessionId: string; caseId: string }, eventId: string): Promise<void> {
    const { accountIds = [], mediatorId } = (await this.sessions.of(sessionId)) ?? {};
    await this.work.run(async (tx) => {
      for (const accountId of accountIds) await this.notifier.notify(tx, { accountId, key: eventId, kind: accountId === mediatorId ? 'session_no_show_reschedule' : 'session_no_show', caseId, link: `/sessions/${sessionId}` });
    });
  }
}
