import type { DueThing } from '@hejie/cases/contract';
import { caseClocks, type Calendars, type CaseClock } from '@hejie/law';
import type { EscalationStatus, Track } from '../contract/index.js';
import { reportedEvent } from '../escalate/reported-events.js';

/** Periods that a partner ends with a report of its own: whether it accepts, what it awards or decides, its order. */
const ANSWERED: readonly CaseClock['rule'][] = ['ARB_ACCEPT_5WD', 'ARB_AWARD_45D', 'ARB_REVIEW_DECIDE_5WD', 'JUDICIAL_CONFIRM_ACCEPT_3D', 'JUDICIAL_CONFIRM_DECIDE_15D', 'PAYMENT_ORDER_ACCEPT_5D', 'PAYMENT_ORDER_ISSUE_15D'];

/** Until when the law gives a partner for its next report, also when that day has gone by; null where no period runs. */
export function partnerDue(track: Track, reports: readonly { readonly status: EscalationStatus; readonly on: string }[], today: string, calendars: Calendars): DueThing | null {
  const events = reports.flatMap(({ status, on }) => reportedEvent(track, status, on) ?? []);
  // limitation, which the claims would start, is none of the partner's
  const clocks = caseClocks(events, { claimsPay: false, claimsOther: false, employed: false }, today, calendars);
  const clock = clocks.find((c) => ANSWERED.includes(c.rule) && c.endedOn === null);
  if (!clock) return null;
  const [article] = clock.articles;
  return {
    kind: 'statutory',
    title: clock.title,
    safeDate: clock.rawDate,
    lastDate: clock.dueDate,
    at: null,
    source: article ? `${article.law}${article.articles ? ` Art ${article.articles}` : ''}` : null,
    provisional: [...clock.provisional],
  };
}
