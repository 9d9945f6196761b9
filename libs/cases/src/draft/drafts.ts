import { Injectable } from '@nestjs/common';
import { Organisations } from '@hejie/identity';
import { mattersOf, relevantAnswers } from '@hejie/law';
import { Clock, newId, UnitOfWork, type Actor } from '@hejie/platform';
import { DataSource, In, IsNull } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import { CaseMember } from '../case/case-member.entity.js';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { refuse } from '../cases.refusals.js';
import { answersOfFacts } from '../intake/answers-of-facts.js';
import type { DraftAnswers } from '../contract/index.js';

export interface Draft {
  readonly id: string;
  readonly answers: DraftAnswers;
  readonly savedAt: string;
}

/** A draft costs nothing to start, so an account keeps only so many. */
export const MAX_DRAFTS = 5;

/** Most dispute types a case names. */
const MAX_TYPES = 8;

/** A case before it is filed: answers are kept as they come, so that nothing typed is lost. */
@Injectable()
export class Drafts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly claimants: ClaimantVault,
    private readonly organisations: Organisations,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat: one account and one request id always give the same draft. @throws DRAFTS_TOO_MANY naming the latest draft */
  async start(actor: Actor, requestId: string): Promise<Draft> {
    const city = await this.organisations.root();
    // one account's starts go one after the other, so that the count below holds
    return this.work.serialised(`drafts:${actor.accountId}`, async (tx) => {
      const earlier = await tx.findOneBy(DisputeCase, { createdBy: actor.accountId, requestId });
      if (earlier) return this.view(earlier);
      const mine = await tx.find(CaseMember, { where: { accountId: actor.accountId, relation: 'claimant', until: IsNull() }, select: { caseId: true } });
      const open = await tx.find(DisputeCase, { where: { id: In(mine.map((m) => m.caseId)), status: 'draft' }, order: { updatedAt: 'DESC' }, take: MAX_DRAFTS });
      if (open.length >= MAX_DRAFTS) throw refuse('DRAFTS_TOO_MANY', { params: { max: String(MAX_DRAFTS) }, extra: { draftId: open[0]!.id } });
      const now = this.clock.now();
      const row: DisputeCase = {
        id: newId(),
        createdBy: actor.accountId,
        requestId,
        claimantId: actor.accountId,
        organisationPath: city?.path ?? '',
        number: null,
        status: 'draft',
        outcome: null,
        path: null,
        primaryType: null,
        employerName: '',
        facts: {},
        claimantSealed: this.claimants.seal({}),
        amountClaimedFen: '0',
        amountSettledFen: null,
        behalfConsent: null,
        version: 0,
        createdAt: now,
        updatedAt: now,
        filedAt: null,
        closedAt: null,
      };
      await tx.insert(DisputeCase, row as object);
      await tx.insert(CaseMember, { caseId: row.id, accountId: actor.accountId, relation: 'claimant', since: now, until: null });
      return this.view(row);
    });
  }

  /** What is told replaces what was told of the same part (employer, employment, claimant, ...), so that what was taken out is gone; other parts stay. @throws NOT_FOUND, CASE_NOT_DRAFT */
  async save(actor: Actor, caseId: string, answers: DraftAnswers): Promise<Draft> {
    await this.access.require(actor, caseId, ['claimant']);
    return this.work.run(async (tx) => {
      const row = await tx.findOneOrFail(DisputeCase, { where: { id: caseId }, lock: { mode: 'pessimistic_write' } });
      if (row.status !== 'draft') throw refuse('CASE_NOT_DRAFT');
      const { claimant, ...given } = answers;
      const facts = {
        ...row.facts,
        ...given,
        ...(given.intake ? { disputeTypes: mattersOf(relevantAnswers(given.intake)).disputeTypes.slice(0, MAX_TYPES) } : {}),
      };
      const changed = { facts, ...(claimant ? { claimantSealed: this.claimants.seal(claimant) } : {}), employerName: facts.employer?.name ?? '', updatedAt: this.clock.now() };
      await tx.update(DisputeCase, { id: caseId }, changed as object);
      return this.view({ ...row, ...changed });
    });
  }

  /** @throws NOT_FOUND */
  async read(actor: Actor, caseId: string): Promise<Draft> {
    await this.access.require(actor, caseId, ['claimant']);
    const row = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    if (row.status !== 'draft') throw refuse('CASE_NOT_DRAFT');
    return this.view(row);
  }

  private view(row: DisputeCase): Draft {
    return {
      id: row.id,
      answers: { ...row.facts, intake: answersOfFacts(row.facts) as NonNullable<DraftAnswers['intake']>, claimant: this.claimants.open(row.claimantSealed) },
      savedAt: row.updatedAt.toISOString(),
    };
  }
}
