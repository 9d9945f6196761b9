import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor } from '@hejie/platform';
import { CaseAccess } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { refuse } from '../cases.refusals.js';
import type { MoveCase as MoveCaseBody } from '../contract/index.js';
import { CaseEvidence } from '../evidence/case-evidence.entity.js';
import { maySee } from '../evidence/evidence-rules.js';
import { SetAside } from '../set-aside/set-aside.js';

/** The moves people make by hand: withdrawing, recording performance, and "paid after we called". */
@Injectable()
export class MoveCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly aside: SetAside,
    private readonly lifecycle: CaseLifecycle,
  ) {}

  /** @throws NOT_FOUND, CASE_STALE, CASE_MOVE_ILLEGAL, CASE_PROOF_MISSING */
  async execute(actor: Actor, caseId: string, input: MoveCaseBody): Promise<void> {
    const relations = await this.access.require(actor, caseId);
    await this.work.run(async (tx) => {
      // a proof that the mover may not see is none of theirs to rely on
      const given = input.evidenceId ? await tx.findOneBy(CaseEvidence, { id: input.evidenceId, caseId }) : null;
      const proof = given && maySee(given, relations, actor, await this.aside.from(actor, relations, caseId)) ? given : null;
      const paid = input.move === 'paid_after_contact' ? input.amountFen : undefined;
      await this.lifecycle.move(tx, {
        caseId,
        move: input.move,
        actorId: actor.accountId,
        relations,
        expectedStatus: input.expectedStatus,
        requestId: input.requestId,
        data: {
          ...(proof ? { sha256: proof.sha256 } : {}),
          ...(input.reason ? { reason: input.reason } : {}),
          ...(proof ? { evidenceId: proof.id } : {}),
          ...(paid === undefined ? {} : { amountFen: paid }),
        },
        ...(paid === undefined ? {} : { set: { amountSettledFen: paid } }),
      });
      // asked last: who may not make the move at all is told that, and the transaction takes the move back
      if (input.move === 'paid_after_contact') {
        if (!proof || !paid) throw refuse('CASE_PROOF_MISSING');
      }
    });
  }
}
