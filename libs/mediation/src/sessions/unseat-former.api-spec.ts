import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase, aGroup, anElection, groupWorker } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, eventually, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { RULES_VERSION } from '../contract/index.js';
import { aMeeting, aSchedule, attend, SOON, type Meeting } from '../testing/index.js';

const ELECTED = 3;

describe('a group whose election the law lets no longer stand', () => {
  let t: TestApp;
  let m: Meeting;
  let officer: Client;
  let delegate: Client;
  let elected: Client;
  let members: Client[];
  beforeAll(async () => {
    t = await startTestApp();
    officer = await createStaff(t, 'operator', '坐席小周');
    delegate = await createStaff(t, 'grid_officer', '网格员小丁');
    members = await Promise.all([0, 5, 6].map((n) => signInByPhone(t.url, groupWorker(n).phone)));
    elected = members[0]!;
  });
  beforeEach(async () => {
    m = await aMeeting(t);
    ({ caseId: m.caseId } = await aFiledCase(officer, { claimant: undefined, behalf: { name: '姜小明', phone: m.phones.worker, consent: '已告知并同意工会代为提交' } }));
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, m.employer.accountId, 'respondent'));
    await anElection(officer, m.caseId, await aGroup(officer, m.caseId, 11), ELECTED);
    m.sessionId = (await m.worker.post(`/api/cases/${m.caseId}/sessions`, aSchedule(t, m, SOON))).body.id;
    await attend(m.sessionId, m.worker, m.employer, elected);
    expect((await m.mediator.post(`/api/sessions/${m.sessionId}/open`)).status).toBe(200);
  });
  afterAll(() => t?.close());

  const leave = (who: Client) => who.post(`/api/cases/${m.caseId}/group/me/departure`, { requestId: crypto.randomUUID() });
  const letterBy = async (who: Client) => {
    const paper = (await officer.upload(`/api/cases/${m.caseId}/evidence`, { name: '委托书.txt', type: 'text/plain', bytes: Buffer.from('授权委托书') }, { title: '授权委托书' })).body.id;
    expect((await who.post(`/api/cases/${m.caseId}/delegations`, { requestId: crypto.randomUUID(), delegateId: delegate.accountId, powers: ['negotiate'], leastTotalFen: null, validUntil: '2030-11-30', evidenceId: paper })).status).toBe(201);
  };
  const joint = async () => (await m.mediator.get(`/api/sessions/${m.sessionId}`)).body.rooms[0].id as string;
  const doors = async (who: Client) => {
    const room = await joint();
    return Promise.all([`/cases/${m.caseId}`, `/cases/${m.caseId}/evidence`, `/cases/${m.caseId}/papers`, `/sessions/${m.sessionId}`, `/rooms/${room}/messages`].map(async (path) => (await who.get(`/api${path}`)).status));
  };
  const seated = async () => ((await m.mediator.get(`/api/sessions/${m.sessionId}`)).body.participants as { side: string }[]).map((p) => p.side).sort();
  const outOfRoom = (who: Client) => eventually(async () => (await who.get(`/api/rooms/${await joint()}/messages`)).status === 404, 'is put out of the room');

  it('has nobody who reads, sits or acts for the others any more; who filed stays', async () => {
    await letterBy(elected);
    expect(await doors(elected)).toEqual([200, 200, 200, 200, 200]);
    expect((await leave(members[1]!)).status).toBe(201); // ten are left
    expect(await doors(elected)).toEqual([200, 200, 200, 200, 200]);
    expect((await delegate.get(`/api/cases/${m.caseId}`)).status).toBe(200);
    expect((await leave(members[2]!)).status).toBe(201);
    await outOfRoom(elected);
    expect(await doors(elected)).toEqual([404, 404, 404, 404, 404]);
    expect((await delegate.get(`/api/cases/${m.caseId}`)).status).toBe(404);
    expect(await seated()).toEqual(['claimant', 'mediator', 'respondent']);
    expect((await elected.post(`/api/rooms/${await joint()}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text: '还在' } })).status).toBe(404);
    expect((await elected.post(`/api/sessions/${m.sessionId}/consent`, { rulesVersion: RULES_VERSION })).status).toBe(404);
    expect(await doors(m.worker)).toEqual([200, 200, 200, 200, 200]);
    const group = (await m.worker.get(`/api/cases/${m.caseId}/group`)).body;
    expect([group.workers, group.members.filter((r: { representative: boolean }) => r.representative)]).toEqual([9, []]);
    expect((await elected.get('/api/group-memberships')).body.items.find((g: { caseId: string }) => g.caseId === m.caseId)).toMatchObject({ status: 'in', representative: false, representatives: [], mayElect: false });
    const lines = (await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body.items as { kind: string; data: object }[];
    expect(lines.filter((e) => e.kind === 'cases.representation_ended').map((e) => e.data)).toEqual([{ workers: 9, letters: 1 }]);
    expect(JSON.stringify((await m.employer.get(`/api/cases/${m.caseId}/timeline`)).body)).not.toContain('representation_ended');
    // and they are told, once each, the representatives by the way to their own row
    const told = async (who: Client) => ((await who.get('/api/notifications')).body.items as { kind: string; link: string }[]).filter((n) => n.kind === 'group_representation_ended').map((n) => n.link);
    await eventually(async () => (await told(m.worker)).length === 1, 'who filed is told');
    expect([await told(elected), await told(m.worker), await told(m.employer), await told(members[2]!)]).toEqual([['/groups'], [`/cases/${m.caseId}`], [], []]);
  });

  it('ends too when fewer of the elected are left than the law asks for; a letter of who filed stays good', async () => {
    await letterBy(m.worker);
    const second = await signInByPhone(t.url, groupWorker(1).phone);
    expect((await second.get(`/api/cases/${m.caseId}`)).status).toBe(200);
    expect((await leave(elected)).status).toBe(201);
    await outOfRoom(elected);
    for (const who of [elected, second]) expect((await who.get(`/api/cases/${m.caseId}`)).status).toBe(404);
    expect(await seated()).toEqual(['claimant', 'mediator', 'respondent']);
    expect((await delegate.get(`/api/cases/${m.caseId}`)).status).toBe(200);
    const { body: group } = await officer.get(`/api/cases/${m.caseId}/group`);
    expect((await anElection(officer, m.caseId, { ...group, members: group.members.filter((r: { status: string }) => r.status === 'in') })).members.filter((r) => r.representative)).toHaveLength(ELECTED);
    expect((await second.get(`/api/cases/${m.caseId}`)).status).toBe(200);
  });

  it('puts a delegate whose letter was taken back out of the rooms', async () => {
    await letterBy(m.worker);
    await attend(m.sessionId, delegate);
    expect((await m.mediator.post(`/api/sessions/${m.sessionId}/place`, { accountId: delegate.accountId, to: 'joint' })).status).toBeLessThan(300);
    expect((await delegate.get(`/api/rooms/${await joint()}/messages`)).status).toBe(200);
    const [letter] = (await m.worker.get(`/api/cases/${m.caseId}/delegations`)).body.items;
    expect((await m.worker.post(`/api/cases/${m.caseId}/delegations/revocation`, { delegationId: letter.id })).status).toBeLessThan(300);
    await outOfRoom(delegate);
    expect(await doors(elected)).toEqual([200, 200, 200, 200, 200]);
  });
});
