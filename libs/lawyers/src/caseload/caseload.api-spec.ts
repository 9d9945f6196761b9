import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

describe('the caseload', () => {
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  let t: TestApp;
  let worker: Client;
  let lawyer: Client;
  let mediator: Client;
  const cases: string[] = [];
  beforeAll(async () => {
    t = await startTestApp({ clock });
    lawyer = await createStaff(t, 'lawyer', '王律师');
    mediator = await createStaff(t, 'mediator', '陈调解');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    for (let i = 0; i < 2; i++) {
      cases.push((await aFiledCase(worker)).caseId);
      await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, cases[i]!, lawyer.accountId, 'counsel'));
      clock.advance(86_400_000);
    }
  });
  afterAll(() => t?.close());

  const load = async (who = lawyer) => (await who.get('/api/desk/caseload')).body.items as { caseId: string; safeDate: string | null; dueDate: string | null; next: { kind: string } | null; waitsFor: string | null }[];
  const MEDIATION = { kind: 'mediation_period', at: null, source: expect.stringContaining('Art 14') };

  it('says by which day to be safe, and which is the last the law allows', async () => {
    // 15 days from the 21st end on a Sunday, from the 22nd on a Monday
    expect(await load()).toMatchObject([
      { caseId: cases[0], safeDate: '2026-12-06', dueDate: '2026-12-07', next: { ...MEDIATION, safeDate: '2026-12-06', lastDate: '2026-12-07' } },
      { caseId: cases[1], safeDate: '2026-12-07', dueDate: '2026-12-07', next: { ...MEDIATION, safeDate: '2026-12-07', lastDate: '2026-12-07' } },
    ]);
  });

  it('puts on top what comes next: a session before the period ends', async () => {
    const employer = await signInByPhone(t.url, '13900000001', '孙经理');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, cases[1]!, employer.accountId, 'respondent'));
    const startsAt = '2026-11-30T16:30:00.000Z'; // 1 December in China
    const { status } = await lawyer.post(`/api/cases/${cases[1]}/sessions`, { requestId: crypto.randomUUID(), startsAt, minutes: 60, mode: 'online', mediatorId: mediator.accountId });
    expect(status).toBe(201);
    for (const who of [lawyer, mediator]) {
      expect((await load(who))[0]).toMatchObject({ caseId: cases[1], safeDate: '2026-12-07', next: { kind: 'session', at: startsAt, safeDate: '2026-12-01', lastDate: '2026-12-01', source: null } });
    }
    expect((await load()).map((c) => c.caseId)).toEqual([cases[1], cases[0]]);
  });

  it('says whose turn it is: the mediator holds a session of the next day, nobody waits for the lawyer', async () => {
    expect((await load(mediator))[0]).toMatchObject({ caseId: cases[1], waitsFor: null });
    clock.set('2026-11-30T02:00:00Z');
    expect((await load(mediator))[0]).toMatchObject({ caseId: cases[1], waitsFor: 'hold_session' });
    expect((await load())[0]).toMatchObject({ caseId: cases[1], waitsFor: null });
  });

  it('leaves out a case that is over', async () => {
    await worker.post(`/api/cases/${cases[0]}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed' });
    expect((await load()).map((c) => c.caseId)).toEqual([cases[1]]);
  });
});
