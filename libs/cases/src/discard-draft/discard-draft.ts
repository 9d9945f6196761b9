import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, ReleasedFiles, UnitOfWork, type Actor } from '@hejie/platform';
import { CaseAccess } from '../case/case-access.js';
import { CaseMember } from '../case/case-member.entity.js';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { refuse } from '../cases.refusals.js';
import { Custody } from '../custody/custody.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { CaseEvent } from '../timeline/case-event.entity.js';

/** Throws a draft away: nobody sees it again, and nothing that was typed into it is kept. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly claimants: ClaimantVault,
    private readonly custody: Custody,
    private readonly audit: AuditLog,
    private readonly released: ReleasedFiles,
    private readonly clock: Clock,
  ) {}

  /** What stays is an empty row, which the custody trail of its files hangs on. @throws NOT_FOUND, CASE_NOT_DRAFT */
  async execute(actor: Actor, caseId: string): Promise<void> {
    await this.access.require(actor, caseId, ['claimant']);
    await this.work.run(async (tx) => {
      const row = await tx.findOneOrFail(DisputeCase, { where: { id: caseId }, lock: { mode: 'pessimistic_write' } });
      if (row.status !== 'draft') throw refuse('CASE_NOT_DRAFT');
      const evidence = await tx.findBy(CaseEvidence, { caseId });
      for (const file of evidence) {
        await this.custody.append(tx, file, { kind: 'removed', actorId: actor.accountId });
        await this.released.release(tx, file.sha256);
      }
      await tx.delete(CaseEvidence, { caseId });
      await tx.delete(CaseEvent, { caseId });
      const now = this.clock.now();
      await tx.update(DisputeCase, { id: caseId }, { facts: {}, employerName: '', claimantSealed: this.claimants.seal({}), updatedAt: now } as object);
      await tx.update(CaseMember, { caseId }, { until: now });
      await this.audit.append(tx, { actorId: actor.accountId, action: 'cases.draft_discarded', subject: `case:${caseId}`, detail: { files: evidence.length } });
    });
  }
}
