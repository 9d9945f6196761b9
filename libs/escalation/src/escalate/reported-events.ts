import type { CaseEvent } from '@hejie/law';
import type { EscalationStatus, Track } from '../contract/index.js';

const KINDS: Readonly<Record<Track, Partial<Record<EscalationStatus, CaseEvent['kind']>>>> = {
  arbitration: { received: 'arbitration_applied', accepted: 'arbitration_accepted', rejected: 'arbitration_refused', awarded: 'award_received' },
  arbitral_review: { received: 'confirmation_applied', accepted: 'review_accepted', rejected: 'review_decided', closed: 'review_decided' },
  judicial_confirmation: { received: 'judicial_confirmation_applied', accepted: 'judicial_confirmation_accepted', rejected: 'judicial_confirmation_refused', closed: 'judicial_confirmation_decided' },
  payment_order: { received: 'payment_order_applied', accepted: 'payment_order_accepted', rejected: 'payment_order_rejected' },
  litigation: { received: 'suit_filed' },
};
const APPLIES: Readonly<Record<Track, CaseEvent['by']>> = { arbitration: 'worker', arbitral_review: 'both', judicial_confirmation: 'both', payment_order: 'worker', litigation: 'worker' };

/** What a partner's report on a track means to the law's periods; null where no period asks for it. @param on the day it tells of */
export function reportedEvent(track: Track, status: EscalationStatus, on: string): CaseEvent | null {
  const kind = KINDS[track][status];
  return kind ? { kind, on, by: status === 'received' ? APPLIES[track] : 'authority' } : null;
}
