import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { createStaff, eventually, smsTo, startTestApp, type Answer, type Client, type TestApp } from '@hejie/test-kit';
import { aMeeting, aSchedule, attend, open, schedule, SOON, someTerms, type Meeting } from '../testing/index.js';

describe('replacing a mediator', () => {
  let t: TestApp;
  let m: Meeting;
  let department: Client;
  let next: Client;
  beforeAll(async () => {
    t = await startTestApp();
    department = await createStaff(t, 'legal_officer', '法律部赵');
    next = await createStaff(t, 'mediator', '刘调解');
  });
  beforeEach(async () => {
    m = await aMeeting(t);
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const at = (path = '') => `/api/sessions/${m.sessionId}${path}`;
  const see = async (who: Client) => (await who.get(at())).body;
  const replace = (body: object = {}, who = department) => who.post(at('/mediator'), { requestId: id(), mediatorId: next.accountId, cause: 'illness', note: '住院', ...body });
  const rooms = async () => (await see(next)).rooms as { id: string; kind: string }[];
  const seatOf = async (who: Client) => (await t.db.query<{ n: number }[]>('select count(*)::int as n from room_member where account_id = $1 and removed_at is null', [who.accountId]))[0]!.n;
  const state = async () => [await see(department), (await department.get(`/api/cases/${m.caseId}`)).body, (await department.get(`/api/cases/${m.caseId}/timeline`)).body, await seatOf(m.mediator)];

  it('keeps the session, its rooms and its open offer; the old mediator is out of all of it, the new one in', async () => {
    await open(t, m);
    await m.mediator.post(at('/disclosure'), { statement: '与双方无利害关系。' });
    await m.worker.post(at('/proposals'), { requestId: id(), terms: someTerms(), audience: 'claimant' });
    await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'caucus' });
    const before = await see(m.mediator);
    const socket = await m.mediator.socket();
    const said: string[] = [];
    socket.onAny((event: string, payload: unknown) => said.push(JSON.stringify([event, payload])));

    const requestId = id();
    for (const { status } of await Promise.all([1, 2, 3].map(() => replace({ requestId })))) expect(status).toBe(200);
    expect(await see(next)).toMatchObject({ id: m.sessionId, status: 'open', mySide: 'mediator', disclosure: null, proposals: before.proposals, startsAt: before.startsAt });
    expect((await rooms()).map((r) => r.kind)).toEqual(['joint', 'caucus_claimant', 'caucus_respondent']);
    for (const room of await rooms()) {
      expect((await next.get(`/api/rooms/${room.id}/messages`)).status).toBe(200);
      expect((await m.mediator.get(`/api/rooms/${room.id}/messages`)).status).toBe(404);
      expect((await m.mediator.post(`/api/rooms/${room.id}/messages`, { clientId: id(), kind: 'text', body: { text: '我还在' } })).status).toBe(404);
    }
    expect(await seatOf(m.mediator)).toBe(0);
    for (const path of [at(), `/api/cases/${m.caseId}`, `/api/cases/${m.caseId}/timeline`]) expect((await m.mediator.get(path)).status).toBe(404);
    for (const [path, body] of [['/close', { outcome: 'failed' }], ['/place', { accountId: m.worker.accountId, to: 'joint' }], ['/disclosure', { statement: '无' }]] as const) expect((await m.mediator.post(at(path), body)).status).toBe(404);
    expect((await m.mediator.get('/api/sessions')).body.items).toEqual([]);
    expect((await m.mediator.get('/api/desk/caseload')).body.items).toEqual([]);

    // the offer goes its way under the new hand, and nothing of it reaches the old one
    said.length = 0;
    const offer = before.proposals[0].id;
    expect((await next.post(`/api/proposals/${offer}/forward`)).status).toBe(200);
    expect((await m.employer.post(`/api/proposals/${offer}/accept`)).status).toBe(200);
    expect((await see(next)).agreementId).toEqual(expect.any(String));
    expect(said).toEqual([]);
    m.mediator.close();
    await next.post(at('/close'), { outcome: 'agreed' });
    expect(JSON.stringify((await next.get(at('/sealed-log'))).body.session.people)).toMatch(/刘调解.*陈调解/);
    expect((await m.mediator.get(at('/sealed-log'))).status).toBe(404);
  });

  it('is on the timeline for the parties by name, for those who serve the case with the reason', async () => {
    await schedule(t, m);
    await replace();
    const lines = async (who: Client) => JSON.stringify((await who.get(`/api/cases/${m.caseId}/timeline`)).body.items.slice(0, 2));
    for (const who of [m.worker, m.employer]) {
      expect(await lines(who)).toContain('刘调解');
      expect(await lines(who)).not.toMatch(/illness|住院/);
    }
    expect(await lines(department)).toMatch(/住院.*illness/);
    const told = async (who: Client, words: string) => (await who.get('/api/notifications')).body.items.some((n: { link: string; text: string }) => n.link === `/sessions/${m.sessionId}` && n.text.includes(words));
    for (const who of [m.worker, m.employer]) await eventually(() => told(who, '刘调解'), 'the parties are told who it is');
    await eventually(() => told(next, '调解会已安排'), 'the new mediator is told when it is');
    expect(await t.db.query('select kind from reminder where account_id = $1 and subject_id = $2 order by kind', [next.accountId, m.sessionId])).toEqual([{ kind: 'session_1h' }, { kind: 'session_24h' }]);
  });

  it('passes on the signature that is still to be given, and lets the new one seal', async () => {
    await open(t, m);
    await m.worker.post(at('/proposals'), { requestId: id(), terms: someTerms(11_000_000) });
    const { body } = await m.employer.post(`/api/proposals/${(await see(m.mediator)).proposals[0].id}/accept`);
    const agreement = `/api/agreements/${body.agreementId}`;
    await m.mediator.post(`${agreement}/read`);
    await replace();
    expect((await m.mediator.post(`${agreement}/sign`)).status).toBe(404);
    expect((await next.post(`${agreement}/sign`)).body.code).toBe('AGREEMENT_NOT_READ');
    for (const [who, phone] of [[m.worker, m.phones.worker], [m.employer, m.phones.employer]] as const) {
      await who.post(`${agreement}/read`);
      await who.post('/api/auth/confirmation-codes', { purpose: 'sign_agreement', subject: body.agreementId });
      const [, code] = await smsTo(t.url, phone, /确认码 (\d{6})/);
      expect((await who.post(`${agreement}/sign`, { code })).status).toBe(200);
    }
    await next.post(`${agreement}/read`);
    await next.post(`${agreement}/sign`);
    expect((await next.post(`${agreement}/seal`)).body).toMatchObject({ status: 'sealed', signatures: expect.arrayContaining([expect.objectContaining({ role: 'mediator', name: '刘调解' })]) });
  });

  it('takes no signature of the old one that waits meanwhile: it would stand in the name of the new one', async () => {
    await open(t, m);
    await m.worker.post(at('/proposals'), { requestId: id(), terms: someTerms(11_000_000) });
    const { body } = await m.employer.post(`/api/proposals/${(await see(m.mediator)).proposals[0].id}/accept`);
    const agreement = `/api/agreements/${body.agreementId}`;
    await m.mediator.post(`${agreement}/read`);
    await m.mediator.post(`${agreement}/fairness-confirmation`);
    const waiting = async (n: number) => eventually(async () => (await t.db.query<unknown[]>(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length === n, `${n} wait`);
    const asked: Promise<Answer>[] = [];
    await t.app.get(UnitOfWork).run(async (tx) => {
      await tx.query('select 1 from dispute_case where id = $1 for update', [m.caseId]);
      for (const ask of [() => replace(), () => m.mediator.post(`${agreement}/sign`)]) {
        asked.push(ask());
        await waiting(asked.length);
      }
    });
    expect((await Promise.all(asked)).map((a) => a.status)).toEqual([200, 404]);
    expect(await t.db.query(`select account_id, signed_at from agreement_signature where agreement_id = $1 and role = 'mediator'`, [body.agreementId])).toEqual([{ account_id: next.accountId, signed_at: null }]);
  });

  it('for a conflict keeps the old one from the case for good, and finds somebody when nobody is named', async () => {
    await schedule(t, m);
    const { status } = await replace({ cause: 'conflict', mediatorId: undefined });
    expect(status).toBe(200);
    expect((await department.get(at('/mediators'))).body.items.map((x: { accountId: string }) => x.accountId)).not.toContain(m.mediator.accountId);
    const before = await state();
    expect(await replace({ mediatorId: m.mediator.accountId })).toMatchObject({ status: 422, body: { code: 'SESSION_MEDIATOR_UNFIT' } });
    expect((await m.worker.post(`/api/cases/${m.caseId}/sessions`, aSchedule(t, m))).body.code).toBe('SESSION_NO_MEDIATOR');
    expect(await state()).toEqual(before);
  });

  it('leaves the old one in no room of a session that opens, and with none that is arranged, at that very moment', async () => {
    await open(t, m);
    const arrange = () => m.worker.post(`/api/cases/${m.caseId}/sessions`, aSchedule(t, m, SOON));
    const other = (await arrange()).body.id as string;
    await attend(other, m.worker, m.employer);
    const waits = async () => (await t.db.query<{ n: number }[]>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))[0]!.n;
    const rooms = t.app.get(Rooms);
    const remove = rooms.remove.bind(rooms);
    const theirs = (await t.db.query<unknown[]>('select 1 from room r where r.case_id = $1', [m.caseId])).length;
    let left = theirs;
    const meanwhile: Promise<Answer>[] = [];
    let answered = 0;
    const spy = jest.spyOn(rooms, 'remove').mockImplementation(async (...of) => {
      await remove(...of);
      if (--left !== 0) return;
      // they are out of every room, and nobody was put in their place yet
      for (const asked of [m.mediator.post(`/api/sessions/${other}/open`), arrange()]) meanwhile.push(asked.finally(() => answered++));
      await eventually(async () => answered + (await waits()) >= 2, 'both are answered, or wait');
    });
    expect((await replace({ cause: 'conflict' })).status).toBe(200);
    spy.mockRestore();
    expect((await Promise.all(meanwhile)).map((a) => a.body.code)).toEqual(['NOT_FOUND', 'SESSION_NO_MEDIATOR']);
    expect(await seatOf(m.mediator)).toBe(0);
    expect(await t.db.query('select mediator_id, status from mediation_session where case_id = $1 order by id', [m.caseId])).toEqual([{ mediator_id: next.accountId, status: 'open' }, { mediator_id: next.accountId, status: 'scheduled' }]);
    expect(await t.db.query(`select account_id from case_member where case_id = $1 and relation = 'mediator' and until is null`, [m.caseId])).toEqual([{ account_id: next.accountId }]);
  });

  it('is the department\'s alone, for a live session, and takes only a mediator; nothing changes', async () => {
    await schedule(t, m);
    const before = await state();
    const elsewhere = await createStaff(t, 'lawyer', '王律师');
    for (const who of [m.worker, m.employer, m.mediator, elsewhere]) for (const answer of [await replace({}, who), await who.get(at('/mediators'))]) expect(answer.status).toBe(404);
    for (const mediatorId of [m.mediator.accountId, m.worker.accountId, elsewhere.accountId, id()]) expect((await replace({ mediatorId })).body.code).toBe('SESSION_MEDIATOR_UNFIT');
    expect((await replace({ cause: 'boredom' })).status).toBe(400);
    expect(await state()).toEqual(before);
    await m.mediator.post(at('/close'), { outcome: 'failed' });
    const closed = await state();
    expect((await replace()).body.code).toBe('SESSION_STATE');
    expect(await state()).toEqual(closed);
  });
});
