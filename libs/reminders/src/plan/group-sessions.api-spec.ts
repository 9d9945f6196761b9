import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import type { GroupView } from '@hejie/cases/contract';
import { aFiledCase, aGroup, anElection, groupWorker } from '@hejie/cases/testing';
import { RULES_VERSION } from '@hejie/mediation/contract';
import { aMeeting, type Meeting } from '@hejie/mediation/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { HandlerRegistry } from '@hejie/platform/worker';
import { type Client, createStaff, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { SweepReminders } from './sweep-reminders.js';

const HOUR = 3_600_000;

describe('sessions of a group', () => {
  const clock = new TestClock(new Date('2026-11-23T01:00:00Z'));
  let t: TestApp;
  let m: Meeting;
  let officer: Client;
  let delegate: Client;
  let lawyer: Client;
  let elected: Client;
  let member: Client;
  let group: GroupView;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    m = await aMeeting(t);
    officer = await createStaff(t, 'operator', '坐席小周');
    delegate = await createStaff(t, 'grid_officer', '网格员小丁');
    lawyer = await createStaff(t, 'lawyer', '王律师');
    elected = await signInByPhone(t.url, groupWorker(1).phone);
    member = await signInByPhone(t.url, groupWorker(5).phone);
  });
  beforeEach(async () => {
    ({ caseId: m.caseId } = await aFiledCase(officer, { behalf: { name: '姜小明', phone: m.phones.worker, consent: '已告知并同意工会代为提交' } }));
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, m.employer.accountId, 'respondent'));
    group = await aGroup(officer, m.caseId);
  });
  afterAll(() => t?.close());

  const elect = () => anElection(officer, m.caseId, group);
  const letterTo = async (who: Client, validUntil = '2027-11-30') => {
    const paper = await m.worker.upload(`/api/cases/${m.caseId}/evidence`, { name: '委托书.txt', type: 'text/plain', bytes: Buffer.from('授权委托书') }, { title: '授权委托书' });
    const { status, body } = await m.worker.post(`/api/cases/${m.caseId}/delegations`, { requestId: crypto.randomUUID(), delegateId: who.accountId, powers: ['negotiate'], leastTotalFen: null, validUntil, evidenceId: paper.body.id });
    expect(status).toBe(201);
    return body.items[0].id as string;
  };
  const schedule = async () => {
    const { status, body } = await m.worker.post(`/api/cases/${m.caseId}/sessions`, { requestId: crypto.randomUUID(), startsAt: new Date(clock.now().getTime() + 30 * HOUR).toISOString(), minutes: 60, mode: 'online', mediatorId: m.mediator.accountId });
    expect(status).toBe(201);
    return body.id as string;
  };
  const calendar = async (who: Client) => (await who.get('/api/sessions')).body.items.map((s: { id: string }) => s.id) as string[];
  /** What somebody was told of a session. */
  const told = async (who: Client, sessionId: string) => ((await who.get('/api/notifications')).body.items as { kind: string; link: string }[]).filter((n) => n.link === `/sessions/${sessionId}`).map((n) => n.kind).sort();
  const hears = (who: Client, sessionId: string) => eventually(async () => (await told(who, sessionId)).includes('session_scheduled'), 'the session is told');
  const planned = (who: Client, sessionId: string) => eventually(async () => ((await t.db.query('select from reminder where subject_id = $1 and account_id = $2', [sessionId, who.accountId])) as unknown[]).length === 2, 'both reminders are planned');
  const aDayBefore = async () => {
    clock.advance(6 * HOUR);
    await t.app.get(SweepReminders).sweep();
  };

  it('are in the calendar of who was elected and of who holds a letter, and told to them in time; other members are nothing to them', async () => {
    await elect();
    await letterTo(delegate);
    const sessionId = await schedule();
    for (const who of [m.worker, m.employer, m.mediator, elected, delegate]) {
      await hears(who, sessionId);
      await planned(who, sessionId);
      expect(await calendar(who)).toContain(sessionId);
      expect((await who.get(`/api/sessions/${sessionId}`)).status).toBe(200);
    }
    await aDayBefore();
    for (const who of [elected, delegate]) expect(await told(who, sessionId)).toEqual(['session_24h', 'session_scheduled']);
    for (const who of [member, officer, lawyer]) expect([await told(who, sessionId), await calendar(who)]).toEqual([[], []]);
    expect((await member.get(`/api/sessions/${sessionId}`)).status).toBe(404);
  });

  it('are told to whoever comes to the group after they were set, once', async () => {
    const sessionId = await schedule();
    await hears(m.worker, sessionId);
    for (const who of [elected, delegate]) expect(await calendar(who)).not.toContain(sessionId);
    await elect();
    await letterTo(delegate);
    for (const who of [elected, delegate]) {
      await hears(who, sessionId);
      await planned(who, sessionId);
      expect(await calendar(who)).toContain(sessionId);
    }
    // elected again, and a new letter in the place of the old one
    await elect();
    await letterTo(delegate);
    await letterTo(lawyer);
    await hears(lawyer, sessionId);
    for (const who of [elected, delegate]) expect(await told(who, sessionId)).toEqual(['session_scheduled']);
    expect(await told(member, sessionId)).toEqual([]);
  });

  it('are gone from the calendar of who left or whose letter is over, who is not reminded either', async () => {
    await elect();
    const letterId = await letterTo(delegate);
    await letterTo(lawyer, '2026-11-23');
    clock.set('2026-11-23T09:00:00Z');
    const sessionId = await schedule();
    for (const who of [elected, delegate, lawyer]) {
      await hears(who, sessionId);
      await planned(who, sessionId);
    }
    expect((await elected.post(`/api/cases/${m.caseId}/group/me/departure`, { requestId: crypto.randomUUID() })).status).toBe(201);
    expect((await m.worker.post(`/api/cases/${m.caseId}/delegations/revocation`, { delegationId: letterId })).status).toBe(201);
    clock.set('2026-11-23T17:00:00Z'); // the day after in China
    await t.app.get(SweepReminders).sweep();
    for (const who of [elected, delegate, lawyer]) expect([await told(who, sessionId), await calendar(who)]).toEqual([['session_scheduled'], expect.not.arrayContaining([sessionId])]);
    expect(await told(m.worker, sessionId)).toEqual(['session_24h', 'session_scheduled']);
  });

  it('are followed by who was elected and who holds a letter: that somebody did not come, and that the minutes are there to read', async () => {
    await elect();
    await letterTo(delegate);
    const sessionId = await schedule();
    await hears(elected, sessionId);
    clock.advance(30 * HOUR + 10 * 60_000);
    await t.app.get(HandlerRegistry).schedules.get('mediation.no-shows')!.run();
    for (const who of [m.worker, m.employer, elected, delegate]) await eventually(async () => (await told(who, sessionId)).includes('session_no_show'), 'they hear that nobody came');
    expect(await told(m.mediator, sessionId)).toContain('session_no_show_reschedule');
    for (const who of [m.worker, m.employer]) expect((await who.post(`/api/sessions/${sessionId}/consent`, { rulesVersion: RULES_VERSION })).status).toBe(200);
    expect((await m.mediator.post(`/api/sessions/${sessionId}/open`)).status).toBe(200);
    expect((await m.mediator.put(`/api/sessions/${sessionId}/minutes`, { lines: [], claimantSaid: '', respondentSaid: '', undisputedFacts: '', result: '未达成。' })).status).toBe(200);
    await m.mediator.post(`/api/sessions/${sessionId}/close`, { outcome: 'failed' });
    expect((await m.mediator.post(`/api/sessions/${sessionId}/minutes/present`)).status).toBe(200);
    const ofMinutes = async (who: Client) => ((await who.get('/api/notifications')).body.items as { kind: string; link: string }[]).filter((n) => n.link === `/sessions/${sessionId}/minutes`).map((n) => n.kind);
    for (const who of [m.worker, m.employer, elected, delegate]) await eventually(async () => (await ofMinutes(who)).length > 0, 'they hear of the minutes');
    for (const who of [elected, delegate]) expect([await ofMinutes(who), (await who.get(`/api/sessions/${sessionId}/minutes`)).status]).toEqual([['minutes_ready'], 200]);
    for (const who of [m.mediator, member, officer, lawyer]) expect(await ofMinutes(who)).toEqual([]);
    expect(await told(member, sessionId)).toEqual([]);
  });
});
