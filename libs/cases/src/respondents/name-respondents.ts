import { Injectable } from '@nestjs/common';
import { Clock, newId, notFound, UnitOfWork, type Actor, type Tx } from '@hejie/platform';
import { CaseAccess } from '../case/case-access.js';
import { CaseLifecycle } from '../case/case-lifecycle.js';
import { DisputeCase } from '../case/dispute-case.entity.js';
import { refuse } from '../cases.refusals.js';
import { MAX_OTHER_RESPONDENTS, sameRespondent, type CaseStatus, type NameRespondent, type OtherRespondent, type Relation, type RespondentView } from '../contract/index.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CaseRespondent } from './case-respondent.entity.js';
import { Respondents } from './respondents.js';

/** Who leads the case for the worker. */
const NAMERS: readonly Relation[] = ['claimant', 'counsel', 'officer'];
/** While nothing is settled or handed on against those who are named. */
const OPEN: readonly CaseStatus[] = ['filed', 'consulting', 'negotiating', 'mediating', 'mediation_failed'];

/** Who answers beside the employer of a filed case, as the worker's side comes to know it. */
@Injectable()
export class NameRespondents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly lifecycle: CaseLifecycle,
    private readonly respondents: Respondents,
    private readonly timeline: CaseTimeline,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat by request id. @throws NOT_FOUND, RESPONDENTS_CLOSED, RESPONDENTS_TOO_MANY, RESPONDENT_THERE */
  add(actor: Actor, caseId: string, input: NameRespondent): Promise<RespondentView[]> {
    const { requestId, ...told } = input;
    return this.change(actor, caseId, requestId, async (tx, there) => {
      if (there.length > MAX_OTHER_RESPONDENTS) throw refuse('RESPONDENTS_TOO_MANY', { params: { max: String(MAX_OTHER_RESPONDENTS + 1) } });
      checkNew(told, there);
      await tx.insert(CaseRespondent, { id: newId(), caseId, number: there.length + 1, ...columnsOf(told), createdAt: this.clock.now() });
      return { kind: 'cases.respondent_named', data: { name: told.name, role: told.role } };
    });
  }

  /** Says better who it is, until it is asked to the table. Safe to repeat by request id. @throws NOT_FOUND, RESPONDENTS_CLOSED, RESPONDENT_INVITED, RESPONDENT_THERE */
  correct(actor: Actor, caseId: string, id: string, input: NameRespondent): Promise<RespondentView[]> {
    const { requestId, ...told } = input;
    return this.change(actor, caseId, requestId, async (tx, there) => {
      const before = there.find((r) => r.id === id);
      if (!before) throw notFound();
      if (before.invited) throw refuse('RESPONDENT_INVITED');
      checkNew(told, there.filter((r) => r.id !== id));
      await tx.update(CaseRespondent, { id }, columnsOf(told));
      return { kind: 'cases.respondent_corrected', data: { name: told.name, role: told.role, before: before.name } };
    });
  }

  /** Those behind move up. Who was asked to the table stays. @throws NOT_FOUND, RESPONDENTS_CLOSED, RESPONDENT_INVITED */
  drop(actor: Actor, caseId: string, id: string): Promise<RespondentView[]> {
    return this.change(actor, caseId, null, async (tx, there) => {
      const before = there.find((r) => r.id === id);
      if (!before) throw notFound();
      if (before.invited) throw refuse('RESPONDENT_INVITED');
      await tx.delete(CaseRespondent, { id });
      await tx.query('update case_respondent set number = number - 1 where case_id = $1 and number > $2', [caseId, before.number]);
      return { kind: 'cases.respondent_dropped', data: { name: before.name } };
    });
  }

  private async change(actor: Actor, caseId: string, requestId: string | null, by: (tx: Tx, there: readonly RespondentView[]) => Promise<{ kind: string; data: Record<string, unknown> }>): Promise<RespondentView[]> {
    await this.access.require(actor, caseId, NAMERS);
    return this.work.run(async (tx) => {
      const row = await this.lifecycle.lock(tx, caseId);
      if (requestId && (await this.timeline.knows(tx, caseId, requestId))) return this.respondents.of(row, tx);
      if (!OPEN.includes(row.status)) throw refuse('RESPONDENTS_CLOSED');
      const line = await by(tx, await this.respondents.of(row, tx));
      await tx.update(DisputeCase, { id: caseId }, { updatedAt: this.clock.now() });
      await this.timeline.record(tx, { caseId, actorId: actor.accountId, ...line, ...(requestId ? { requestId } : {}) });
      return this.respondents.of(row, tx);
    });
  }
}

/** What of a named company is kept; what was left empty is not known. */
export const columnsOf = ({ name, uscc, address, role }: OtherRespondent) => ({ name, uscc: uscc ?? null, address: address || null, role });

function checkNew(told: OtherRespondent, there: readonly RespondentView[]): void {
  if (there.some((r) => sameRespondent(r, told))) throw refuse('RESPONDENT_THERE');
}
