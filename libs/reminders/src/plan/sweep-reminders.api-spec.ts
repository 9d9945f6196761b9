import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, eventually, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import { SweepReminders } from './sweep-reminders.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('what is still true when a reminder is due', () => {
  let t: TestApp;
  let worker: Client;
  const clock = new TestClock(new Date('2026-11-23T01:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
  });
  afterAll(() => t?.close());

  const notices = async (c: Client, kind: string) =>
    ((await c.get('/api/notifications')).body.items as { kind: string; text: string; link: string }[]).filter((n) => n.kind === kind);
  const about = async (c: Client, kind: string, caseId: string) => (await notices(c, kind)).filter((n) => n.link === `/cases/${caseId}`);
  const planned = (kind: string, subjectId: string) =>
    eventually(async () => ((await t.db.query('select 1 from reminder where kind = $1 and subject_id = $2', [kind, subjectId])) as unknown[]).length > 0, `${kind} is planned`);
  const sweep = () => t.app.get(SweepReminders).sweep();
  const filed = async () => {
    const { body } = await worker.post('/api/cases/quick', aQuickCase());
    await planned('mediation_ending', body.caseId);
    return body.caseId as string;
  };
  const invited = async (caseId: string, phone: string) => {
    const { body } = await worker.post(`/api/cases/${caseId}/invitations`, { requestId: crypto.randomUUID(), phone });
    await planned('employer_silent', body.id);
    return body.id as string;
  };

  it('does not warn of the end of a mediation period once the case has moved on', async () => {
    const [open, withdrawn] = [await filed(), await filed()];
    await worker.post(`/api/cases/${withdrawn}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed' });
    clock.advance(13 * DAY);
    await sweep();
    expect(await about(worker, 'mediation_ending', open)).toHaveLength(1);
    expect(await about(worker, 'mediation_ending', withdrawn)).toEqual([]);
  });

  it('tells all others when one cannot be told, and tries that one again', async () => {
    const [broken, good] = [await filed(), await filed()];
    const [{ claimant_sealed: sealed }] = (await t.db.query('select claimant_sealed from dispute_case where id = $1', [broken])) as [{ claimant_sealed: string }];
    await t.db.query(`update dispute_case set claimant_sealed = 'broken' where id = $1`, [broken]);
    clock.advance(13 * DAY);
    await sweep();
    expect(await about(worker, 'mediation_ending', good)).toHaveLength(1);
    expect(await about(worker, 'mediation_ending', broken)).toEqual([]);
    await t.db.query('update dispute_case set claimant_sealed = $2 where id = $1', [broken, sealed]);
    clock.advance(10 * 60_000);
    await sweep();
    await sweep();
    expect(await about(worker, 'mediation_ending', broken)).toHaveLength(1);
    expect(await about(worker, 'mediation_ending', good)).toHaveLength(1);
  });

  it('goes on to later batches past rows that cannot be told', async () => {
    const good = await filed();
    // of kinds that read the case, about cases whose facts cannot be opened
    const broken = await filed();
    await t.db.query(`update dispute_case set claimant_sealed = 'broken' where id = $1`, [broken]);
    await t.db.query(
      `insert into reminder (id, kind, subject_id, account_id, due_at) select gen_random_uuid(), 'mediation_ending', $1, gen_random_uuid(), $2 from generate_series(1, 450)`,
      [broken, clock.now()],
    );
    clock.advance(13 * DAY);
    await sweep();
    // the scheduled sweep may hold the batch it stands in at this moment
    await eventually(async () => (await about(worker, 'mediation_ending', good)).length === 1, 'it is told');
    await t.db.query('delete from reminder where subject_id = $1', [broken]);
  });

  it('tells of an employer who does not respond for three days, at nine in the morning, once', async () => {
    const caseId = await filed();
    const tonight = new Date(Math.ceil(clock.now().getTime() / DAY) * DAY + 15 * HOUR); // 23:00 in Shanghai
    clock.set(tonight);
    await invited(caseId, '13900000001');
    clock.set(new Date(tonight.getTime() + 58 * HOUR - 1)); // the third day after, just before 9:00
    await sweep();
    expect(await about(worker, 'employer_silent', caseId)).toEqual([]);
    clock.advance(1);
    await sweep();
    await sweep();
    const told = await about(worker, 'employer_silent', caseId);
    expect(told).toHaveLength(1);
    expect(told[0]!.text).toContain('单位');
    await smsTo(t.url, '13800000001', /没有回应邀请/);
  });

  it('tells those who look after the case then, not those who did when the invitation went out', async () => {
    const [officer, lawyer] = [await createStaff(t, 'operator', '坐席小周'), await createStaff(t, 'lawyer', '王律师')];
    const caseId = await filed();
    await invited(caseId, '13900000003');
    await t.db.query(`insert into case_member (case_id, account_id, relation, since) values ($1, $2, 'officer', now()), ($1, $3, 'counsel', now())`, [caseId, officer.accountId, lawyer.accountId]);
    await t.db.query(`update case_member set until = now() where case_id = $1 and account_id = $2`, [caseId, lawyer.accountId]);
    clock.advance(4 * DAY);
    await sweep();
    expect(await about(officer, 'employer_silent', caseId)).toHaveLength(1);
    expect(await about(lawyer, 'employer_silent', caseId)).toEqual([]);
  });

  it('says nothing of an employer who joined, was invited again since, or whose case has ended', async () => {
    const [joined, again, ended] = [await filed(), await filed(), await filed()];
    for (const caseId of [joined, ended]) await invited(caseId, '13900000004');
    const [, token] = await smsTo(t.url, '13900000004', /\/i\/([\w-]{43})/);
    const employer = await signInByPhone(t.url, '13900000004', '孙经理');
    const { body } = await employer.post(`/api/invitations/${token}/accept`, { representativeName: '孙经理', position: '经理' });
    const quiet = [joined, ended].find((id) => id !== body.caseId)!;
    await worker.post(`/api/cases/${quiet}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed' });
    await invited(again, '13900000005');
    clock.advance(2 * DAY);
    await invited(again, '13900000006');
    clock.advance(1.5 * DAY);
    await sweep();
    for (const caseId of [joined, again, ended]) expect(await about(worker, 'employer_silent', caseId)).toEqual([]);
    clock.advance(2 * DAY);
    await sweep();
    expect(await about(worker, 'employer_silent', again)).toHaveLength(1);
  });
});
