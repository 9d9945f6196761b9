import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import { CaseMembers } from '../case/case-members.js';
import { aFiledCase, anElection, groupWorker } from '../testing/index.js';

const WORKERS = 10;
const DAYS = [{ date: '2026-02-17', hours: 10 }];

describe('a group that the lawyer of its case leads', () => {
  let t: TestApp;
  let worker: Client;
  let lawyer: Client;
  let other: Client;
  let member: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, groupWorker(0).phone, groupWorker(0).name);
    member = await signInByPhone(t.url, groupWorker(1).phone, groupWorker(1).name);
    for (const name of ['王律师', '李律师']) {
      const one = await createStaff(t, 'lawyer', name);
      expect((await one.put('/api/lawyers/me/profile', { kind: 'volunteer', licenceNumber: '13702202010000001', specialties: ['INJURY'], region: '平度市', languages: ['普通话'], capacity: 50, weeklyTimes: [] })).status).toBe(200);
      if (name === '王律师') lawyer = one;
      else other = one;
    }
  });
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(worker));
    await worker.post(`/api/cases/${caseId}/lawyer-requests`, { requestId: crypto.randomUUID(), lawyerId: lawyer.accountId });
  });
  afterAll(() => t?.close());

  const accept = async () => {
    const request = (await lawyer.get('/api/lawyer-requests')).body.items.find((r: { status: string }) => r.status === 'open');
    await lawyer.post(`/api/lawyer-requests/${request.id}/declare`, { conflict: false });
    expect((await lawyer.post(`/api/lawyer-requests/${request.id}/accept`)).status).toBeLessThan(300);
  };
  const add = (who: Client, n: number, more: object = {}) => who.post(`/api/cases/${caseId}/group/members`, { requestId: crypto.randomUUID(), ...groupWorker(n), monthlyWageFen: 234_900, days: DAYS, ...more });
  const rows = async () => (await worker.get(`/api/cases/${caseId}/group`)).body.members as { id: string; name: string; status: string; representative: boolean }[];
  /** Each agrees on the own phone; nobody else can. */
  const agree = async (n: number) => {
    const who = [worker, member][n] ?? (await signInByPhone(t.url, groupWorker(n).phone));
    const mine = (await who.get('/api/group-memberships')).body.items.find((g: { caseId: string }) => g.caseId === caseId);
    expect(mine.addedBy).toBe('王律师');
    await who.post('/api/auth/confirmation-codes', { purpose: 'join_group', subject: mine.id });
    const [, code] = await smsTo(t.url, groupWorker(n).phone, /确认参加一起多人劳动争议，确认码 (\d{6})/);
    expect((await who.post(`/api/cases/${caseId}/group/me/confirmation`, { code })).status).toBe(201);
  };

  it('is opened by who has accepted the case, and by no lawyer before or beside', async () => {
    for (const who of [lawyer, other]) expect((await add(who, 1)).status).toBe(404);
    expect(await rows()).toEqual([]);
    await accept();
    expect((await add(lawyer, 0)).status).toBe(201);
    expect((await add(lawyer, 1)).body.members).toMatchObject([{ name: groupWorker(0).name, status: 'invited' }, { name: groupWorker(1).name, status: 'invited' }]);
    expect((await add(other, 2)).status).toBe(404);
    expect((await member.get('/api/group-memberships')).body.items[0]).toMatchObject({ caseId, addedBy: '王律师', status: 'invited' });
    expect(await rows()).toHaveLength(2);
  });

  it('tells the lawyer nothing of a member but the row, and lets them act in nobody else’s name', async () => {
    await accept();
    await add(lawyer, 1);
    const { caseId: theirs } = await aFiledCase(member);
    const told = await Promise.all(['', '/group', '/timeline', '/evidence', '/delegations', '/papers'].map(async (path) => JSON.stringify((await lawyer.get(`/api/cases/${caseId}${path}`)).body)));
    expect(told.join()).not.toContain(groupWorker(1).phone);
    for (const path of ['', '/group', '/particulars', '/timeline', '/evidence']) expect((await lawyer.get(`/api/cases/${theirs}${path}`)).status).toBe(404);
    const before = await rows();
    expect(await add(lawyer, 2, { consent: '电话里同意' })).toMatchObject({ status: 403, body: { code: 'GROUP_CONSENT_BY_OFFICER' } });
    expect((await lawyer.post(`/api/cases/${caseId}/group/me/confirmation`, { code: '000000' })).status).toBe(404);
    const letter = await lawyer.upload(`/api/cases/${caseId}/evidence`, { name: '委托书.txt', type: 'text/plain', bytes: Buffer.from('授权委托书') }, { title: '授权委托书' });
    expect((await lawyer.post(`/api/cases/${caseId}/delegations`, { requestId: crypto.randomUUID(), delegateId: lawyer.accountId, powers: ['negotiate'], leastTotalFen: null, validUntil: '2030-11-30', evidenceId: letter.body.id })).status).toBe(404);
    expect(await rows()).toEqual(before);
    // what they prepare is a paper for the workers to sign
    expect((await lawyer.get(`/api/cases/${caseId}/papers/power_of_attorney/preview`)).status).toBe(200);
  });

  it('elects on paper once ten have agreed themselves, and is led by the lawyer no longer than they are counsel', async () => {
    await accept();
    for (let n = 0; n < WORKERS; n++) await add(lawyer, n);
    for (let n = 0; n < WORKERS; n++) await agree(n);
    const { body: group } = await lawyer.get(`/api/cases/${caseId}/group`);
    expect((await anElection(lawyer, caseId, group)).members.filter((m) => m.representative)).toHaveLength(3);
    expect((await lawyer.get(`/api/cases/${caseId}/papers/representatives_proof/preview`)).body.title).toBe('推举代表人证明书');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).remove(tx, caseId, lawyer.accountId, 'counsel'));
    const before = await rows();
    expect((await add(lawyer, 10)).status).toBe(404);
    expect((await lawyer.get(`/api/cases/${caseId}/group`)).status).toBe(404);
    expect(await rows()).toEqual(before);
  });
});
