import type { CaseWait } from '@hejie/cases';
import { isAppointment, type CaseStatus, type DueThing, type Relation } from '@hejie/cases/contract';
import type { WaitsFor } from '../contract/index.js';

const SOON_MS = 24 * 3_600_000;

/** What a case waits for from somebody who works in it as these; null while it is somebody else's turn. */
export function waitsFor(relations: readonly Relation[], status: CaseStatus, dues: readonly DueThing[], now: Date): WaitsFor | null {
  const session = dues.find(isAppointment);
  const convenes = relations.includes('counsel') || relations.includes('mediator');
  if (status === 'filed' && relations.includes('officer')) return 'find_lawyer';
  if (status === 'consulting' && relations.includes('counsel')) return 'choose_path';
  if (status === 'mediating' && convenes && !session) return 'convene';
  if (session?.at && relations.includes('mediator') && Date.parse(session.at) - now.getTime() < SOON_MS) return 'hold_session';
  if (status === 'mediation_failed' && (relations.includes('counsel') || relations.includes('officer'))) return 'go_on';
  return null;
}

/** What a case waits for by name comes before what its status says: while an agreement is being signed nobody sets another session. */
export function turnOf(accountId: string, wait: CaseWait | undefined, byStatus: () => WaitsFor | null): WaitsFor | null {
  if (!wait) return byStatus();
  return wait.accountIds.includes(accountId) ? wait.what : null;
}
