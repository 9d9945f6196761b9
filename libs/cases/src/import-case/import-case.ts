import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@hejie/platform';
import { CaseMember } from '../case/case-member.entity.js';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { CaseFacts, CaseMove, CaseOutcome, CaseStatus } from '../contract/index.js';
import { claimedFen, nextCaseNumber } from '../file-case/file-case.js';
import { CaseEvent } from '../timeline/case-event.entity.js';

export interface HistoricCase {
  readonly claimantId: string;
  readonly claimantName: string;
  readonly organisationPath: string;
  readonly facts: CaseFacts;
  readonly filedAt: Date;
  readonly status: CaseStatus;
  readonly outcome: CaseOutcome | null;
  readonly settledFen: number | null;
  /** What happened after filing, oldest first. */
  readonly history: readonly { at: Date; move: CaseMove; from: CaseStatus; to: CaseStatus }[];
}

/** Takes over a case that was handled before this platform, with its dates. Announces nothing. */
@Injectable()
export class ImportCase {
  constructor(private readonly claimants: ClaimantVault) {}

  async execute(tx: Tx, past: HistoricCase): Promise<string> {
    const id = newId();
    const last = past.history.at(-1)?.at ?? past.filedAt;
    const ended = past.status === 'closed' || past.status === 'withdrawn';
    await tx.insert(DisputeCase, {
      id,
      createdBy: past.claimantId,
      requestId: newId(),
      claimantId: past.claimantId,
      organisationPath: past.organisationPath,
      number: await nextCaseNumber(tx, past.filedAt),
      status: past.status,
      outcome: past.outcome,
      path: null,
      primaryType: past.facts.disputeTypes[0]!,
      employerName: past.facts.employer.name,
      facts: past.facts as object,
      claimantSealed: this.claimants.seal({ name: past.claimantName }),
      amountClaimedFen: String(claimedFen(past.facts)),
      amountSettledFen: past.settledFen === null ? null : String(past.settledFen),
      behalfConsent: null,
      version: 1,
      createdAt: past.filedAt,
      updatedAt: last,
      filedAt: past.filedAt,
      closedAt: ended ? last : null,
    });
    await tx.insert(CaseMember, { caseId: id, accountId: past.claimantId, relation: 'claimant', since: past.filedAt, until: null });
    const events = [{ at: past.filedAt, move: 'file' as CaseMove, from: 'draft' as CaseStatus, to: 'filed' as CaseStatus }, ...past.history];
    await tx.insert(
      CaseEvent,
      events.map(({ at, move, from, to }) => ({ id: newId(), caseId: id, at, kind: `cases.${move}`, actorId: null, audience: 'all' as const, data: { from, to, imported: true }, requestId: null })),
    );
    return id;
  }
}
