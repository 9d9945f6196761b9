import { Injectable } from '@nestjs/common';
import { Clock, notFound, Outbox, type Refusal, type Tx } from '@hejie/platform';
import { IsNull } from 'typeorm';
import { caseMoved, type Audience, type CaseMove, type CaseOutcome, type CasePath, type CaseStatus, type Relation } from '../contract/index.js';
import { refuse } from '../cases.refusals.js';
import { CaseTimeline } from '../timeline/case-timeline.js';
import { CASE_LIFECYCLE, allowedMoves } from './case-lifecycle-table.js';
import { CaseRefusal } from '../refuse-case/case-refusal.entity.js';
import { DisputeCase } from './dispute-case.entity.js';

export interface MoveRequest {
  readonly caseId: string;
  readonly move: CaseMove;
  readonly actorId: string | null;
  /** The asker's relations; left out when another context brings the move about after its own checks. */
  readonly relations?: readonly Relation[];
  /** Refused as stale when the case is elsewhere by now. */
  readonly expectedStatus?: CaseStatus;
  readonly requestId?: string;
  readonly audience?: Audience;
  readonly data?: Record<string, unknown>;
  readonly set?: { amountSettledFen?: number; outcome?: CaseOutcome; path?: CasePath };
}

/** Moves a case by the table: status, history and event in the caller's transaction, under the case's row lock. */
@Injectable()
export class CaseLifecycle {
  constructor(
    private readonly timeline: CaseTimeline,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Answers the new status. A request id seen before changes nothing. @throws CASE_STALE, CASE_MOVE_ILLEGAL with what is allowed */
  async move(tx: Tx, request: MoveRequest): Promise<CaseStatus> {
    const row = await this.lock(tx, request.caseId);
    if (request.requestId && (await this.timeline.knows(tx, row.id, request.requestId))) return row.status;
    const { from, to, by, outcome } = CASE_LIFECYCLE[request.move];
    const may = !request.relations || by.some((r) => request.relations!.includes(r));
    if (request.expectedStatus && request.expectedStatus !== row.status) throw this.stale(row.status, request.relations);
    if (!may || !from.includes(row.status)) throw this.illegal(row.status, request.relations);
    const now = this.clock.now();
    const ends = to === 'closed' || to === 'withdrawn';
    await tx.update(DisputeCase, { id: row.id }, {
      status: to,
      version: row.version + 1,
      updatedAt: now,
      ...(outcome ? { outcome } : {}),
      ...(ends ? { closedAt: now } : {}),
      ...(request.set?.outcome ? { outcome: request.set.outcome } : {}),
      ...(request.set?.path ? { path: request.set.path } : {}),
      ...(request.set?.amountSettledFen === undefined ? {} : { amountSettledFen: String(request.set.amountSettledFen) }),
    });
    await this.timeline.record(tx, {
      caseId: row.id,
      kind: `cases.${request.move}`,
      actorId: request.actorId,
      ...(request.audience ? { audience: request.audience } : {}),
      data: { from: row.status, to, ...request.data },
      ...(request.requestId ? { requestId: request.requestId } : {}),
    });
    if (!CASE_LIFECYCLE.refuse.from.includes(to)) await this.lapseRefusal(tx, row.id);
    await this.outbox.put(tx, caseMoved, { caseId: row.id, move: request.move, from: row.status, to });
    return to;
  }

  /** A wish to refuse that nobody decided falls with the move: a second officer could not confirm it any more. */
  private async lapseRefusal(tx: Tx, caseId: string): Promise<void> {
    const { affected } = await tx.update(CaseRefusal, { caseId, decidedAt: IsNull() }, { decidedAt: this.clock.now() });
    if (affected) await this.timeline.record(tx, { caseId, kind: 'cases.refusal_lapsed', actorId: null, audience: 'staff' });
  }

  /** The case's row, locked until the transaction ends. @throws NOT_FOUND */
  async lock(tx: Tx, caseId: string): Promise<DisputeCase> {
    const row = await tx.findOne(DisputeCase, { where: { id: caseId }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw notFound();
    return row;
  }

  /** The refusal of a request made for another status, saying what is allowed now. */
  stale(status: CaseStatus, relations: readonly Relation[] = []): Refusal {
    return refuse('CASE_STALE', { extra: { caseStatus: status, allowed: allowedMoves(status, relations) } });
  }

  /** The refusal of what the table does not allow, saying what it does. */
  illegal(status: CaseStatus, relations: readonly Relation[] = []): Refusal {
    return refuse('CASE_MOVE_ILLEGAL', { extra: { caseStatus: status, allowed: allowedMoves(status, relations) } });
  }
}
