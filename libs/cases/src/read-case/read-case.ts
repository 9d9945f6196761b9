import { Injectable } from '@nestjs/common';
import { Accounts } from '@hejie/identity';
import { notFound, type Actor } from '@hejie/platform';
import { DataSource, IsNull } from 'typeorm';
import { CaseAnswers } from '../answer/case-answers.js';
import { CaseAccess, CLAIMANTS_OWN, EVERYBODY, RESPONDENTS, WORKER_SIDE } from '../case/case-access.js';
import { allowedMoves } from '../case/case-lifecycle-table.js';
import { CaseMembers } from '../case/case-members.js';
import { ClaimantVault } from '../case/claimant-details.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import type { CaseView, DraftAnswers, OpenRefusal, Relation } from '../contract/index.js';
import { MediationPeriods } from '../dues/mediation-periods.js';
import { ConfirmPayment } from '../paid-after-contact/confirm-payment.js';
import { Respondents } from '../respondents/respondents.js';
import { SetAside } from '../set-aside/set-aside.js';
import { CaseEvent } from '../timeline/case-event.entity.js';
import { CaseRefusal } from '../refuse-case/case-refusal.entity.js';

/** A case as one of its people may see it. */
@Injectable()
export class ReadCase {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly members: CaseMembers,
    private readonly accounts: Accounts,
    private readonly claimants: ClaimantVault,
    private readonly answers: CaseAnswers,
    private readonly respondents: Respondents,
    private readonly aside: SetAside,
    private readonly periods: MediationPeriods,
    private readonly payments: ConfirmPayment,
  ) {}

  /** @throws NOT_FOUND */
  async execute(actor: Actor, caseId: string): Promise<CaseView> {
    const relations = await this.access.require(actor, caseId, EVERYBODY);
    const row = await this.dataSource.getRepository(DisputeCase).findOneByOrFail({ id: caseId });
    const others = await this.aside.ofOthers(actor, relations, caseId);
    const all = await this.members.of(caseId);
    const members = all.filter((m) => !others.has(m.accountId));
    const respondents = await this.respondents.of(row);
    const numberOf = (m: (typeof all)[number]) => (RESPONDENTS.includes(m.relation) ? (respondents.find((r) => r.id === m.respondentId)?.number ?? null) : null);
    const speaksFor = all.find((m) => m.accountId === actor.accountId && m.relation === 'co_respondent')?.respondentId ?? null;
    // put out since they were asked what they are: what the employer answered is not theirs
    if (relations.includes('co_respondent') && speaksFor === null) throw notFound();
    const names = await this.accounts.names([row.createdBy, ...members.map((m) => m.accountId)]);
    const ours = relations.some((r) => WORKER_SIDE.includes(r));
    return {
      id: row.id,
      number: row.number,
      status: row.status,
      outcome: row.outcome,
      path: row.path,
      version: row.version,
      relations,
      facts: factsFor(relations, row, this.claimants),
      respondents,
      members: members.map((m) => ({ accountId: m.accountId, relation: m.relation, name: names.get(m.accountId)?.name ?? '', number: numberOf(m) })),
      filedFor: ours && row.behalfConsent ? { by: names.get(row.createdBy)?.name ?? '', consent: row.behalfConsent } : null,
      answer: await this.answers.unsafeStanding(caseId, { of: speaksFor }),
      otherAnswers: relations.some((r) => RESPONDENTS.includes(r)) ? [] : (await this.answers.unsafeOfOthers(respondents, caseId)).map(({ number, answer }) => ({ number, answer })),
      amountClaimedFen: Number(row.amountClaimedFen),
      amountSettledFen: row.amountSettledFen === null || !(await this.readsAmount(relations, caseId, speaksFor)) ? null : Number(row.amountSettledFen),
      paymentReceipt: ours && row.outcome === 'paid_after_contact' ? await this.payments.unsafeOf(caseId) : null,
      mediationDue: (await this.periods.of([row])).get(row.id) ?? null,
      allowedMoves: allowedMoves(row.status, relations),
      openRefusal: relations.some((r) => r === 'officer' || r === 'department') ? await this.openRefusal(actor, caseId) : null,
      createdAt: row.createdAt.toISOString(),
      filedAt: row.filedAt?.toISOString() ?? null,
    };
  }

  /** What a case was settled for is read by the respondents whom the agreement binds; where it says nothing of it, by the employer. */
  private async readsAmount(relations: readonly Relation[], caseId: string, speaksFor: string | null): Promise<boolean> {
    if (!relations.some((r) => RESPONDENTS.includes(r))) return true;
    const agreed = await this.dataSource.getRepository(CaseEvent).findOne({ where: { caseId, kind: 'cases.agree' }, order: { id: 'DESC' } });
    const binds = agreed?.data['binds'] as readonly string[] | undefined;
    return binds ? binds.includes(speaksFor ?? 'respondent') : speaksFor === null;
  }

  private async openRefusal(actor: Actor, caseId: string): Promise<OpenRefusal | null> {
    const open = await this.dataSource.getRepository(CaseRefusal).findOneBy({ caseId, decidedAt: IsNull() });
    if (!open) return null;
    const names = await this.accounts.names([open.proposedBy]);
    return { reason: open.reason, proposedBy: names.get(open.proposedBy)?.name ?? '', proposedAt: open.proposedAt.toISOString(), mine: open.proposedBy === actor.accountId };
  }
}

/**
 * The employer's side sees the claim, never the worker's private note or what they answered. Identity number and address are
 * the worker's alone here: who works for them has a door of its own for these, which is audited.
 */
function factsFor(relations: readonly Relation[], row: DisputeCase, claimants: ClaimantVault): DraftAnswers {
  const claimant = claimants.open(row.claimantSealed);
  if (relations.includes('claimant')) return { ...row.facts, claimant };
  const named = claimant.name ? { name: claimant.name } : {};
  if (relations.some((r) => CLAIMANTS_OWN.includes(r))) return { ...row.facts, claimant: named };
  const { privateNote: _private, intake: _answered, ...shared } = row.facts;
  return { ...shared, claimant: named };
}
