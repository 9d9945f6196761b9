import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, eventually, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
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
});
