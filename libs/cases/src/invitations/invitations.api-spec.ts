import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { Client, createStaff, eventually, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';

const DAY = 24 * 3_600_000;

describe('the invitation of the employer', () => {
  let t: TestApp;
  let worker: Client;
  let caseId: string;
  const clock = new TestClock(new Date('2026-11-20T02:00:00Z'));
  const seen = new Set<string>();
  let phones = 0;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    worker = await signInByPhone(t.url, '13800772001', '姜小明');
  });
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(worker));
  });
  afterAll(() => t?.close());

  const aPhone = () => `139007730${String(++phones).padStart(2, '0')}`;
  const send = (phone: string, who = worker) => who.post(`/api/cases/${caseId}/invitations`, { requestId: crypto.randomUUID(), phone });
  /** Invites a phone and reads the link from its SMS. */
  const invite = async (phone: string, who = worker) => {
    expect((await send(phone, who)).status).toBe(201);
    const token = await eventually(async () => {
      const [, newest] = await smsTo(t.url, phone, /\/i\/([\w-]{43})/);
      return !seen.has(newest!) && newest!;
    }, 'a link not seen before');
    seen.add(token);
    return token;
  };
  const accept = (who: Client, token: string) => who.post(`/api/invitations/${token}/accept`, { representativeName: '孙经理', position: '人事经理' });
  const look = (token: string) => new Client(t.url).get(`/api/invitations/${token}`);
  const joins = (who: Client, relation: 'counsel' | 'representative') => t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, who.accountId, relation));
  const state = async () => [
    await t.db.query('select account_id, relation, until from case_member where case_id = $1 order by 1, 2', [caseId]),
    await t.db.query('select id, accepted_by, accepted_at from case_invitation where case_id = $1 order by id', [caseId]),
    await t.db.query('select kind from case_event where case_id = $1 order by id', [caseId]),
  ];
  const refused = async (answer: Promise<{ status: number; body: { code: string } }>, code: string) => {
    const before = await state();
    expect((await answer).body.code).toBe(code);
    expect(await state()).toEqual(before);
  };

  it('is for the phone it was sent to; any other is told what an unknown link is told', async () => {
    const phone = aPhone();
    const token = await invite(phone);
    const stranger = await signInByPhone(t.url, aPhone(), '路人');
    const before = await state();
    const [foreign, unknown] = [await accept(stranger, token), await accept(stranger, 'x'.repeat(43))];
    expect(foreign).toMatchObject({ status: 410, body: { code: 'INVITATION_UNKNOWN', title: expect.stringContaining('收到短信的手机号') } });
    expect({ ...foreign.body, instance: '', requestId: '', traceId: '' }).toEqual({ ...unknown.body, instance: '', requestId: '', traceId: '' });
    expect(await state()).toEqual(before);
    expect(await accept(await signInByPhone(t.url, phone), token)).toMatchObject({ status: 200, body: { caseId } });
  });

  it('stands alone: inviting another phone, or the same again, ends what was sent before', async () => {
    const [mistyped, right] = [aPhone(), aPhone()];
    const first = await invite(mistyped);
    const second = await invite(right);
    const wrong = await signInByPhone(t.url, mistyped);
    await refused(accept(wrong, first), 'INVITATION_UNKNOWN');
    expect(await look(first)).toMatchObject({ status: 410, body: { code: 'INVITATION_UNKNOWN' } });
    const third = await invite(right);
    const employer = await signInByPhone(t.url, right);
    await refused(accept(employer, second), 'INVITATION_UNKNOWN');
    expect((await accept(employer, third)).status).toBe(200);
    expect((await accept(employer, third)).body).toEqual({ caseId });
    await refused(accept(wrong, third), 'INVITATION_UNKNOWN');
  });

  it('is good for thirty days, as its SMS and its page say', async () => {
    const phone = aPhone();
    const token = await invite(phone);
    await smsTo(t.url, phone, /链接30天内有效，只限本手机号登录使用/);
    expect((await look(token)).body.lastDay).toBe('2026-12-20');
    try {
      clock.advance(30 * DAY);
      expect((await look(token)).status).toBe(200);
      clock.advance(DAY);
      expect(await look(token)).toMatchObject({ status: 409, body: { code: 'INVITATION_EXPIRED', title: expect.stringContaining('30天') } });
      await refused(accept(await signInByPhone(t.url, phone), token), 'INVITATION_EXPIRED');
    } finally {
      clock.advance(-31 * DAY);
    }
  });

  it.each(['closed', 'withdrawn', 'escalated'])('opens no case that is %s, and none is sent for it', async (status) => {
    const phone = aPhone();
    const token = await invite(phone);
    const employer = await signInByPhone(t.url, phone);
    await t.db.query('update dispute_case set status = $2 where id = $1', [caseId, status]);
    await refused(accept(employer, token), 'INVITATION_CASE_OVER');
    expect((await employer.get(`/api/cases/${caseId}`)).status).toBe(404);
    await refused(send(aPhone()), 'CASE_MOVE_ILLEGAL');
  });

  it('is not for the workers\' side: the claimant, a representative, a member of the group, or who serves the case', async () => {
    await refused(accept(worker, await invite('13800772001')), 'INVITATION_OWN_CASE');
    for (const relation of ['representative', 'counsel'] as const) {
      const phone = aPhone();
      const who = await signInByPhone(t.url, phone, '刘代表');
      await joins(who, relation);
      await refused(accept(who, await invite(phone)), 'INVITATION_OWN_CASE');
    }
    const phone = aPhone();
    const member = await signInByPhone(t.url, phone, '何工友');
    const added = await worker.post(`/api/cases/${caseId}/group/members`, { requestId: crypto.randomUUID(), name: '何工友', phone, monthlyWageFen: 400_000, days: [{ date: '2026-02-17', hours: 8 }] });
    expect(added.status).toBe(201);
    await refused(accept(member, await invite(phone)), 'INVITATION_OWN_CASE');
  });

  it('lets who joined for the employer ask a colleague, who then has a link of their own', async () => {
    const [phone, other] = [aPhone(), aPhone()];
    const token = await invite(phone);
    const employer = await signInByPhone(t.url, phone);
    await refused(send(other, employer), 'NOT_FOUND');
    await accept(employer, token);
    const colleague = await signInByPhone(t.url, other);
    await refused(accept(colleague, token), 'INVITATION_UNKNOWN');
    expect((await accept(colleague, await invite(other, employer))).status).toBe(200);
    expect((await colleague.get(`/api/cases/${caseId}`)).body.relations).toEqual(['respondent']);
    expect((await employer.get(`/api/cases/${caseId}`)).body.relations).toEqual(['respondent']);
    const third = aPhone();
    const officer = await createStaff(t, 'operator', '坐席');
    await refused(send(third, officer), 'NOT_FOUND');
  });
});
