import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers, CaseReader } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { ClockView } from '../contract/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('what happened in a case, and its clocks', () => {
  const clock = new TestClock(new Date('2026-03-02T02:00:00Z')); // a Monday
  let t: TestApp;
  let worker: Client;
  let employer: Client;
  let lawyer: Client;
  let department: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    lawyer = await createStaff(t, 'lawyer', '王律师');
    department = await createStaff(t, 'legal_officer', '法律部赵');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    employer = await signInByPhone(t.url, '13900000001', '孙经理');
  });
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(worker));
    await t.app.get(UnitOfWork).run(async (tx) => {
      await t.app.get(CaseMembers).add(tx, caseId, lawyer.accountId, 'counsel');
      await t.app.get(CaseMembers).add(tx, caseId, employer.accountId, 'respondent');
    });
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const record = (who: Client, body: object) => who.post(`/api/cases/${caseId}/legal-events`, { requestId: id(), by: 'worker', ...body });
  const clocks = async () => (await worker.get(`/api/cases/${caseId}/clocks`)).body as { clocks: ClockView[]; events: { id: string; kind: string; origin: string; withdrawn: unknown }[] };
  const find = async (rule: string) => (await clocks()).clocks.find((c) => c.rule === rule);
  const stored = async () => JSON.stringify([await t.db.query('select * from legal_event order by id'), await t.db.query('select * from case_payment order by id'), await t.db.query('select count(*) from case_event')]);
  const due = async (who: Client) => (await who.get('/api/desk/caseload')).body.items.find((c: { caseId: string }) => c.caseId === caseId).next;

  it('start from the filing itself, and from what is recorded, with safe date, last legal day and article', async () => {
    expect(await find('MEDIATION_END_15D')).toMatchObject({ triggerDate: '2026-03-02', rawDate: '2026-03-17', dueDate: '2026-03-17', state: 'running', whoTitle: { zh: '双方一起' } });
    const requestId = id();
    for (let i = 0; i < 3; i++) expect((await record(worker, { requestId, kind: 'injured', on: '2026-02-20' })).status).toBe(201);
    expect((await clocks()).events.map((e) => [e.kind, e.origin])).toEqual([['injured', 'recorded'], ['case_filed', 'case']]);
    expect(await find('INJURY_EMPLOYER_FILE_30D')).toMatchObject({ who: 'employer', rawDate: '2026-03-22', dueDate: '2026-03-23', state: 'running' });
    expect(await find('INJURY_WORKER_FILE_1Y')).toMatchObject({ who: 'worker', rawDate: '2027-02-20', articles: [{ citation: { zh: expect.stringContaining('工伤保险条例') } }, {}] });
    const { items } = (await worker.get(`/api/cases/${caseId}/timeline`)).body;
    expect(items[0]).toMatchObject({ kind: 'entitlement.event_recorded', data: { event: 'injured', on: '2026-02-20' } });
    expect(JSON.stringify((await employer.get(`/api/cases/${caseId}/timeline`)).body)).not.toContain('entitlement');
  });

  it("stand in the lawyer's caseload, the department's deadlines and the case list, the soonest first", async () => {
    await record(lawyer, { kind: 'appraisal_concluded', on: '2026-02-25', by: 'authority' });
    const next = { kind: 'statutory', title: { zh: '申请再次鉴定' }, safeDate: '2026-03-12', lastDate: '2026-03-12', source: expect.stringContaining('工伤保险条例') };
    expect(await due(lawyer)).toMatchObject(next);
    expect((await worker.get('/api/cases')).body.items.find((c: { id: string }) => c.id === caseId).next).toMatchObject(next);
    expect((await department.get('/api/insight/deadlines?within=20&limit=200')).body.items.find((c: { caseId: string }) => c.caseId === caseId)).toMatchObject({ kind: 'statutory', title: next.title, safeDate: '2026-03-12' });
    await record(lawyer, { kind: 'reappraisal_applied', on: '2026-03-02', by: 'employer' });
    expect(await due(lawyer)).toMatchObject({ kind: 'mediation_period', lastDate: '2026-03-17' });
    expect((await clocks()).clocks.filter((c) => c.rule === 'APPRAISAL_60D')).toMatchObject([{ triggerDate: '2026-03-02', state: 'running' }]);
  });

  it('follow the channel: thirty days on the court platform instead of fifteen, and longer when both agree', async () => {
    await record(lawyer, { kind: 'court_mediation_accepted', on: '2026-03-02', by: 'authority' });
    expect(await find('MEDIATION_END_15D')).toBeUndefined();
    expect(await due(lawyer)).toMatchObject({ kind: 'mediation_period', safeDate: '2026-04-01', lastDate: '2026-04-01' });
    await record(lawyer, { kind: 'mediation_extended', on: '2026-03-02', by: 'both', until: '2026-04-15' });
    expect(await due(lawyer)).toMatchObject({ kind: 'mediation_period', safeDate: '2026-04-15' });
  });

  it('are as long here too as both sides made them: on the desk, in the list, on the page and on the notice of mediation first', async () => {
    await record(lawyer, { kind: 'mediation_extended', on: '2026-03-02', by: 'both', until: '2026-04-15' });
    const period = { safeDate: '2026-04-15', lastDate: '2026-04-15' };
    expect(await due(lawyer)).toMatchObject({ kind: 'mediation_period', title: null, ...period });
    expect((await worker.get(`/api/cases/${caseId}`)).body.mediationDue).toMatchObject({ rule: 'MEDIATION_END_15D', ...period, working: [{}, { zh: expect.stringContaining('延长') }] });
    expect((await t.app.get(CaseReader).unsafeCase(caseId))!.mediationLastDate).toBe('2026-04-15');
  });

  it('count back from the hearing, and stand among what is due with it', async () => {
    await record(lawyer, { kind: 'hearing_set', on: '2026-03-02', by: 'authority', until: '2026-03-13' });
    expect((await clocks()).clocks.filter((c) => c.rule.startsWith('HEARING')).map((c) => [c.rule, c.dueDate, c.state])).toEqual([['HEARING_NOTICE_5WD', '2026-03-06', 'met'], ['HEARING_POSTPONE_3WD', '2026-03-10', 'running'], ['HEARING_DAY', '2026-03-13', 'running']]);
    expect(await due(lawyer)).toMatchObject({ kind: 'statutory', title: { zh: '申请延期开庭' }, safeDate: '2026-03-10', source: expect.stringContaining('Art 35') });
  });

  it('hide nothing behind a mediation period that lapsed or failed', async () => {
    await record(lawyer, { kind: 'appraisal_concluded', on: '2026-03-01', by: 'authority' });
    const listed = async () => (await worker.get('/api/cases')).body.items.find((c: { id: string }) => c.id === caseId).next;
    clock.set('2026-03-02T03:00:00Z');
    await t.db.query(`update dispute_case set filed_at = '2026-02-05T02:00:00Z' where id = $1`, [caseId]); // its fifteen days are over
    for (const next of [await due(lawyer), await listed()]) expect(next).toMatchObject({ kind: 'statutory', title: { zh: '申请再次鉴定' }, safeDate: '2026-03-16' });
    await record(lawyer, { kind: 'reappraisal_applied', on: '2026-03-02' });
    expect(await listed()).toMatchObject({ kind: 'mediation_period', lastDate: '2026-02-24' }); // nothing else is due
    await t.db.query(`update dispute_case set status = 'mediation_failed' where id = $1`, [caseId]);
    expect([await listed(), (await worker.get(`/api/cases/${caseId}`)).body.mediationDue]).toEqual([null, null]);
  });

  it('are counted anew when an entry is withdrawn, which stays on record with its reason', async () => {
    const { body } = await record(worker, { kind: 'rights_known', on: '2025-06-02' });
    expect(await find('LIMITATION_GENERAL')).toMatchObject({ dueDate: '2027-03-02' }); // asking for mediation here interrupted it
    const [entry] = body.events;
    const withdraw = (who: Client, reason: string) => who.post(`/api/cases/${caseId}/legal-events/${entry.id}/withdraw`, { requestId: id(), reason });
    for (let i = 0; i < 2; i++) expect((await withdraw(worker, '日期记错了')).status).toBe(200);
    expect(await find('LIMITATION_GENERAL')).toBeUndefined();
    expect((await clocks()).events.find((e) => e.id === entry.id)).toMatchObject({ withdrawn: { reason: '日期记错了', by: '姜小明' } });
    const before = await stored();
    expect(await withdraw(lawyer, '再撤一次')).toMatchObject({ status: 409, body: { code: 'RECORD_WITHDRAWN' } });
    expect((await worker.post(`/api/cases/${caseId}/legal-events/${id()}/withdraw`, { requestId: id(), reason: '没有的' })).status).toBe(404);
    expect(await stored()).toBe(before);
  });

  it('keep the ledger of what was paid, with its proof', async () => {
    const proof = (await worker.upload(`/api/cases/${caseId}/evidence`, { name: '转账.png', type: 'image/png', bytes: PNG }, { title: '转账记录', visibility: 'private' })).body;
    const pay = (body: object) => worker.post(`/api/cases/${caseId}/payments`, { requestId: id(), what: '住院押金', ...body });
    await pay({ paidOn: '2026-02-22', amountFen: 170_000 });
    const { body } = await pay({ paidOn: '2026-02-21', amountFen: 250_000, evidenceId: proof.id });
    expect(body).toMatchObject({ totalFen: 420_000, items: [{ paidOn: '2026-02-21', amountFen: 250_000, evidenceId: proof.id, recordedBy: '姜小明' }, { paidOn: '2026-02-22' }] });
    const withdrawn = await worker.post(`/api/cases/${caseId}/payments/${body.items[1].id}/withdraw`, { requestId: id(), reason: '同一笔记了两次' });
    expect(withdrawn.body).toMatchObject({ totalFen: 250_000, items: [{ withdrawn: null }, { withdrawn: { reason: '同一笔记了两次' } }] });
  });

  it('refuse what cannot be, and nothing changes', async () => {
    const hidden = (await employer.upload(`/api/cases/${caseId}/evidence`, { name: '内部.png', type: 'image/png', bytes: PNG }, { title: '内部记录', visibility: 'private' })).body;
    const before = await stored();
    const refused = async (body: object, status: number, code: string) => expect(await record(worker, { on: '2026-02-20', kind: 'injured', ...body })).toMatchObject({ status, body: { code } });
    await refused({ on: '2026-03-03' }, 422, 'RECORD_IN_FUTURE');
    await refused({ until: '2026-02-25' }, 422, 'RECORD_UNTIL_WRONG');
    for (const kind of ['mediation_extended', 'hearing_set']) await refused({ kind }, 422, 'RECORD_UNTIL_WRONG');
    await refused({ kind: 'limitation_suspended', until: '2026-02-20' }, 422, 'RECORD_UNTIL_WRONG');
    await refused({ evidenceId: id() }, 422, 'RECORD_EVIDENCE_UNKNOWN');
    await refused({ evidenceId: hidden.id }, 422, 'RECORD_EVIDENCE_UNKNOWN');
    await refused({ kind: 'case_filed' }, 400, 'VALIDATION_FAILED');
    await refused({ kind: 'anything' }, 400, 'VALIDATION_FAILED');
    expect((await worker.post(`/api/cases/${caseId}/payments`, { requestId: id(), paidOn: '2026-02-20', amountFen: 0, what: '没有付' })).status).toBe(400);
    expect((await worker.post(`/api/cases/${caseId}/payments`, { requestId: id(), paidOn: '2026-03-20', amountFen: 1, what: '还没付' })).status).toBe(422);
    expect(await stored()).toBe(before);
  });

  it('are for the worker\'s side only: the employer, a stranger, and the department for writing, find nothing and change nothing', async () => {
    const stranger = await signInByPhone(t.url, '13800000009', '路人');
    const before = await stored();
    for (const who of [employer, stranger]) {
      expect([(await who.get(`/api/cases/${caseId}/clocks`)).status, (await who.get(`/api/cases/${caseId}/payments`)).status, (await who.get(`/api/cases/${caseId}/legal-answers`)).status]).toEqual([404, 404, 404]);
    }
    expect((await department.get(`/api/cases/${caseId}/clocks`)).status).toBe(200);
    for (const who of [employer, stranger, department]) {
      expect((await record(who, { kind: 'injured', on: '2026-02-20' })).status).toBe(404);
      expect((await who.post(`/api/cases/${caseId}/payments`, { requestId: id(), paidOn: '2026-02-20', amountFen: 100, what: '医药费' })).status).toBe(404);
    }
    expect(await stored()).toBe(before);
  });
});
