import { Injectable } from '@nestjs/common';
import { CaseReader } from '@hejie/cases';
import { caseMoved } from '@hejie/cases/contract';
import { OnEvent, UnitOfWork } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { Proposal } from '../proposals/proposal.entity.js';
import { EndSession } from './end-session.js';
import { MediationSession } from './mediation-session.entity.js';
import { SessionAccess } from './session-access.js';

/** A case that is no longer in mediation (withdrawn, escalated, settled on site) leaves no session waiting or open. */
@Injectable()
export class EndSessionsWithCase {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly cases: CaseReader,
    private readonly ending: EndSession,
  ) {}

  @OnEvent(caseMoved, 'mediation.end-with-case')
  async end({ caseId, to }: { caseId: string; to: string }): Promise<void> {
    if (to === 'mediating') return;
    const live = await this.dataSource.getRepository(MediationSession).findBy({ caseId, status: In(['scheduled', 'open']) });
    for (const { id } of live) {
      await this.work.run(async (tx) => {
        const session = await this.access.lock(tx, id);
        if (session.status !== 'scheduled' && session.status !== 'open') return;
        // asked under the session's lock: the event may be old and the case back in mediation with this very session
        const now = (await this.cases.brief([caseId])).get(caseId)?.status;
        if (now === 'mediating') return;
        const agreed = await tx.existsBy(Proposal, { sessionId: id, state: 'accepted' });
        await this.ending.end(tx, session, { actorId: session.mediatorId, outcome: agreed ? 'agreed' : null });
      });
    }
  }
}
