import { Injectable } from '@nestjs/common';
import { CaseMembers, Delegations } from '@hejie/cases';
import { delegationRevoked, groupMemberLeft, representativesElected } from '@hejie/cases/contract';
import { AccountNews, OnEvent, UnitOfWork, type Tx } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { DataSource, In } from 'typeorm';
import { SESSION_CHANGED } from '../contract/index.js';
import { MediationSession } from './mediation-session.entity.js';
import { SessionAccess, sideIn } from './session-access.js';
import { SessionParticipant } from './session-participant.entity.js';

/** Who no longer represents the workers, by election or by letter, loses the seat and with it the rooms of a session that is ahead or under way. */
@Injectable()
export class UnseatFormer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly members: CaseMembers,
    private readonly delegations: Delegations,
    private readonly rooms: Rooms,
    private readonly news: AccountNews,
  ) {}

  @OnEvent(groupMemberLeft, 'mediation.unseat-who-left')
  async onLeft({ caseId }: { caseId: string }): Promise<void> {
    await this.settle(caseId);
  }

  @OnEvent(representativesElected, 'mediation.unseat-replaced')
  async onElected({ caseId }: { caseId: string }): Promise<void> {
    await this.settle(caseId);
  }

  @OnEvent(delegationRevoked, 'mediation.unseat-delegate')
  async onRevoked({ caseId }: { caseId: string }): Promise<void> {
    await this.settle(caseId);
  }

  /** Again changes nothing. */
  private async settle(caseId: string): Promise<void> {
    const live = await this.dataSource.getRepository(MediationSession).findBy({ caseId, status: In(['scheduled', 'open']) });
    for (const { id } of live) {
      await this.work.run(async (tx) => {
        const session = await this.access.lock(tx, id);
        if (session.status === 'scheduled' || session.status === 'open') await this.unseat(tx, session);
      });
    }
  }

  private async unseat(tx: Tx, session: MediationSession): Promise<void> {
    // asked under the session's lock: the event may be old and they elected again
    const ours = (await this.members.of(session.caseId)).filter((m) => sideIn([m.relation]) === 'claimant').map((m) => m.accountId);
    const letters = (await this.delegations.goodIn(session.caseId)).map((d) => d.delegateId);
    const seated = await tx.findBy(SessionParticipant, { sessionId: session.id, side: 'claimant' });
    for (const { accountId } of seated.filter((p) => ![...ours, ...letters].includes(p.accountId))) {
      for (const roomId of [session.jointRoomId, session.claimantRoomId]) await this.rooms.remove(tx, roomId, accountId);
      await tx.delete(SessionParticipant, { sessionId: session.id, accountId });
      for (const told of [accountId, session.mediatorId]) await this.news.ring(tx, told, SESSION_CHANGED);
    }
  }
}
