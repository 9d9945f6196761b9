import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { HandlerRegistry } from '@hejie/platform/worker';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

describe('letters of authority', () => {
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  let t: TestApp;
  let worker: Client;
  let stranger: Client;
  let officer: Client;
  let lawyer: Client;
  let outsider: Client;
  let caseId: string;
  let evidenceId: string;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    officer = await createStaff(t, 'grid_officer', '网格员小丁');
    lawyer = await createStaff(t, 'lawyer', '王律师');
    const elsewhere = await t.app.get(UnitOfWork).run((tx) => t.app.get(Organisations).create(tx, { name: '外市总工会', kind: 'city', parentId: null }));
    outsider = await createStaff(t, 'lawyer', '外市李律师', { organisationId: elsewhere.id });
    await createStaff(t, 'mediator', '陈调解');
    worker = await signInByPhone(t.url, '13800000071', '姜小明');
    stranger = await signInByPhone(t.url, '13800000072', '路人');
    ({ caseId } = await aFiledCase(worker));
    evidenceId = (await worker.upload(`/api/cases/${caseId}/evidence`, { name: '委托书.txt', type: 'text/plain', bytes: Buffer.from('授权委托书') }, { title: '授权委托书' })).body.id;
  });
  afterAll(() => t?.close());

  const fit = (who: Client) => who.get(`/api/cases/${caseId}/delegations/fit`);
  const letters = async () => (await worker.get(`/api/cases/${caseId}/delegations`)).body.items;
  const give = (to: Client, more: object = {}) => worker.post(`/api/cases/${caseId}/delegations`, { requestId: crypto.randomUUID(), delegateId: to.accountId, powers: ['negotiate'], leastTotalFen: null, validUntil: '2026-11-30', evidenceId, ...more });
  const caseload = async (who: Client) => (await who.get('/api/desk/caseload')).body.items.map((c: { caseId: string }) => c.caseId);

  it('may be given to those of the union who serve in the tree of the case, and to nobody else', async () => {
    const { status, body } = await fit(worker);
    expect(status).toBe(200);
    const people = body.items.flatMap((o: { people: { accountId: string; name: string }[] }) => o.people);
    expect(people).toEqual(expect.arrayContaining([{ accountId: officer.accountId, name: '网格员小丁' }, { accountId: lawyer.accountId, name: '王律师' }]));
    expect(people.map((p: { name: string }) => p.name)).not.toEqual(expect.arrayContaining(['外市李律师']));
    expect(people.map((p: { name: string }) => p.name)).not.toEqual(expect.arrayContaining(['陈调解']));
    for (const who of [stranger, officer, lawyer]) expect((await fit(who)).status).toBeGreaterThanOrEqual(403);
    expect((await fit(stranger)).status).toBe(404);
  });

  it('refuses somebody of another city, and nothing changes', async () => {
    expect(await give(outsider)).toMatchObject({ status: 422, body: { code: 'DELEGATE_UNFIT' } });
    expect(await letters()).toEqual([]);
    expect((await outsider.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect(await caseload(outsider)).toEqual([]);
  });

  it('puts the case on the desk of who holds one until its last day is over', async () => {
    expect(await caseload(officer)).toEqual([]);
    expect((await officer.get(`/api/cases/${caseId}/sessions`)).status).toBe(404);
    expect((await give(officer)).status).toBe(201);
    expect(await letters()).toMatchObject([{ delegateName: '网格员小丁', state: 'valid', evidenceId, workers: 1 }]);
    expect(await caseload(officer)).toEqual([caseId]);
    expect((await officer.get(`/api/cases/${caseId}/sessions`)).status).toBe(200);
    expect((await officer.get(`/api/cases/${caseId}/evidence/${evidenceId}/file`)).status).toBe(200);
    clock.set('2026-11-30T15:59:00Z'); // a minute before midnight in China
    expect(await caseload(officer)).toEqual([caseId]);
    clock.set('2026-11-30T16:00:00Z');
    expect(await caseload(officer)).toEqual([]);
    expect((await officer.get(`/api/cases/${caseId}/sessions`)).status).toBe(404);
    expect(await letters()).toMatchObject([{ state: 'expired' }]);
    // whoever gave a seat by it hears of its end, also on the next days, and not of what is long over
    const { run } = t.app.get(HandlerRegistry).schedules.get('cases.end-letters')!;
    const told = async () => (await t.db.query(`select payload from outbox_event where topic = 'cases.delegation_revoked.v1'`)).map((r: { payload: object }) => r.payload);
    const end = { caseId, accountId: officer.accountId };
    for (const [now, heard] of [['2026-11-29T16:00:00Z', []], ['2026-11-30T16:01:00Z', [end]], ['2026-12-02T16:01:00Z', [end, end]], ['2026-12-03T16:01:00Z', [end, end]]] as const) {
      clock.set(now);
      await run();
      expect([now, await told()]).toEqual([now, heard]);
    }
  });
});
