import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MediationSession } from './mediation-session.entity.js';
import { SessionParticipant } from './session-participant.entity.js';

/** What other contexts may know of sessions: when they are and who is expected. */
@Injectable()
export class SessionFacts {
  constructor(private readonly dataSource: DataSource) {}

  /** Null for a session that is not there. */
  async of(sessionId: string) {
    const session = await this.dataSource.getRepository(MediationSession).findOneBy({ id: sessionId });
    if (!session) return null;
    const people = await this.dataSource.getRepository(SessionParticipant).findBy({ sessionId });
    return { caseId: session.caseId, status: session.status, startsAt: session.startsAt, mode: session.mode, place: session.place, accountIds: people.map((p) => p.accountId) };
  }

  /** Facts both sides agreed are not disputed: the only thing said in mediation that may leave it (在线调解规则 Art 18). */
  async undisputedFacts(caseId: string): Promise<string | null> {
    const closed = await this.dataSource.getRepository(MediationSession).find({ where: { caseId, status: 'closed' }, order: { closedAt: 'DESC' } });
    return closed.find((s) => s.undisputedFacts)?.undisputedFacts ?? null;
  }
}
