import { countPeriod, DEADLINE_RULES, type DeadlineCode } from '@hejie/law';
import { civilDate } from '@hejie/platform';
import type { CaseStatus, CaseView } from '../contract/index.js';
import { mediationDue } from '../read-case/read-case.js';

export type Due = NonNullable<CaseView['mediationDue']>;

/** What can be applied for after an agreement, the earlier first (企业劳动争议协商调解规定 Art 27; 民事诉讼法 Art 205). */
const AFTER_AGREEMENT: readonly DeadlineCode[] = ['ARB_REVIEW_APPLY_15D', 'JUDICIAL_CONFIRM_APPLY_30D'];

/**
 * The statutory date that comes next for a case. Until there is an agreement that is the end of mediation,
 * also when it is over; after one, the last days to have it confirmed, which are no longer told once over.
 */
export function nextDue(c: { status: CaseStatus; filedAt: Date; agreedAt: Date | null }, today: string): Due | null {
  if (c.status !== 'agreed' || !c.agreedAt) return mediationDue(c);
  const agreedOn = civilDate(c.agreedAt);
  for (const rule of AFTER_AGREEMENT) {
    const { n, unit, source } = DEADLINE_RULES[rule];
    const { value, working } = countPeriod(agreedOn, n, unit);
    if (value.dueDate >= today) return { rule, source, safeDate: value.rawDate, lastDate: value.dueDate, working: [...working] };
  }
  return null;
}
