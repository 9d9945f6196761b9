import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, eventually, signInByPhone, smsTo, startTestApp, type Answer, type Client, type TestApp } from '@hejie/test-kit';
import { RULES_VERSION } from '../contract/index.js';
import { aMeeting, aSchedule, open, someTerms, type Meeting } from '../testing/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('removing who joined for the employer by mistake', () => {
  let t: TestApp;
  let m: Meeting;
  let department: Client;
  beforeAll(async () => {
    t = await startTestApp();
    department = await createStaff(t, 'legal_officer', '法律部赵');
  });
  beforeEach(async () => {
    m = await aMeeting(t);
    await open(t, m);
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const removal = (who: Client, body: object = {}, of = m.employer.accountId) => who.post(`/api/cases/${m.caseId}/respondents/${of}/removal`, { requestId: id(), reason: '手机号填错', ...body });
  const see = async () => (await m.mediator.get(`/api/sessions/${m.sessionId}`)).body;
  const state = () =>
    Promise.all(
      [
        'select account_id, relation, until from case_member where case_id = $1 order by 1, 2',
        'select kind from case_event where case_id = $1 order by id',
        'select status from agreement where case_id = $1 order by id',
        'select p.state, p.accepted_sides from proposal p join mediation_session s on s.id = p.session_id where s.case_id = $1 order by p.id',
        'select p.account_id, p.place from session_participant p join mediation_session s on s.id = p.session_id where s.case_id = $1 order by 1',
        'select m.account_id, m.removed_at from room_member m join room r on r.id = m.room_id where r.case_id = $1 order by 1, m.room_id',
      ].map((sql) => t.db.query<unknown[]>(sql, [m.caseId])),
    );
  const propose = async (who: Client) => {
    await who.post(`/api/sessions/${m.sessionId}/proposals`, { requestId: id(), terms: someTerms(11_000_000) });
    return (await see()).proposals.at(-1).id as string;
  };

  it('shuts every door of the case to them, ends their offer, and is on the timeline and in the audit log once', async () => {
    const offer = await propose(m.employer);
    const joint = (await see()).rooms[0].id as string;
    const socket = await m.employer.socket();
    await socket.timeout(10_000).emitWithAck('room.join', { roomId: joint, afterSeq: 0 });
    const heard: unknown[] = [];
    socket.onAny((event: string) => heard.push(event));
    const requestId = id();
    for (const answer of [await removal(m.mediator, { requestId }), await removal(m.mediator, { requestId })]) expect(answer).toMatchObject({ status: 200, body: { done: true } });
    const own = (await m.employer.get('/api/cases')).body.items as unknown[];
    expect(own).toEqual([]);
    for (const path of [`/api/cases/${m.caseId}`, `/api/cases/${m.caseId}/evidence`, `/api/sessions/${m.sessionId}`, `/api/rooms/${joint}`, `/api/rooms/${joint}/messages`]) expect([path, (await m.employer.get(path)).status]).toEqual([path, 404]);
    expect((await m.employer.post(`/api/sessions/${m.sessionId}/consent`, { rulesVersion: RULES_VERSION })).status).toBe(404);
    await eventually(async () => heard.includes('room.removed'), 'the socket is told it is out of the room');
    heard.length = 0;
    await m.worker.post(`/api/rooms/${joint}/messages`, { clientId: id(), kind: 'text', body: { text: '只对在场的人说' } });
    // a question that is answered on the same socket after the message would have come
    await socket.timeout(10_000).emitWithAck('room.join', { roomId: joint, afterSeq: 0 });
    expect(heard).toEqual([]);
    const { proposals, participants } = await see();
    expect(proposals.find((p: { id: string }) => p.id === offer).state).toBe('expired');
    expect(participants.map((p: { side: string }) => p.side).sort()).toEqual(['claimant', 'mediator']);
    const lines = (await m.worker.get(`/api/cases/${m.caseId}/timeline`)).body.items.filter((e: { kind: string }) => e.kind === 'mediation.respondent_removed');
    expect(lines).toMatchObject([{ data: { name: '孙经理', reason: '手机号填错' } }]);
    const audit = await t.db.query(`select actor_id, detail from audit_entry where action = 'mediation.respondent_removed' and subject = $1`, [`account:${m.employer.accountId}`]);
    expect(audit).toEqual([{ actor_id: m.mediator.accountId, detail: { caseId: m.caseId, cause: 'mistake' } }]);
  });

  it('leaves nothing of what they handed in and answered to whoever comes after them, and to the worker what they were shown', async () => {
    const evidence = async (who: Client, title: string, visibility: string) => (await who.upload(`/api/cases/${m.caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title, visibility })).body.id as string;
    const [hidden, shown] = [await evidence(m.employer, '别家公司的账', 'private'), await evidence(m.employer, '别家公司的考勤', 'shared')];
    const answer = (who: Client, claim: object) => who.post(`/api/cases/${m.caseId}/answer`, { requestId: id(), claims: [{ claim: 0, ...claim }] });
    expect((await answer(m.employer, { position: 'deny', reason: '不是本单位职工', evidenceIds: [shown] })).status).toBe(200);
    const { body: before } = await m.worker.get(`/api/cases/${m.caseId}/answers`);
    expect((await removal(m.mediator)).status).toBe(200);

    const successor = await signInByPhone(t.url, `137${m.phones.employer.slice(3)}`, '钱经理');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, successor.accountId, 'respondent'));
    const read = async (who: Client) => Promise.all(['', '/evidence', '/answers', '/timeline', '/evidence/custody'].map(async (path) => (await who.get(`/api/cases/${m.caseId}${path}`)).body));
    const told = await read(successor);
    expect([told[0].answer, told[1].items, told[2].items]).toEqual([null, [], []]);
    expect(JSON.stringify(told)).not.toMatch(/别家公司|不是本单位职工/);
    for (const piece of [hidden, shown]) {
      const doors = [await successor.get(`/api/cases/${m.caseId}/evidence/${piece}/file`), await successor.patch(`/api/cases/${m.caseId}/evidence/${piece}`, { visibility: 'shared' }), await successor.delete(`/api/cases/${m.caseId}/evidence/${piece}`)];
      expect(doors.map((d) => d.status)).toEqual([404, 404, 404]);
    }
    expect((await answer(successor, { position: 'admit', evidenceIds: [shown] })).body.code).toBe('ANSWER_EVIDENCE_NOT_SHARED');

    // the worker reads on what they were shown, but it is not the employer's answer
    expect((await m.worker.get(`/api/cases/${m.caseId}/answers`)).body).toEqual(before);
    expect((await m.worker.get(`/api/cases/${m.caseId}`)).body.answer).toBeNull();
    expect((await m.worker.get(`/api/cases/${m.caseId}/evidence/${shown}/file`)).status).toBe(200);
    expect((await m.worker.get(`/api/cases/${m.caseId}/evidence/${hidden}/file`)).status).toBe(404);
    expect((await answer(successor, { position: 'admit' })).status).toBe(200);
    for (const who of [successor, m.worker]) expect((await who.get(`/api/cases/${m.caseId}`)).body.answer).toMatchObject({ version: 2, claims: [{ position: 'admit' }] });
  });

  /** Words of the employer's in both rooms and an offer, the removal, somebody who comes for the employer, and something said then. */
  const succession = async (cause: 'mistake' | 'replaced') => {
    const room = Object.fromEntries((await see()).rooms.map((r: { kind: string; id: string }) => [r.kind, r.id])) as Record<string, string>;
    const say = async (who: Client, kind: string, text: string) => expect((await who.post(`/api/rooms/${room[kind]}/messages`, { clientId: id(), kind: 'text', body: { text } })).status).toBe(201);
    const place = (who: Client, to: string) => m.mediator.post(`/api/sessions/${m.sessionId}/place`, { accountId: who.accountId, to });
    await say(m.employer, 'joint', '公司最多出五万');
    await say(m.worker, 'joint', '五万太少');
    await propose(m.employer);
    await place(m.employer, 'caucus');
    await say(m.employer, 'caucus_respondent', '底线其实是八万');
    const { body } = await m.employer.upload(`/api/rooms/${room['caucus_respondent']}/files`, { name: '内部账目.png', type: 'image/png', bytes: PNG });
    await m.employer.post(`/api/rooms/${room['caucus_respondent']}/messages`, { clientId: id(), kind: 'file', body: { fileId: body.fileId } });
    await say(m.mediator, 'caucus_respondent', '您说底线八万，对吗');
    await place(m.employer, 'joint');
    expect((await removal(m.mediator, { cause })).status).toBe(200);

    const successor = await signInByPhone(t.url, `136${m.phones.employer.slice(3)}`, '钱经理');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, successor.accountId, 'respondent'));
    expect((await successor.post(`/api/sessions/${m.sessionId}/consent`, { rulesVersion: RULES_VERSION })).status).toBe(200);
    for (const [kind, to] of [['joint', 'joint'], ['caucus_respondent', 'caucus']] as const) {
      await place(successor, to);
      await say(m.mediator, kind, '欢迎钱经理');
    }
    const read = async (kind: string) => {
      await place(successor, kind === 'joint' ? 'joint' : 'caucus');
      const found = async (q: string) => (await successor.get(`/api/rooms/${room[kind]}/search?q=${encodeURIComponent(q)}`)).body.items as unknown[];
      return { page: JSON.stringify((await successor.get(`/api/rooms/${room[kind]}/messages`)).body.items), found: [...(await found('万')), ...(await found('账目'))].length };
    };
    const [caucus, joint] = [await read('caucus_respondent'), await read('joint')];
    await place(successor, 'caucus');
    const file = (await successor.get(`/api/rooms/${room['caucus_respondent']}/files/${body.fileId}`)).status;
    return { successor, caucus, joint, file, offers: (await successor.get(`/api/sessions/${m.sessionId}`)).body.proposals as unknown[] };
  };

  it('closes the rooms to whoever comes after a mistake: nothing that was said while they sat there, not by others either', async () => {
    const { successor, caucus, joint, file, offers } = await succession('mistake');
    for (const { page, found } of [caucus, joint]) {
      expect(page).toContain('欢迎钱经理');
      expect(page).not.toMatch(/万|账目/);
      expect(found).toBe(0);
    }
    expect([file, offers]).toEqual([404, []]);
    // the worker and the mediator have heard it, and have it still
    expect(JSON.stringify((await m.worker.get(`/api/rooms/${(await see()).rooms[0].id}/messages`)).body.items)).toContain('公司最多出五万');
    expect((await see()).proposals).toMatchObject([{ bySide: 'respondent', state: 'expired' }]);

    // the minutes do not hold it for the employer's word, and name the lines' sides rightly
    const draft = (lines: number[]) => m.mediator.put(`/api/sessions/${m.sessionId}/minutes`, { lines, claimantSaid: '', respondentSaid: '', undisputedFacts: '', result: '终止' });
    const lines = (await m.mediator.get(`/api/rooms/${(await see()).rooms[0].id}/messages`)).body.items as { seq: number; senderId: string; kind: string }[];
    expect((await draft([lines.find((l) => l.kind === 'text' && l.senderId === m.employer.accountId)!.seq])).body.code).toBe('MINUTES_LINE_UNKNOWN');
    const greeting = lines.find((l) => l.kind === 'text' && l.senderId === m.mediator.accountId)!.seq;
    expect((await draft([greeting])).body.items[0].content).toMatchObject({ lines: [{ seq: greeting, side: 'mediator' }], proposals: [] });
    successor.close();
  });

  it('leaves the rooms of the side to the next representative of the same employer', async () => {
    const { caucus, joint, file, offers } = await succession('replaced');
    expect(caucus.page).toMatch(/底线其实是八万.*您说底线八万，对吗.*欢迎钱经理/);
    expect(joint.page).toMatch(/公司最多出五万.*五万太少.*欢迎钱经理/);
    expect([caucus.found, joint.found, file]).toEqual([3, 2, 200]);
    expect(offers).toMatchObject([{ bySide: 'respondent', state: 'expired' }]);
    const lines = (await m.mediator.get(`/api/rooms/${(await see()).rooms[0].id}/messages`)).body.items as { seq: number; senderId: string; kind: string }[];
    const { seq } = lines.find((l) => l.kind === 'text' && l.senderId === m.employer.accountId)!;
    const { body } = await m.mediator.put(`/api/sessions/${m.sessionId}/minutes`, { lines: [seq], claimantSaid: '', respondentSaid: '', undisputedFacts: '', result: '终止' });
    expect(body.items[0].content.lines).toMatchObject([{ seq, side: 'respondent', name: '孙经理' }]);
    await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'failed' });
    const { session } = await (await fetch(`${t.url}/api/sessions/${m.sessionId}/sealed-log`, { headers: { cookie: m.mediator.cookie } })).json();
    expect(session.people.filter((p: { side: string }) => p.side === 'respondent').map((p: { name: string }) => p.name).sort()).toEqual(['孙经理', '钱经理'].sort());
  });

  it('shows minutes that were put before somebody there by mistake to nobody who comes after them, by no door', async () => {
    const { seq } = (await m.employer.post(`/api/rooms/${(await see()).rooms[0].id}/messages`, { clientId: id(), kind: 'text', body: { text: '别家公司的话' } })).body;
    const minutes = (lines: number[]) => m.mediator.put(`/api/sessions/${m.sessionId}/minutes`, { lines, claimantSaid: '', respondentSaid: '别家公司的说法', undisputedFacts: '', result: '终止' });
    expect((await minutes([seq])).status).toBe(200);
    await m.mediator.post(`/api/sessions/${m.sessionId}/close`, { outcome: 'failed' });
    const { body } = await m.mediator.post(`/api/sessions/${m.sessionId}/minutes/present`);
    expect((await removal(m.mediator)).status).toBe(200);
    const successor = await signInByPhone(t.url, `134${m.phones.employer.slice(3)}`, '钱经理');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, successor.accountId, 'respondent'));
    expect((await successor.get(`/api/sessions/${m.sessionId}/minutes`)).body.items).toEqual([]);
    for (const door of [`/api/minutes/${body.items[0].id}/pdf`, `/api/cases/${m.caseId}/papers/mediation_minutes/preview`]) expect([door, (await successor.get(door)).status]).toEqual([door, 404]);
    expect((await m.worker.get(`/api/sessions/${m.sessionId}/minutes`)).body.items).toHaveLength(1);
    // written anew without them, they are before the employer who is meant
    expect((await minutes([seq])).body.code).toBe('MINUTES_LINE_UNKNOWN');
    expect((await minutes([])).status).toBe(200);
    expect((await m.mediator.post(`/api/sessions/${m.sessionId}/minutes/present`)).status).toBe(200);
    expect((await successor.get(`/api/sessions/${m.sessionId}/minutes`)).body.items).toMatchObject([{ version: 2, answers: [{}, { side: 'respondent', name: '钱经理', mine: true }] }]);
  });

  it('leaves what they handed in and answered to the next representative of the same employer', async () => {
    const { body: kept } = await m.employer.upload(`/api/cases/${m.caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title: '本公司考勤', visibility: 'private' });
    expect((await m.employer.post(`/api/cases/${m.caseId}/answer`, { requestId: id(), claims: [{ claim: 0, position: 'deny', reason: '已经发放' }] })).status).toBe(200);
    expect((await removal(m.mediator, { cause: 'replaced' })).status).toBe(200);
    const successor = await signInByPhone(t.url, `135${m.phones.employer.slice(3)}`, '钱经理');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, successor.accountId, 'respondent'));
    expect((await successor.get(`/api/cases/${m.caseId}/evidence`)).body.items).toMatchObject([{ title: '本公司考勤' }]);
    expect((await successor.get(`/api/cases/${m.caseId}/evidence/${kept.id}/file`)).status).toBe(200);
    for (const who of [successor, m.worker]) expect((await who.get(`/api/cases/${m.caseId}`)).body.answer).toMatchObject({ version: 1, claims: [{ position: 'deny' }] });
    expect((await m.employer.get(`/api/cases/${m.caseId}`)).status).toBe(404);
  });

  it('voids a draft nobody signed, and takes back what the employer had said yes to', async () => {
    const offer = await propose(m.mediator);
    await m.employer.post(`/api/proposals/${offer}/accept`);
    expect((await see()).proposals[0].acceptedSides).toEqual(['respondent']);
    expect((await removal(department)).status).toBe(200);
    expect((await see()).proposals[0]).toMatchObject({ state: 'open', acceptedSides: [] });

    m = await aMeeting(t);
    await open(t, m);
    const { body } = await m.employer.post(`/api/proposals/${await propose(m.worker)}/accept`);
    expect((await removal(m.mediator)).status).toBe(200);
    expect((await m.worker.get(`/api/agreements/${body.agreementId}`)).body.status).toBe('void');
  });

  it('is refused once anybody signed, in words, and nothing changes', async () => {
    const { body } = await m.employer.post(`/api/proposals/${await propose(m.worker)}/accept`);
    await m.worker.post(`/api/agreements/${body.agreementId}/read`);
    await m.worker.post('/api/auth/confirmation-codes', { purpose: 'sign_agreement', subject: body.agreementId });
    const [, code] = await smsTo(t.url, m.phones.worker, /确认码 (\d{6})/);
    expect((await m.worker.post(`/api/agreements/${body.agreementId}/sign`, { code })).status).toBe(200);
    const before = await state();
    expect(await removal(m.mediator)).toMatchObject({ status: 409, body: { code: 'RESPONDENT_SIGNED', title: expect.stringContaining('已经有人签名') } });
    expect(await state()).toEqual(before);
  });

  it('takes no yes and no offer of theirs that waits while they are put out', async () => {
    const offer = await propose(m.worker);
    const waiting = async (n: number) => eventually(async () => (await t.db.query<unknown[]>(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length === n, `${n} wait`);
    const asked: Promise<Answer>[] = [];
    await t.app.get(UnitOfWork).run(async (tx) => {
      await tx.query('select 1 from mediation_session where id = $1 for update', [m.sessionId]);
      // one after the other is served in this order
      for (const ask of [() => removal(m.mediator), () => m.employer.post(`/api/proposals/${offer}/accept`), () => m.employer.post(`/api/sessions/${m.sessionId}/proposals`, { requestId: id(), terms: someTerms(), audience: 'respondent' })]) {
        asked.push(ask());
        await waiting(asked.length);
      }
    });
    expect((await Promise.all(asked)).map((a) => a.status)).toEqual([200, 404, 404]);
    expect((await see()).proposals).toMatchObject([{ id: offer, state: 'open', acceptedSides: [] }]);
    expect(await t.db.query('select 1 from agreement where case_id = $1', [m.caseId])).toEqual([]);
  });

  it('leaves them no seat in a session that is arranged while it waits for another', async () => {
    const waits = async () => (await t.db.query<unknown[]>(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0;
    let removed!: ReturnType<typeof removal>;
    await t.app.get(UnitOfWork).run(async (tx) => {
      await tx.query('select 1 from mediation_session where id = $1 for update', [m.sessionId]);
      removed = removal(m.mediator);
      await eventually(waits, 'it waits for the session');
      expect((await m.worker.post(`/api/cases/${m.caseId}/sessions`, aSchedule(t, m))).status).toBe(201);
    });
    expect((await removed).status).toBe(200);
    const seats = await t.db.query<{ n: number }[]>('select count(*)::int as n from session_participant p join mediation_session s on s.id = p.session_id where s.case_id = $1 and p.account_id = $2', [m.caseId, m.employer.accountId]);
    expect(seats).toEqual([{ n: 0 }]);
    expect((await m.worker.get(`/api/cases/${m.caseId}/sessions`)).body.items).toHaveLength(2);
  });

  it('is for those who serve the case, for somebody who joined it, with a reason; nothing changes', async () => {
    const before = await state();
    const elsewhere = await createStaff(t, 'mediator', '刘调解');
    for (const who of [m.worker, m.employer, elsewhere]) expect((await removal(who)).status).toBe(404);
    for (const other of [m.worker.accountId, m.mediator.accountId, id()]) expect((await removal(m.mediator, {}, other)).status).toBe(404);
    expect((await removal(m.mediator, { reason: ' ' })).status).toBe(400);
    expect(await state()).toEqual(before);
  });
});
