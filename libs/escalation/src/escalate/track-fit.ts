import { countPeriod, DEADLINE_RULES, payableAs, rollOver, type Calendars } from '@hejie/law';
import type { SealedAgreement } from '@hejie/mediation';
import type { Track } from '../contract/index.js';
import { refuse } from '../escalation.refusals.js';

type Agreement = Pick<SealedAgreement, 'effectiveOn' | 'instalments' | 'terms'>;

const PERIODS = { arbitral_review: DEADLINE_RULES.ARB_REVIEW_APPLY_15D, judicial_confirmation: DEADLINE_RULES.JUDICIAL_CONFIRM_APPLY_30D } as const;

/**
 * Three of the tracks stand on a sealed agreement. Both confirmations must be asked for in time, and a review does not confirm an
 * employment relationship (办案规则 Art 74-75; 民事诉讼法 Art 205); a payment order is for pay, medical costs of an injury, economic
 * compensation and damages alone, and needs something overdue (劳动争议调解仲裁法 Art 16).
 * @throws ESCALATION_NO_AGREEMENT, ESCALATION_TOO_LATE with the last day, ESCALATION_NOT_REVIEWED, ESCALATION_NOT_PAYABLE, ESCALATION_NOTHING_OVERDUE
 */
export function checkTrack(track: Track, agreement: Agreement | null, today: string, calendars: Calendars): void {
  const refusal = trackRefusal(track, agreement, today, calendars);
  if (refusal) throw refusal;
}

/** Why a track cannot be taken now, as `checkTrack` would throw it; null where it can. */
export function trackRefusal(track: Track, agreement: Agreement | null, today: string, calendars: Calendars): Error | null {
  if (track === 'arbitration' || track === 'litigation') return null;
  if (!agreement) return refuse('ESCALATION_NO_AGREEMENT');
  if (track === 'payment_order' && !agreement.terms.items.some((item) => item.amountFen > 0 && payableAs(item.kind))) return refuse('ESCALATION_NOT_PAYABLE');
  if (track === 'payment_order') return overdue(agreement, today, calendars).length === 0 ? refuse('ESCALATION_NOTHING_OVERDUE') : null;
  if (track === 'arbitral_review' && agreement.terms.items.some((item) => item.kind === 'employment_relation')) return refuse('ESCALATION_NOT_REVIEWED');
  const { n, unit } = PERIODS[track];
  const lastDate = countPeriod(agreement.effectiveOn, n, unit, calendars).value.dueDate;
  return today > lastDate ? refuse('ESCALATION_TOO_LATE', { params: { lastDate }, extra: { lastDate } }) : null;
}

/** Instalments whose last day has gone by unpaid. */
export function overdue<I extends Agreement['instalments'][number]>({ instalments }: { readonly instalments: readonly I[] }, today: string, calendars: Calendars): I[] {
  return instalments.filter((i) => !i.paid && rollOver(i.dueDate, calendars) < today);
}
