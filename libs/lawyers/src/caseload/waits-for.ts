import type { CaseWait } from '@hejie/cases';
import { isAppointment, type CasePath, type CaseStatus, type DueThing, type Relation } from '@hejie/cases/contract';
import type { WaitsFor } from '../contract/index.js';

const SOON_MS = 24 * 3_600_000;
/** Paths that end before the commission or a court; a lawyer by legal aid stands up there too. */
const LEADS_ON: readonly CasePath[] = ['arbitration', 'court', 'legal_aid'];
const UNSETTLED: readonly CaseStatus[] = ['consulting', 'negotiating', 'mediating'];

/** What a case waits for from somebody who works in it as these; null while it is somebody else's turn. */
export function waitsFor(relations: readonly Relation[], { status, path }: { readonly status: CaseStatus; readonly path: CasePath | null }, dues: readonly DueThing[], now: Date): WaitsFor | null {
  const session = dues.find(isAppointment);
  const convenes = relations.includes('counsel') || relations.includes('mediator');
  if (status === 'filed' && relations.includes('officer')) return 'find_lawyer';
  const leadsOn = path !== null && LEADS_ON.includes(path);
  const goesOn = relations.includes('counsel') || relations.includes('officer');
  // chosen to leave mediation for the commission or a court: that is still to be carried out
  if (leadsOn && UNSETTLED.includes(status) && !session && goesOn) return 'go_on';
  if (status === 'consulting' && relations.includes('counsel')) return path === null ? 'choose_path' : null;
  if (status === 'mediating' && convenes && !session) return leadsOn ? null : 'convene';
  if (session?.at && relations.includes('mediator') && Date.parse(session.at) - now.getTime() < SOON_MS) return 'hold_session';
  if (status === 'mediation_failed' && goesOn) return 'go_on';
  return null;
}

/** What a case waits for by name comes before what its status says: while an agreement is being signed nobody sets another session. */
export function turnOf(accountId: string, wait: CaseWait | undefined, byStatus: () => WaitsFor | null): WaitsFor | null {
  if (!wait) return byStatus();
  return wait.accountIds.includes(accountId) ? wait.what : null;
}
