import { Injectable } from '@nestjs/common';
import { CaseMembers, Delegations } from '@hejie/cases';
import { DataSource } from 'typeorm';
import { MediationSession } from './mediation-session.entity.js';
import { SessionAccess, sideIn } from './session-access.js';

/** What other contexts may know of sessions: when they are and who is expected. */
@Injectable()
export class SessionFacts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly members: CaseMembers,
    private readonly access: SessionAccess,
    private readonly delegations: Delegations,
  ) {}

  /** With whoever may come to it as things stand today, seated or not. Null for a session that is not there. */
  async of(sessionId: string) {
    const session = await this.dataSource.getRepository(MediationSession).findOneBy({ id: sessionId });
    if (!session) return null;
    const sided = [];
    for (const m of await this.members.of(session.caseId)) if (sideIn([m.relation]) !== null && (await this.access.mayCome(session, m.respondentId))) sided.push(m);
    const letters = await this.delegations.goodIn(session.caseId);
    const accountIds = [...new Set([session.mediatorId, ...sided.map((m) => m.accountId), ...letters.map((l) => l.delegateId)])];
    return { caseId: session.caseId, mediatorId: session.mediatorId, status: session.status, startsAt: session.startsAt, mode: session.mode, place: session.place, accountIds };
  }

  /** Sessions of a case that have not begun. */
  async aheadIn(caseId: string): Promise<string[]> {
    return (await this.dataSource.getRepository(MediationSession).findBy({ caseId, status: 'scheduled' })).map((s) => s.id);
  }

  /**
   * Facts that all parties confirmed in the minutes as not disputed: the only thing said in mediation that may leave it
   * (在线调解规则 Art 18, 22). What the mediator noted alone, or one of them objected to, may not. Null where there are none.
   */
  async undisputedFacts(caseId: string): Promise<string | null> {
    const [newest] = await this.dataSource.query<{ facts: string }[]>(
      `select m.content ->> 'undisputedFacts' as facts from session_minutes m join mediation_session s on s.id = m.session_id
       where s.case_id = $1 and m.status = 'final' and m.content ->> 'undisputedFacts' <> ''
         and (select count(*) filter (where a.answer = 'confirmed') = count(*) and count(*) >= 2 from minutes_answer a where a.minutes_id = m.id)
       order by m.final_at desc limit 1`,
      [caseId],
    );
    return newest?.facts ?? null;
  }
}
