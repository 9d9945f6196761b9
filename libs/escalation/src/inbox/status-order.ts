import type { EscalationStatus, InboxShow } from '../contract/index.js';

/** What may follow what. An award or a rejection ends it. */
export const NEXT: Readonly<Record<EscalationStatus, readonly EscalationStatus[]>> = {
  queued: [],
  sent: ['received'],
  received: ['accepted', 'rejected'],
  accepted: ['hearing', 'awarded', 'closed'],
  hearing: ['hearing', 'awarded', 'closed'],
  rejected: [],
  awarded: [],
  closed: [],
};
/** Which statuses an inbox shows together. */
export const SHOWN: Readonly<Record<InboxShow, readonly EscalationStatus[]>> = { waiting: ['sent'], underway: ['received', 'accepted', 'hearing'], over: ['rejected', 'awarded', 'closed'] };
export const KINDS = Object.keys(SHOWN) as InboxShow[];
/** The outcome a status gives the case. */
export const ENDS_CASE: Partial<Record<EscalationStatus, 'awarded' | 'judged'>> = { awarded: 'awarded', closed: 'judged' };
