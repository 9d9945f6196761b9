import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Deadlines } from '../contract/index.js';

/** A Friday: fifteen days on are a Saturday. */
const FRIDAY = '2026-11-06T02:00:00Z';
const TUESDAY = '2026-11-10T02:00:00Z';

describe('deadlines at risk', () => {
  const clock = new TestClock(new Date(FRIDAY));
  let t: TestApp;
  let legal: Client;
  let worker: Client;
  let first: { caseId: string; number: string };
  let second: { caseId: string; number: string };

  beforeAll(async () => {
    t = await startTestApp({ clock });
    legal = await createStaff(t, 'legal_officer', '法律部赵');
    worker = await signInByPhone(t.url, '13800001201', '姜小明');
    first = await aFiledCase(worker);
    clock.set(TUESDAY);
    worker = await signInByPhone(t.url, '13800001202', '于小红');
    second = await aFiledCase(worker);
    const lawyer = await createStaff(t, 'lawyer', '王守正');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, first.caseId, lawyer.accountId, 'counsel'));
  });
  afterAll(() => t?.close());

  const on = async (date: string, query = ''): Promise<Deadlines> => {
    clock.set(`${date}T02:00:00Z`);
    legal = await createStaff(t, 'legal_officer', '法律部钱');
    const { status, body } = await legal.get(`/api/insight/deadlines${query}`);
    expect(status).toBe(200);
    return body;
  };

  it('says nothing while there is time', async () => {
    expect(await on('2026-11-13')).toEqual({ today: '2026-11-13', within: 7, items: [], total: 0, overdue: 0 });
  });

  it('tells the case whose safe date is near, with its legal last day and who works on it', async () => {
    const { items, total, overdue } = await on('2026-11-14');
    expect([total, overdue]).toEqual([1, 0]);
    expect(items[0]).toMatchObject({ caseId: first.caseId, number: first.number, kind: 'mediation_period', safeDate: '2026-11-21', lastDate: '2026-11-23', responsible: ['王守正'], claimantName: '姜某' });
  });

  it('puts the most urgent first, by page, with counts of all pages', async () => {
    const all = await on('2026-11-24');
    expect(all.items.map((c) => c.number)).toEqual([first.number, second.number]);
    expect([all.total, all.overdue]).toEqual([2, 1]);
    expect(all.items[1]!.responsible).toEqual([]);
    expect(await on('2026-11-24', '?limit=1&page=2')).toMatchObject({ items: [{ number: second.number }], total: 2, overdue: 1 });
    expect((await on('2026-11-20', '?within=3')).items.map((c) => c.number)).toEqual([first.number]);
  });

  it('forgets a case that is over', async () => {
    clock.set(TUESDAY); // while the worker's session lasts
    const { status } = await worker.post(`/api/cases/${second.caseId}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed', reason: '已拿到工资' });
    expect(status).toBe(200);
    expect((await on('2026-11-24')).items.map((c) => c.number)).toEqual([first.number]);
  });

  it('shows another city nothing, people no list at all, and refuses a span that is none', async () => {
    const other = await t.app.get(UnitOfWork).run((tx) => t.app.get(Organisations).create(tx, { name: '外市', kind: 'county', parentId: null }));
    const elsewhere = await createStaff(t, 'legal_officer', '外市钱', { organisationId: other.id });
    expect((await elsewhere.get('/api/insight/deadlines')).body).toMatchObject({ items: [], total: 0, overdue: 0 });
    const person = await signInByPhone(t.url, '13800001203');
    expect((await person.get('/api/insight/deadlines')).status).toBe(404);
    expect((await legal.get('/api/insight/deadlines?within=61')).status).toBe(400);
  });
});
