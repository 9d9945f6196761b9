import { Injectable } from '@nestjs/common';
import { CaseReader, CaseTimeline, RESPONDENTS } from '@hejie/cases';
import { Accounts } from '@hejie/identity';
import { Clock, type Tx } from '@hejie/platform';
import { Rooms, SealedLogs, sha256 } from '@hejie/rooms';
import { chainStart, type SealedHeader } from '../contract/index.js';
import { MediatorChange } from '../change-mediator/mediator-change.entity.js';
import { Caucuses, type SessionRoom } from '../sessions/caucuses.js';
import type { MediationSession } from '../sessions/mediation-session.entity.js';
import { SessionParticipant } from '../sessions/session-participant.entity.js';
import { SessionSeal } from './session-seal.entity.js';

/** At the end of a session the logs of its rooms become chains whose heads stand on the timeline. */
@Injectable()
export class SealSession {
  constructor(
    private readonly logs: SealedLogs,
    private readonly rooms: Rooms,
    private readonly caucuses: Caucuses,
    private readonly cases: CaseReader,
    private readonly accounts: Accounts,
    private readonly timeline: CaseTimeline,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that ends the session, after its last line was said. */
  async seal(tx: Tx, session: MediationSession, actorId: string): Promise<void> {
    const rooms = await this.caucuses.roomsOf(session, tx);
    const header = await this.header(tx, session, rooms);
    await tx.insert(SessionSeal, { sessionId: session.id, header: header as object });
    const heads: Record<string, string> = {};
    // of several respondents each has a caucus of this kind
    for (const { id, kind, respondentId } of rooms) heads[respondentId ? `${kind}:${respondentId}` : kind] = await this.logs.seal(tx, id, chainStart(header, { id, kind }, sha256));
    await this.timeline.record(tx, { caseId: session.caseId, kind: 'mediation.log_sealed', actorId, data: { sessionId: session.id, heads } });
  }

  private async header(tx: Tx, session: MediationSession, rooms: readonly SessionRoom[]): Promise<SealedHeader> {
    const people = await tx.find(SessionParticipant, { where: { sessionId: session.id }, order: { side: 'ASC', accountId: 'ASC' } });
    // who conducted it before spoke in it too
    const former = await tx.find(MediatorChange, { where: { caseId: session.caseId }, order: { id: 'ASC' } });
    const known = new Set(people.map((p) => p.accountId));
    const before = [...new Set(former.map((c) => c.fromId))].filter((accountId) => !known.has(accountId)).map((accountId) => ({ accountId, side: 'mediator' as const }));
    // and who stood for a respondent and was followed by another
    for (const p of before) known.add(p.accountId);
    const inRooms = (await Promise.all(rooms.map((room) => this.rooms.everIn(room.id)))).flat();
    const gone = [...new Set(inRooms.filter((p) => RESPONDENTS.some((r) => r === p.relation)).map((p) => p.accountId))].filter((accountId) => !known.has(accountId)).map((accountId) => ({ accountId, side: 'respondent' as const }));
    const all = [...people, ...before, ...gone];
    const names = await this.accounts.names(all.map((p) => p.accountId));
    const brief = (await this.cases.brief([session.caseId])).get(session.caseId);
    return {
      sessionId: session.id,
      caseNumber: brief?.number ?? '',
      sealedAt: this.clock.now().toISOString(),
      people: all.map(({ accountId, side }) => ({ accountId, name: names.get(accountId)?.name ?? '', side })),
    };
  }
}
