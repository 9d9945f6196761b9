import { Injectable } from '@nestjs/common';
import { CaseLifecycle, CaseTimeline } from '@hejie/cases';
import { groupMemberLeft } from '@hejie/cases/contract';
import { OnEvent, UnitOfWork } from '@hejie/platform';
import { In } from 'typeorm';
import { bindsOf } from '../agreements/draft-agreement.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { AgreementShare } from './agreement-share.entity.js';

/** A draft that counts on a worker who left is void: the others settle anew without them. */
@Injectable()
export class VoidWhenMemberLeaves {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lifecycle: CaseLifecycle,
    private readonly timeline: CaseTimeline,
  ) {}

  @OnEvent(groupMemberLeft, 'mediation.group-member-left')
  async onLeft({ caseId, memberId }: { caseId: string; memberId: string }): Promise<void> {
    await this.work.run(async (tx) => {
      await this.lifecycle.lock(tx, caseId);
      const drafts = await tx.findBy(Agreement, { caseId, status: 'signing' });
      const counting = await tx.findBy(AgreementShare, { agreementId: In(drafts.map((d) => d.id)), memberId });
      for (const { agreementId } of counting) {
        const draft = drafts.find((d) => d.id === agreementId)!;
        await tx.update(Agreement, { id: agreementId }, { status: 'void' });
        await this.timeline.record(tx, { caseId, kind: 'mediation.agreement_void', actorId: null, data: { agreementId, ...bindsOf(draft) } });
      }
    });
  }
}
