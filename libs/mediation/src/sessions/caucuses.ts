import { Injectable } from '@nestjs/common';
import type { Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { DataSource } from 'typeorm';
import type { Party, SealedRoomKind } from '../contract/index.js';
import type { MediationSession } from './mediation-session.entity.js';
import { SessionCaucus } from './session-caucus.entity.js';

/** A room of a session; `respondentId` says whose caucus it is where that is not the employer. */
export interface SessionRoom {
  readonly id: string;
  readonly kind: SealedRoomKind;
  readonly respondentId: string | null;
}

/** The rooms of a session: the joint one, the claimant's caucus, and one for each respondent. Which is whose is said here and nowhere else. */
@Injectable()
export class Caucuses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rooms: Rooms,
  ) {}

  /** All of a session, in the order in which they are locked. */
  async roomsOf(session: MediationSession, db: Tx = this.dataSource.manager): Promise<SessionRoom[]> {
    const others = await db.find(SessionCaucus, { where: { sessionId: session.id }, order: { roomId: 'ASC' } });
    return [
      { id: session.jointRoomId, kind: 'joint', respondentId: null },
      { id: session.claimantRoomId, kind: 'caucus_claimant', respondentId: null },
      { id: session.respondentRoomId, kind: 'caucus_respondent', respondentId: null },
      ...others.map(({ roomId, respondentId }) => ({ id: roomId, kind: 'caucus_respondent' as const, respondentId })),
    ];
  }

  /** Those a party may know of: the joint one and its own caucus; all for the mediator, none for who only looks on. */
  async roomsFor(session: MediationSession, party: Party | null): Promise<SessionRoom[]> {
    if (!party) return [];
    const all = await this.roomsOf(session);
    return party.side === 'mediator' ? all : all.filter((r) => r.kind === 'joint' || (r.kind === `caucus_${party.side}` && r.respondentId === party.respondentId));
  }

  /** The caucus of a party, opened where a respondent beside the employer has none yet. The caller holds the session's lock. */
  async of(tx: Tx, session: MediationSession, { side, respondentId }: Party): Promise<string> {
    if (side === 'claimant') return session.claimantRoomId;
    if (respondentId === null) return session.respondentRoomId;
    const there = await tx.findOneBy(SessionCaucus, { sessionId: session.id, respondentId });
    if (there) return there.roomId;
    const roomId = await this.rooms.open(tx, { caseId: session.caseId, kind: 'caucus_respondent', sessionId: session.id, members: [] });
    await tx.insert(SessionCaucus, { sessionId: session.id, respondentId, roomId });
    // who conducts is in every room of an open session
    if (session.status === 'open') await this.rooms.admit(tx, roomId, { accountId: session.mediatorId, relation: 'mediator' });
    return roomId;
  }

  /** Respondents beside the employer who were seated in each of these sessions. */
  async seated(sessionIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.dataSource.query<{ session_id: string; ids: string[] }[]>('select session_id, array_agg(respondent_id) as ids from session_caucus where session_id = any($1::uuid[]) group by 1', [sessionIds]);
    return new Map(rows.map((r) => [r.session_id, r.ids]));
  }
}
