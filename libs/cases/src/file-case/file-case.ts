import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { civilDate, Clock, Outbox, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { DataSource } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { ClaimantVault } from '../case/claimant-details.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { CASE_LIFECYCLE } from '../case/case-lifecycle-table.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { caseFiled, type CaseFacts, type Receipt } from '../contract/index.js';
import { factsOfAnswers } from '../intake/facts-of-answers.js';
import { PlaceFigures } from '../intake/place-figures.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { Receipts } from './receipts.js';
import { refuse } from '../cases.refusals.js';

const { from, to } = CASE_LIFECYCLE.file;

/** Turns a complete draft into a filed case with a number. */
@Injectable()
export class FileCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly claimants: ClaimantVault,
    private readonly accounts: Accounts,
    private readonly timeline: CaseTimeline,
    private readonly outbox: Outbox,
    private readonly receipts: Receipts,
    private readonly figures: PlaceFigures,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat: filing again gives the same receipt. @throws NOT_FOUND, CASE_STALE, CASE_INCOMPLETE and as `factsOfAnswers` */
  async execute(actor: Actor, caseId: string): Promise<Receipt> {
    await this.access.require(actor, caseId, ['claimant']);
    const draft = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    const by = await this.figures.of(draft.facts.region ?? '', draft.facts.intake ?? {}); // not while the row is locked
    await this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      if (!from.includes(row.status)) return;
      if (row.updatedAt.getTime() !== draft.updatedAt.getTime()) throw refuse('CASE_STALE');
      const facts = factsOfAnswers(row.facts, by);
      const { name } = this.claimants.open(row.claimantSealed);
      if (!name) throw refuse('CASE_INCOMPLETE');
      await this.accounts.nameIfUnnamed(tx, row.claimantId, name); // how the others at the case will see them
      const now = this.clock.now();
      await tx.update(DisputeCase, { id: caseId }, {
        status: to,
        number: await nextCaseNumber(tx, now),
        primaryType: facts.disputeTypes[0]!,
        employerName: facts.employer.name,
        facts,
        amountClaimedFen: String(claimedFen(facts)),
        version: row.version + 1,
        filedAt: now,
        updatedAt: now,
      } as object);
      await this.timeline.record(tx, { caseId, kind: 'cases.file', actorId: actor.accountId, data: { from: row.status, to } });
      await this.outbox.put(tx, caseFiled, { caseId });
    });
    return this.receipts.of(caseId);
  }
}

/** 和调〔2026〕000123号; the year is that of the filing day in China. */
export async function nextCaseNumber(tx: Tx, now: Date): Promise<string> {
  const [row] = await tx.query<{ n: string }[]>(`select nextval('case_number_seq') as n`);
  return caseNumber(now, row!.n.padStart(6, '0'));
}

/** @param n the running part, padded to six digits */
export function caseNumber(now: Date, n: string): string {
  return `和调〔${civilDate(now).slice(0, 4)}〕${n}号`;
}

/** Sum of the amounts asked for, fen. */
export function claimedFen(facts: Pick<CaseFacts, 'claims'>): number {
  return facts.claims.reduce((sum, claim) => sum + (claim.amountFen ?? 0), 0);
}
