import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, eventually, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { RULES_VERSION } from '../contract/index.js';
import { aMeeting, aSchedule, open, schedule, someTerms, type Meeting } from '../testing/index.js';

describe('a mediation session', () => {
  let t: TestApp;
  let m: Meeting;
  let stranger: Meeting;
  beforeAll(async () => {
    t = await startTestApp();
    m = await aMeeting(t);
    stranger = await aMeeting(t);
  });
  afterAll(() => t?.close());

  const at = (path = '') => `/api/sessions/${m.sessionId}${path}`;
  const see = async (who: Client = m.mediator) => (await who.get(at())).body;
  const room = async (kind: string): Promise<string> => (await see()).rooms.find((r: { kind: string }) => r.kind === kind).id;
  const members = async (roomId: string) =>
    (await t.db.query<{ id: string }[]>('select account_id as id from room_member where room_id = $1 and removed_at is null', [roomId])).map((r) => r.id);

  it('is scheduled once for one request, moves the case, and waits for both to consent', async () => {
    await schedule(t, m);
    expect((await m.worker.get(`/api/cases/${m.caseId}`)).body.status).toBe('mediating');
    const body = aSchedule(t, m);
    const [one, two] = [await m.worker.post(`/api/cases/${m.caseId}/sessions`, body), await m.worker.post(`/api/cases/${m.caseId}/sessions`, body)];
    expect(one.body).toEqual(two.body);
    await m.worker.post(at('/consent'), { rulesVersion: RULES_VERSION });
    const before = await see();
    expect((await m.mediator.post(at('/open'))).body.code).toBe('SESSION_NOT_CONSENTED');
    expect(await see()).toEqual(before);
  });

  it.each([
    ['a time gone by', () => ({ startsAt: new Date(t.now().getTime() - 1000).toISOString() }), 422, 'SESSION_IN_PAST'],
    ['somebody who is no mediator', () => ({ mediatorId: m.worker.accountId }), 409, 'SESSION_NO_MEDIATOR'],
    ['no minutes', () => ({ minutes: 0 }), 400, 'VALIDATION_FAILED'],
  ])('is not scheduled for %s, and nothing changes', async (_what, wrong, status, code) => {
    await schedule(t, m);
    const before = (await m.worker.get(`/api/cases/${m.caseId}/sessions`)).body;
    expect(await m.worker.post(`/api/cases/${m.caseId}/sessions`, { ...aSchedule(t, m), ...wrong() })).toMatchObject({ status, body: { code } });
    expect((await m.worker.get(`/api/cases/${m.caseId}/sessions`)).body).toEqual(before);
  });

  it('is unknown to strangers at every door, mediators of other cases included', async () => {
    await open(t, m);
    const before = await see();
    for (const who of [stranger.worker, stranger.mediator]) {
      const answers = [await who.get(at()), await who.post(at('/consent'), { rulesVersion: RULES_VERSION }), await who.post(at('/proposals'), { requestId: crypto.randomUUID(), terms: someTerms() })];
      if (who === stranger.mediator) {
        answers.push(
          await who.post(at('/open')),
          await who.post(at('/close'), { outcome: 'failed' }),
          await who.post(at('/disclosure'), { statement: '无' }),
          await who.post(at('/place'), { accountId: m.worker.accountId, to: 'waiting' }),
        );
      }
      const missing = await who.get(`/api/sessions/${crypto.randomUUID()}`);
      for (const answer of answers) expect([answer.status, answer.body.code, answer.body.title]).toEqual([404, 'NOT_FOUND', missing.body.title]);
    }
    // parties do not conduct
    expect((await m.worker.post(at('/place'), { accountId: m.worker.accountId, to: 'caucus' })).status).toBe(404);
    expect(await see()).toEqual(before);
  });

  it('puts people into their own caucus only, tells the other side neither where nor what, and empties both at the end', async () => {
    await open(t, m);
    const [mine, theirs] = [await room('caucus_claimant'), await room('caucus_respondent')];
    await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'caucus' });
    await m.mediator.post(at('/place'), { accountId: m.employer.accountId, to: 'caucus' });
    expect((await members(mine)).sort()).toEqual([m.mediator.accountId, m.worker.accountId].sort());
    expect((await members(theirs)).sort()).toEqual([m.mediator.accountId, m.employer.accountId].sort());
    expect(await members(await room('joint'))).toEqual([m.mediator.accountId]);
    expect(JSON.stringify(await see(m.employer))).not.toContain(mine);
    expect(JSON.stringify(await see(m.worker))).not.toContain(theirs);
    expect((await see(m.employer)).participants.find((p: { accountId: string }) => p.accountId === m.worker.accountId).place).toBe('waiting');
    expect((await m.mediator.post(at('/place'), { accountId: stranger.worker.accountId, to: 'joint' })).status).toBe(404);
    expect((await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'caucus_respondent' })).status).toBe(400);

    await m.mediator.post(at('/close'), { outcome: 'failed', reason: '金额差距过大', undisputedFacts: '双方认可2019年6月入职。' });
    expect([await members(mine), await members(theirs)]).toEqual([[], []]);
    expect(await see()).toMatchObject({ status: 'closed', outcome: 'failed', closeReason: '金额差距过大' });
    expect((await m.worker.get(`/api/cases/${m.caseId}`)).body.status).toBe('mediation_failed');
    for (const roomId of [mine, theirs]) expect((await m.worker.get(`/api/rooms/${roomId}/messages`)).status).toBe(404);
    expect((await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'caucus' })).body.code).toBe('SESSION_STATE');
    expect(await members(mine)).toEqual([]);
  });

  it('says in the rooms concerned who came and went, and to the other side neither why nor where to; twice is once', async () => {
    await open(t, m);
    const [joint, mine, theirs] = [await room('joint'), await room('caucus_claimant'), await room('caucus_respondent')];
    const place = async (to: string) => { for (let i = 0; i < 2; i++) await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to }); };
    for (const to of ['caucus', 'joint', 'waiting', 'caucus', 'waiting', 'joint']) await place(to);
    const lines = async (who: Client, roomId: string) => (await who.get(`/api/rooms/${roomId}/messages`)).body.items.slice(roomId === joint ? 1 : 0).map((x: { body: { code: string; params: object } }) => [x.body.code.replace('session.', ''), x.body.params]);
    const name = { name: '姜小明' };
    // the same line for private talks and for waiting
    expect(await lines(m.employer, joint)).toEqual(['left', 'joined', 'left', 'joined'].map((code) => [code, name]));
    expect(await lines(m.worker, joint)).toEqual(['joined', 'joined'].map((code) => [code, name]));
    expect(await lines(m.mediator, mine)).toEqual(['caucus_joined', 'left', 'caucus_joined', 'left'].map((code) => [code, name]));
    expect(await lines(m.mediator, theirs)).toEqual([]);
  });

  it('shows what is shared, never what a side keeps private', async () => {
    await open(t, m);
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const add = async (visibility: string) =>
      (await m.worker.upload(`/api/cases/${m.caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: png }, { title: `${visibility}的照片`, visibility })).body.id;
    expect((await m.mediator.post(at('/evidence'), { evidenceId: await add('private') })).status).toBe(404);
    expect((await m.mediator.post(at('/evidence'), { evidenceId: await add('shared') })).status).toBe(200);
    const said = JSON.stringify((await m.employer.get(`/api/rooms/${await room('joint')}/messages`)).body);
    expect(said).toContain('shared的照片');
    expect(said).not.toContain('private的照片');
  });

  it('keeps what the mediator disclosed as it was said', async () => {
    await schedule(t, m);
    expect((await m.mediator.post(at('/disclosure'), { statement: '与双方无亲属或利害关系。' })).status).toBe(200);
    expect((await m.mediator.post(at('/disclosure'), { statement: '与双方无亲属或利害关系。' })).status).toBe(200);
    expect((await m.mediator.post(at('/disclosure'), { statement: '另有说法' })).body.code).toBe('SESSION_DISCLOSED');
    for (const who of [m.worker, m.employer]) expect((await see(who)).disclosure).toBe('与双方无亲属或利害关系。');
  });

  it('goes on once on the day it was adjourned to, with the same people and mediator', async () => {
    await open(t, m);
    const nextStartsAt = new Date(t.now().getTime() + 86_400_000).toISOString();
    const before = await see();
    expect((await m.mediator.post(at('/close'), { outcome: 'adjourned', nextStartsAt: '2020-01-01T00:00:00.000Z' })).body.code).toBe('SESSION_IN_PAST');
    expect((await m.mediator.post(at('/close'), { outcome: 'agreed' })).body.code).toBe('SESSION_STATE');
    expect(await see()).toEqual(before);
    for (let i = 0; i < 2; i++) expect((await m.mediator.post(at('/close'), { outcome: 'adjourned', nextStartsAt })).status).toBe(200);
    const { items } = (await m.employer.get(`/api/cases/${m.caseId}/sessions`)).body;
    expect(items.map((s: { status: string; startsAt: string }) => [s.status, s.startsAt])).toEqual([['scheduled', nextStartsAt], ['closed', before.startsAt]]);
    expect((await m.worker.get(`/api/cases/${m.caseId}`)).body.status).toBe('mediating');
  });

  it('fails where a side never came', async () => {
    await schedule(t, m);
    await m.mediator.post(at('/close'), { outcome: 'failed', reason: '用人单位未到场' });
    expect(await see()).toMatchObject({ status: 'closed', outcome: 'failed' });
    expect((await m.worker.get(`/api/cases/${m.caseId}`)).body.status).toBe('mediation_failed');
  });

  it('ends with its case: the worker withdraws, and no offer and nobody in a caucus is left', async () => {
    await open(t, m);
    await m.worker.post(at('/proposals'), { requestId: crypto.randomUUID(), terms: someTerms() });
    await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'caucus' });
    const caucus = await room('caucus_claimant');
    const moved = await m.worker.post(`/api/cases/${m.caseId}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'mediating' });
    expect(moved.status).toBe(200);
    const ended = await eventually(async () => ((s) => s.status === 'cancelled' && s)(await see()), 'the session is cancelled');
    expect(ended.proposals.map((p: { state: string }) => p.state)).toEqual(['expired']);
    expect(await members(caucus)).toEqual([]);
  });

  it('is no longer listed for somebody who has left its case', async () => {
    await schedule(t, m);
    const mine = async () => (await m.employer.get('/api/sessions')).body.items.map((s: { id: string }) => s.id);
    expect(await mine()).toContain(m.sessionId);
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).remove(tx, m.caseId, m.employer.accountId, 'respondent'));
    expect(await mine()).not.toContain(m.sessionId);
    expect((await m.employer.get(at())).status).toBe(404);
    expect((await m.worker.get('/api/sessions')).body.items.map((s: { id: string }) => s.id)).toContain(m.sessionId);
  });

  it('seats a lawyer who took the case after it was scheduled', async () => {
    await schedule(t, m);
    const lawyer = await createStaff(t, 'lawyer', '王守正');
    expect((await lawyer.get(at())).status).toBe(404);
    await t.db.query(`insert into case_member (case_id, account_id, relation, since) values ($1, $2, 'counsel', now())`, [m.caseId, lawyer.accountId]);
    expect((await lawyer.post(at('/consent'), { rulesVersion: RULES_VERSION })).body).toMatchObject({ mySide: 'claimant', rooms: [{ kind: 'joint' }, { kind: 'caucus_claimant' }] });
    expect((await see()).participants).toContainEqual(expect.objectContaining({ name: '王守正', side: 'claimant', consented: true }));
  });
});
