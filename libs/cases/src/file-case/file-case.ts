import { Injectable } from '@nestjs/common';
import { Batcher, civilDate, type Actor, type Tx } from '@hejie/platform';
import { DataSource, In } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { ClaimantVault } from '../case/claimant-details.js';
import { CASE_LIFECYCLE } from '../case/case-lifecycle-table.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { CaseFacts, Receipt } from '../contract/index.js';
import { factsOfAnswers } from '../intake/facts-of-answers.js';
import { PlaceFigures } from '../intake/place-figures.js';
import { Filings, othersOf } from './filings.js';
import { Receipts } from './receipts.js';
import { refuse } from '../cases.refusals.js';

const { from } = CASE_LIFECYCLE.file;

/** Most drafts read by one query. */
const MAX_DRAFTS = 100;

/** Turns a complete draft into a filed case with a number. */
@Injectable()
export class FileCase {
  private readonly drafts = new Batcher((ids: readonly string[]) => this.read(ids), MAX_DRAFTS);

  constructor(
    private readonly access: CaseAccess,
    private readonly claimants: ClaimantVault,
    private readonly filings: Filings,
    private readonly receipts: Receipts,
    private readonly figures: PlaceFigures,
    private readonly dataSource: DataSource,
  ) {}

  /** Safe to repeat: filing again gives the same receipt. @throws NOT_FOUND, CASE_STALE, CASE_INCOMPLETE and as `factsOfAnswers` */
  async execute(actor: Actor, caseId: string): Promise<Receipt> {
    await this.access.require(actor, caseId, ['claimant']);
    const draft = await this.drafts.add(caseId);
    if (!draft || !from.includes(draft.status)) return this.receipts.of(caseId);
    const { others = [], ...facts } = factsOfAnswers(draft.facts, await this.figures.of(draft.facts.region ?? '', draft.facts.intake ?? {}));
    const { name } = this.claimants.open(draft.claimantSealed);
    if (!name) throw refuse('CASE_INCOMPLETE');
    const filed = await this.filings.fileDraft({
      id: caseId,
      seen: draft.updatedAt,
      actor_id: actor.accountId,
      primary_type: facts.disputeTypes[0]!,
      employer_name: facts.employer.name,
      facts,
      amount_claimed_fen: claimedFen(facts),
      claimant: { accountId: draft.claimantId, name },
      others: othersOf(others),
    });
    if (filed) return this.receipts.word({ ...filed, claimantName: name, employerName: facts.employer.name, otherRespondents: others.map((o) => o.name) }, await this.receipts.servedBy(draft.organisationPath));
    const [now] = await this.read([caseId]);
    if (now && from.includes(now.status)) throw refuse('CASE_STALE');
    return this.receipts.of(caseId); // the same was asked twice at once
  }

  private async read(ids: readonly string[]): Promise<(DisputeCase | undefined)[]> {
    const rows = await this.dataSource.getRepository(DisputeCase).findBy({ id: In([...ids]) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
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
