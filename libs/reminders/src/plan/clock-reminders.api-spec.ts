import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseLifecycle, CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, eventually, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { Planner } from './planner.js';
import { SweepReminders } from './sweep-reminders.js';

describe('statutory periods', () => {
  const clock = new TestClock(new Date('2026-03-02T02:00:00Z'));
  let t: TestApp;
  let worker: Client;
  let lawyer: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    lawyer = await createStaff(t, 'lawyer', '王律师');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    ({ caseId } = await aFiledCase(worker));
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, lawyer.accountId, 'counsel'));
  });
  afterAll(() => t?.close());

  const record = (who: Client, body: object) => who.post(`/api/cases/${caseId}/legal-events`, { requestId: crypto.randomUUID(), by: 'worker', ...body });

  it('are told of in time, and of what the employer let pass; not of a period that ended before', async () => {
    await record(worker, { kind: 'injured', on: '2026-02-20' });
    await record(worker, { kind: 'award_received', on: '2026-02-28', by: 'authority' });
    const planned = async () => (await t.db.query(`select kind, (due_at at time zone 'Asia/Shanghai')::date::text as day from reminder where subject_id = $1 and kind in ('clock_ending', 'employer_missed') order by due_at limit 4`, [caseId])) as { kind: string; day: string }[];
    await eventually(async () => (await planned())[0]?.day === '2026-03-08' && (await planned()).length === 4, 'reminders are planned');
    expect((await planned()).map((p) => `${p.kind} ${p.day}`)).toEqual(['clock_ending 2026-03-08', 'clock_ending 2026-03-12', 'clock_ending 2026-03-14', 'employer_missed 2026-03-24']);
    const told = async (who: Client) => ((await who.get('/api/notifications')).body.items as { kind: string; text: string; link: string }[]).filter((n) => n.link === `/cases/${caseId}/rights`);
    clock.set('2026-03-08T02:00:00Z');
    await t.app.get(SweepReminders).sweep();
    expect(await told(lawyer)).toMatchObject([{ kind: 'clock_ending', text: '不服裁决起诉期：2026-03-15 前办完最稳妥，法定最后一日是 2026-03-16。' }]);
    expect(await told(worker)).toHaveLength(1);
    await record(worker, { kind: 'suit_filed', on: '2026-03-08' });
    clock.set('2026-03-24T02:00:00Z');
    worker = await signInByPhone(t.url, '13800000001');
    await t.app.get(SweepReminders).sweep();
    expect(await told(worker)).toMatchObject([{ kind: 'employer_missed', text: expect.stringMatching(/单位逾期没有办理：用人单位申请工伤认定（最后一日 2026-03-23）。单位没有按时申请：您、近亲属或者工会可以直接申请/) }, { kind: 'clock_ending' }]);
  });

  it('are told each, where two are told on one day, and also when what happened is heard of late', async () => {
    const { caseId: other } = await aFiledCase(worker);
    const happened = clock.now();
    for (const kind of ['award_received', 'appraisal_concluded']) {
      const answer = await worker.post(`/api/cases/${other}/legal-events`, { requestId: crypto.randomUUID(), kind, on: '2026-03-24', by: 'authority' });
      expect(answer.status).toBe(201);
    }
    const delivered = `select 1 from outbox_event e join outbox_delivery d on d.event_id = e.id where e.payload->>'caseId' = $1 and d.subscriber like 'reminders.%' and d.done_at is null`;
    await eventually(async () => ((await t.db.query(delivered, [other])) as unknown[]).length === 0, 'the worker has heard of it');
    await t.db.query('delete from reminder where subject_id = $1', [other]); // as if nobody had heard of it then
    clock.set('2026-04-01T02:00:00Z'); // seven days before both safe dates
    worker = await signInByPhone(t.url, '13800000001');
    await t.app.get(Planner).onClocksChanged({ caseId: other }, crypto.randomUUID(), happened);
    const told = async () => ((await worker.get('/api/notifications')).body.items as { text: string; link: string }[]).filter((n) => n.link === `/cases/${other}/rights`).map((n) => n.text.split('：')[0]);
    await t.app.get(SweepReminders).sweep();
    await t.app.get(SweepReminders).sweep();
    expect((await told()).sort()).toEqual(['不服裁决起诉期', '申请再次鉴定']);
  });

  it('tell of a hearing in words of its own, days before it', async () => {
    clock.set('2026-04-01T02:00:00Z');
    const { caseId: heard } = await aFiledCase(worker);
    await worker.post(`/api/cases/${heard}/legal-events`, { requestId: crypto.randomUUID(), kind: 'hearing_set', on: '2026-04-01', until: '2026-04-09', by: 'authority' });
    await eventually(async () => ((await t.db.query(`select 1 from reminder where subject_id = $1 and kind = 'hearing_ahead'`, [heard])) as unknown[]).length === 3, 'reminders of the hearing are planned');
    clock.set('2026-04-02T02:00:00Z');
    await t.app.get(SweepReminders).sweep();
    const { items } = (await worker.get('/api/notifications')).body as { items: { kind: string; text: string; link: string }[] };
    const told = items.filter((n) => n.link === `/cases/${heard}/rights`).sort((a, b) => (a.kind < b.kind ? -1 : 1));
    expect(told).toMatchObject([{ kind: 'clock_ending', text: expect.stringContaining('申请延期开庭：2026-04-03') }, { kind: 'hearing_ahead', text: expect.stringContaining('2026-04-09 开庭') }]);
  });

  it('tell what an authority let pass where something can be done about it, and nothing once it has answered', async () => {
    clock.set('2026-04-02T02:00:00Z');
    const [{ caseId: open }, { caseId: answered }] = [await aFiledCase(worker), await aFiledCase(worker)];
    const put = (id: string, kind: string, on = '2026-04-02') => worker.post(`/api/cases/${id}/legal-events`, { requestId: crypto.randomUUID(), kind, on, by: 'authority' });
    for (const id of [open, answered]) await put(id, 'recognition_accepted_clear');
    await put(open, 'arbitration_accepted'); // service of the claim and forming the tribunal leave nothing to do
    const planned = async (id: string) => ((await t.db.query(`select 1 from reminder where subject_id = $1 and kind = 'authority_missed'`, [id])) as unknown[]).length;
    await eventually(async () => (await planned(open)) > 1 && (await planned(answered)) === 1, 'reminders of the authority are planned');
    clock.set('2026-04-17T02:00:00Z');
    worker = await signInByPhone(t.url, '13800000001');
    expect((await put(answered, 'recognition_granted', '2026-04-17')).status).toBe(201);
    clock.set('2026-04-18T02:00:00Z');
    await t.app.get(SweepReminders).sweep();
    const told = ((await worker.get('/api/notifications')).body.items as { kind: string; text: string; link: string }[]).filter((n) => n.kind === 'authority_missed');
    expect(told).toMatchObject([{ link: `/cases/${open}/rights`, text: expect.stringMatching(/^工伤认定决定（事实清楚的申请）：法定最后一日 2026-04-17 已过，还没有结果。人社部门逾期没有决定/) }]);
  });

  it('are planned whatever starts them, and anew when time alone has moved them', async () => {
    clock.set('2026-04-02T02:00:00Z');
    const move = (id: string, what: 'mediate' | 'fail_mediation' | 'agree') => t.app.get(UnitOfWork).run((tx) => t.app.get(CaseLifecycle).move(tx, { caseId: id, move: what, actorId: lawyer.accountId }));
    const days = async (id: string) => ((await t.db.query(`select distinct (due_at at time zone 'Asia/Shanghai')::date::text as day from reminder where subject_id = $1 and kind = 'clock_ending'`, [id])) as { day: string }[]).map((r) => r.day);
    const [{ caseId: failed }, { caseId: settled }, { caseId: quiet }] = [await aFiledCase(worker), await aFiledCase(worker), await aFiledCase(worker)];
    for (const id of [failed, quiet]) await worker.post(`/api/cases/${id}/legal-events`, { requestId: crypto.randomUUID(), kind: 'rights_known', on: '2026-03-31', by: 'worker' });
    await eventually(async () => (await days(failed)).includes('2027-03-26') && (await days(quiet)).includes('2027-03-26'), 'asking for mediation starts limitation anew');
    clock.set('2026-04-08T02:00:00Z');
    for (const what of ['mediate', 'fail_mediation'] as const) await move(failed, what);
    for (const what of ['mediate', 'agree'] as const) await move(settled, what);
    await eventually(async () => (await days(failed)).includes('2027-04-01'), 'limitation starts anew with the failure of mediation');
    await eventually(async () => (await days(settled)).includes('2026-04-16') && (await days(settled)).includes('2026-05-01'), 'both ways to confirm the agreement are told of');
    clock.set('2027-03-26T02:00:00Z');
    await t.app.get(SweepReminders).sweep(); // no agreement within fifteen days: the year runs from the last of them
    expect(await days(quiet)).toContain('2027-04-10');
  });
});
