import { Injectable } from '@nestjs/common';
import { Groups } from '@hejie/cases';
import type { Tx } from '@hejie/platform';
import type { Terms } from '../contract/index.js';
import { refuse } from '../mediation.refusals.js';
import { AgreementShare } from './agreement-share.entity.js';

/** A group's agreement names each worker of the group with an amount, and each of them agrees to it. */
@Injectable()
export class ShareRules {
  constructor(private readonly groups: Groups) {}

  /** That terms name exactly the workers who are in the case's group now. @throws TERMS_SHARES_UNFIT */
  async check(caseId: string, { shares = [] }: Terms): Promise<void> {
    const workers = await this.groups.unsafeWorkers(caseId);
    if (shares.length !== workers.length || !workers.every((w) => shares.some((s) => s.memberId === w.memberId))) throw refuse('TERMS_SHARES_UNFIT');
  }

  /** Who settles for others needs the consent of each (办案规则 Art 5). @throws AGREEMENT_MEMBERS_PENDING while somebody has not agreed, or has left */
  async checkAccepted(tx: Tx, agreementId: string): Promise<void> {
    const shares = await tx.findBy(AgreementShare, { agreementId });
    const members = await this.groups.unsafeByIds(shares.map((s) => s.memberId));
    const count = shares.filter((s) => !s.acceptedAt || !members.get(s.memberId)?.in).length;
    if (count) throw refuse('AGREEMENT_MEMBERS_PENDING', { params: { count } });
  }
}
