import { Injectable } from '@nestjs/common';
import { CaseMembers } from '@hejie/cases';
import { groupMemberLeft, representativesElected } from '@hejie/cases/contract';
import { OnEvent, UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';

/** In the consultation sit who files, the elected representatives and counsel: the group is too many to be advised in confidence. */
@Injectable()
export class AdmitRepresentatives {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rooms: Rooms,
    private readonly members: CaseMembers,
  ) {}

  @OnEvent(representativesElected, 'lawyers.representatives-elected')
  async onElected({ caseId }: { caseId: string }): Promise<void> {
    await this.settle(caseId);
  }

  @OnEvent(groupMemberLeft, 'lawyers.group-member-left')
  async onLeft({ caseId }: { caseId: string }): Promise<void> {
    await this.settle(caseId);
  }

  /** Lets in who represents the group now and puts out who does not any more; again changes nothing. */
  private async settle(caseId: string): Promise<void> {
    const consult = (await this.rooms.of(caseId)).find((r) => r.kind === 'consult');
    if (!consult) return;
    await this.work.run(async (tx) => {
      // one after the other, and asked afterwards: of two elections in a row the answer to the first must not let in last who was replaced
      await this.rooms.hold(tx, consult.id);
      const elected = (await this.members.of(caseId, ['representative'])).map((m) => m.accountId);
      const inside = await this.rooms.members(consult.id);
      for (const accountId of elected) if (!inside.some((m) => m.accountId === accountId)) await this.rooms.admit(tx, consult.id, { accountId, relation: 'representative' });
      for (const m of inside) if (m.relation === 'representative' && !elected.includes(m.accountId)) await this.rooms.remove(tx, consult.id, m.accountId);
    });
  }
}
