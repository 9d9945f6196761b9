import { Injectable } from '@nestjs/common';
import { CaseMembers, CaseReader, InvitationFacts, RESPONDENTS } from '@hejie/cases';
import { RequestFacts } from '@hejie/lawyers';
import { ReadClocks } from '@hejie/entitlement';
import { yuanOf } from '@hejie/law';
import { AgreementFacts, SessionFacts } from '@hejie/mediation';
import { civilDate } from '@hejie/platform';
import type { Notice } from '../notifications/notifier.js';
import { CLOCK_KINDS, clockReminders, instalmentReminders, mediationWarning } from './clock-reminders.js';
import type { Reminder } from './reminder.entity.js';

const HOUR_MS = 3_600_000;
/** How far ahead each session reminder looks; later than half of that it would mislead and is left out. */
const AHEAD_MS = { session_24h: 24 * HOUR_MS, session_1h: HOUR_MS } as const;

/** What to say, and to whom where the reminder is not for one person. */
type Telling = Pick<Notice, 'params' | 'link' | 'caseId'> & { readonly to?: readonly string[] };

/** Looks again at the fact behind a reminder that is due. */
@Injectable()
export class StillTrue {
  constructor(
    private readonly sessions: SessionFacts,
    private readonly requests: RequestFacts,
    private readonly invitations: InvitationFacts,
    private readonly members: CaseMembers,
    private readonly cases: CaseReader,
    private readonly clocks: ReadClocks,
    private readonly agreements: AgreementFacts,
  ) {}

  /** Empty when the fact no longer stands; several where several periods are told on one day. */
  async tellings(r: Reminder, now: Date): Promise<Telling[]> {
    if (CLOCK_KINDS.some((kind) => kind === r.kind)) return this.periods(r);
    if (r.kind === 'instalment_due') return this.instalments(r);
    const one = await this.telling(r, now);
    return one ? [one] : [];
  }

  private async telling(r: Reminder, now: Date): Promise<Telling | null> {
    switch (r.kind) {
      case 'session_24h':
      case 'session_1h':
        return this.session(r, AHEAD_MS[r.kind], now);
      case 'request_unanswered': {
        const request = await this.requests.of(r.subjectId);
        return request?.status === 'open' ? { params: { at: request.expiresAt.toISOString() }, link: '/desk' } : null;
      }
      case 'employer_silent':
        return this.silence(r);
      case 'mediation_ending': {
        const found = await this.cases.unsafeCase(r.subjectId);
        // an extension moves it, and has a reminder of its own
        return found?.mediationLastDate && mediationWarning(found.mediationLastDate).getTime() === r.dueAt.getTime() ? { params: { date: found.mediationLastDate }, caseId: r.subjectId, link: `/cases/${r.subjectId}` } : null;
      }
      default:
        throw new Error(`nobody plans reminders of ${r.kind}`);
    }
  }

  private async session(r: Reminder, aheadMs: number, now: Date): Promise<Telling | null> {
    const session = await this.sessions.of(r.subjectId);
    // no longer of it, or moved to another time, which has reminders of its own
    if (session?.status !== 'scheduled' || !session.accountIds.includes(r.accountId)) return null;
    const left = session.startsAt.getTime() - now.getTime();
    if (session.startsAt.getTime() - aheadMs !== r.dueAt.getTime() || left < aheadMs / 2) return null;
    return { params: { at: session.startsAt.toISOString() }, caseId: session.caseId, link: `/sessions/${r.subjectId}` };
  }

  /** The periods told on that day. */
  private async periods(r: Reminder): Promise<Telling[]> {
    const day = civilDate(r.dueAt);
    const told = clockReminders(await this.clocks.unsafeOf(r.subjectId)).filter((c) => c.kind === r.kind && c.day === day);
    if (told.length === 0) return [];
    const to = (await this.members.of(r.subjectId, ['claimant', 'counsel', 'officer'])).map((p) => p.accountId);
    return told.map(({ clock: { title, advice, rawDate, dueDate } }) => ({
      params: { title: title.zh, 'title.en': title.en, advice: advice?.zh ?? '', 'advice.en': advice?.en ?? '', safe: rawDate, date: dueDate },
      caseId: r.subjectId,
      link: `/cases/${r.subjectId}/rights`,
      to,
    }));
  }

  private async instalments(r: Reminder): Promise<Telling[]> {
    const agreement = await this.agreements.sealed(r.subjectId);
    // of several respondents that each pay their own, each is told of its own
    const payer = (await this.members.of(r.subjectId, RESPONDENTS)).find((m) => m.accountId === r.accountId);
    const theirs = (by: string | null) => by === null || !payer || by === (payer.respondentId ?? 'respondent');
    const open = (agreement?.instalments ?? []).filter((i) => !i.paid && theirs(i.by) && instalmentReminders(i.dueDate).some((at) => at.getTime() === r.dueAt.getTime()));
    return open.map(({ dueDate, amountFen }) => ({ params: { date: dueDate, amount: String(yuanOf(amountFen)) }, caseId: r.subjectId, link: `/agreements/${agreement!.id}` }));
  }

  private async silence(r: Reminder): Promise<Telling | null> {
    const invitation = await this.invitations.of(r.subjectId);
    if (!invitation?.waiting) return null;
    const people = await this.members.of(invitation.caseId, ['claimant', 'counsel', 'officer', 'mediator']);
    return { caseId: invitation.caseId, link: `/cases/${invitation.caseId}`, to: people.map((p) => p.accountId) };
  }
}
