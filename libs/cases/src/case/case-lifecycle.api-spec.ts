import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseLifecycle } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { Refusal, UnitOfWork } from '@hejie/platform';
import { signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { caseMoveSchema, caseStatusSchema, relationSchema, type CaseMove, type CaseStatus, type Relation } from '../contract/index.js';
import { CASE_LIFECYCLE } from './case-lifecycle-table.js';

describe('moving a case', () => {
  let t: TestApp;
  let worker: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    ({ caseId } = await aFiledCase(worker));
  });
  afterAll(() => t?.close());

  const put = (status: CaseStatus) => t.db.query(`update dispute_case set status = $2, outcome = null, closed_at = null where id = $1`, [caseId, status]);
  const state = async () =>
    ((await t.db.query(
      `select c.status, c.version, c.outcome, (select count(*)::int from case_event e where e.case_id = c.id) as events,
         (select count(*)::int from outbox_event o where o.topic = 'cases.case_moved.v1') as announced from dispute_case c where c.id = $1`,
      [caseId],
    )) as { status: string; version: number; outcome: string | null; events: number; announced: number }[])[0]!;
  const move = (asked: { move: CaseMove; relations?: Relation[]; expectedStatus?: CaseStatus; requestId?: string }) =>
    t.app.get(UnitOfWork).run((tx) => t.app.get(CaseLifecycle).move(tx, { caseId, actorId: worker.accountId, ...asked }));

  it.each(caseStatusSchema.options)('from %s: every move by every relation does what the table says, whole or not at all', async (from) => {
    for (const wanted of caseMoveSchema.options) {
      for (const relation of [...relationSchema.options, null]) {
        await put(from);
        const before = await state();
        const asked = { move: wanted, ...(relation ? { relations: [relation] } : {}) };
        const { from: sources, to, by, outcome } = CASE_LIFECYCLE[wanted];
        const legal = sources.includes(from) && (relation === null || by.includes(relation));
        const answer = await move(asked).catch((error: unknown) => error as Refusal);
        if (legal) {
          expect([wanted, relation, answer]).toEqual([wanted, relation, to]);
          expect(await state()).toEqual({ status: to, version: before.version + 1, outcome: outcome ?? null, events: before.events + 1, announced: before.announced + 1 });
        } else {
          expect([wanted, relation, answer]).toEqual([wanted, relation, expect.objectContaining({ code: 'CASE_MOVE_ILLEGAL' })]);
          expect((answer as Refusal).details.extra).toMatchObject({ caseStatus: from, allowed: expect.any(Array) });
          expect(await state()).toEqual(before);
        }
      }
    }
  });

  it('lets one of two different moves win that were asked for at once', async () => {
    await put('filed');
    const before = await state();
    const both = await Promise.allSettled([
      move({ move: 'withdraw', relations: ['claimant'], expectedStatus: 'filed' }),
      move({ move: 'negotiate', relations: ['claimant'], expectedStatus: 'filed' }),
    ]);
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((b) => b.status === 'rejected')).toMatchObject({ reason: { code: 'CASE_STALE' } });
    expect((await state()).events).toBe(before.events + 1);
  });

  it('leaves nothing behind when what goes with the move fails', async () => {
    await put('filed');
    const before = await state();
    const work = t.app.get(UnitOfWork).run(async (tx) => {
      await t.app.get(CaseLifecycle).move(tx, { caseId, move: 'withdraw', actorId: worker.accountId });
      throw new Error('the caller failed later');
    });
    await expect(work).rejects.toThrow('the caller failed later');
    expect(await state()).toEqual(before);
  });

  it('carries a request out once', async () => {
    await put('filed');
    const requestId = crypto.randomUUID();
    const before = await state();
    for (let i = 0; i < 3; i++) expect(await move({ move: 'negotiate', relations: ['claimant'], expectedStatus: 'filed', requestId })).toBe('negotiating');
    expect(await state()).toMatchObject({ version: before.version + 1, events: before.events + 1 });
  });
});
