import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { RESPONDENTS } from '../case/case-access.js';
import { CaseMembers } from '../case/case-members.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { CaseInvitation } from './case-invitation.entity.js';

/** What other contexts may know of an invitation of a respondent. */
@Injectable()
export class InvitationFacts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly members: CaseMembers,
  ) {}

  /** `waiting`: the case goes on, nobody has joined for who was invited, and no later invitation was sent. Null for one that is not there. */
  async of(invitationId: string): Promise<{ caseId: string; sentAt: Date; waiting: boolean } | null> {
    const invitations = this.dataSource.getRepository(CaseInvitation);
    const invitation = await invitations.findOneBy({ id: invitationId });
    if (!invitation) return null;
    const { caseId, createdAt, respondentId } = invitation;
    const [newest, found, joined] = await Promise.all([
      invitations.findOneOrFail({ where: { caseId, respondentId: respondentId ?? IsNull() }, order: { createdAt: 'DESC', id: 'DESC' } }),
      this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId }),
      this.members.of(caseId, RESPONDENTS),
    ]);
    const ended = ['closed', 'withdrawn', 'escalated'].includes(found.status);
    return { caseId, sentAt: createdAt, waiting: !ended && !joined.some((m) => m.respondentId === respondentId) && newest.id === invitationId };
  }
}
