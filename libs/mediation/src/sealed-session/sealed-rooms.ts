import type { SealedRoomKind, Side } from '../contract/index.js';
import type { MediationSession } from '../sessions/mediation-session.entity.js';

/** The rooms of a session; for a side, without the other side's caucus. */
export function sealedRooms(session: MediationSession, side: Side = 'mediator'): { id: string; kind: SealedRoomKind }[] {
  return [
    { id: session.jointRoomId, kind: 'joint' as const },
    ...(side === 'respondent' ? [] : [{ id: session.claimantRoomId, kind: 'caucus_claimant' as const }]),
    ...(side === 'claimant' ? [] : [{ id: session.respondentRoomId, kind: 'caucus_respondent' as const }]),
  ];
}
