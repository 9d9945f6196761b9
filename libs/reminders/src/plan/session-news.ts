import { Injectable } from '@nestjs/common';
import { CaseMembers } from '@hejie/cases';
import { minutesPresented, sessionNoShow } from '@hejie/mediation/contract';
import { OnEvent, UnitOfWork } from '@hejie/platform';
import { Notifier } from '../notifications/notifier.js';

/** Tells people of what happens at a session while they may be elsewhere. */
@Injectable()
export class SessionNews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notifier: Notifier,
    private readonly members: CaseMembers,
  ) {}

  @OnEvent(minutesPresented, 'reminders.minutes-presented')
  async onMinutes({ sessionId, caseId }: { sessionId: string; caseId: string }, eventId: string): Promise<void> {
    const people = await this.members.of(caseId, ['claimant', 'counsel', 'respondent']);
    await this.work.run(async (tx) => {
      for (const { accountId } of people) await this.notifier.notify(tx, { accountId, key: eventId, kind: 'minutes_ready', link: `/sessions/${sessionId}/minutes` });
    });
  }

  /** Both sides hear that somebody did not come; the mediator is offered another day. */
  @OnEvent(sessionNoShow, 'reminders.session-no-show')
  async onNoShow({ sessionId, caseId }: { sessionId: string; caseId: string }, eventId: string): Promise<void> {
    const people = await this.members.of(caseId, ['claimant', 'counsel', 'respondent', 'mediator']);
    await this.work.run(async (tx) => {
      for (const { accountId, relation } of people) {
        const kind = relation === 'mediator' ? 'session_no_show_reschedule' : 'session_no_show';
        await this.notifier.notify(tx, { accountId, key: eventId, kind, link: `/sessions/${sessionId}` });
      }
    });
  }
}
