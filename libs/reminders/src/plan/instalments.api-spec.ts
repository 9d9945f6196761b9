import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMeeting, schedule, someTerms } from '@hejie/mediation/testing';
import { TestClock } from '@hejie/platform/testing';
import { eventually, startTestApp, type TestApp } from '@hejie/test-kit';
import { SweepReminders } from './sweep-reminders.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const clock = new TestClock(new Date('2026-11-23T02:00:00Z'));
describe('reminders of instalments', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp({ clock });
  });
  afterAll(() => t?.close());

  it('tells both sides of an instalment before its day and, when it is not marked as paid, after it', async () => {
    const m = await aMeeting(t);
    await schedule(t, m);
    const photo = (await m.mediator.upload(`/api/cases/${m.caseId}/evidence`, { name: '协议.png', type: 'image/png', bytes: PNG }, { title: '协议照片', visibility: 'shared' })).body.id;
    const instalments = [{ dueDate: '2026-12-19', amountFen: 3_280_000 }, { dueDate: '2026-12-25', amountFen: 2_000_000 }];
    const result = { requestId: crypto.randomUUID(), fairnessConfirmed: true, terms: { ...someTerms(), instalments }, signedOn: '2026-11-23', evidenceId: photo };
    const { id } = (await m.mediator.post(`/api/cases/${m.caseId}/onsite-results`, result)).body;
    const told = async () => (await t.db.query(`select account_id as who, params from notification where kind = 'instalment_due' order by at, account_id`)) as { who: string; params: { date: string; amount: string } }[];
    await eventually(async () => ((await t.db.query(`select 1 from reminder where kind = 'instalment_due'`)) as unknown[]).length > 0, 'reminders are planned');
    clock.set('2026-12-16T02:00:00Z');
    for (let i = 0; i < 2; i++) await t.app.get(SweepReminders).sweep();
    const both = await told();
    expect(both.map((n) => n.who)).toEqual(expect.arrayContaining([m.worker.accountId, m.employer.accountId]));
    expect(new Set(both.map((n) => `${n.params.date} ${n.params.amount}`))).toEqual(new Set(['2026-12-19 32800']));
    await t.db.query('update instalment set paid_at = now() where agreement_id = $1 and n = 1', [id]);
    clock.set('2026-12-20T02:00:00Z');
    await t.app.get(SweepReminders).sweep();
    expect(await told()).toHaveLength(both.length);
  });
});
