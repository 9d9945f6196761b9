import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase, aGroup, groupWorker, injuryFacts } from '@hejie/cases/testing';
import { civilDate, UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { sha256 } from '@hejie/rooms';
import { createStaff, eventually, pdfText, signInByPhone, smsTo, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { checkSealedSession, GRACE_MINUTES, RULES_VERSION, type AgreementView, type MinutesView, type SessionView, type Terms } from '../contract/index.js';
import { RecordNoShows } from '../attendance/record-no-shows.js';
import { aSchedule, attend, SOON, someTerms } from '../testing/index.js';

const AGENCY = '青岛某劳务派遣有限公司';
const USER = '平度市某电子厂';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('a session with several respondents', () => {
  const clock = new TestClock(new Date('2026-11-23T01:00:00Z'));
  let t: TestApp;
  let worker: Client;
  let agency: Client;
  let user: Client;
  let stranger: Client;
  let mediator: Client;
  let phones: { worker: string; agency: string; user: string };
  let caseId: string;
  let sessionId: string;
  let second: string;
  let n = 0;
  beforeAll(async () => {
    t = await startTestApp({ clock });
  });
  beforeEach(async () => {
    const of = (prefix: string) => `${prefix}${String(++n).padStart(4, '0')}`;
    phones = { worker: of('1380078'), agency: of('1390078'), user: of('1390079') };
    [worker, agency, user, stranger] = [await signInByPhone(t.url, phones.worker, '姜小明'), await signInByPhone(t.url, phones.agency, '钱经理'), await signInByPhone(t.url, phones.user, '李厂长'), await signInByPhone(t.url, of('1390076'), '厂办')];
    mediator = await createStaff(t, 'mediator', '陈调解');
    ({ caseId } = await aFiledCase(worker, { facts: injuryFacts({ employer: { name: AGENCY, role: 'agency' }, others: [{ name: USER, role: 'user' }] }) }));
    second = (await worker.get(`/api/cases/${caseId}`)).body.respondents[1].id;
    await joins(agency, null);
    await joins(user, second);
    sessionId = (await worker.post(`/api/cases/${caseId}/sessions`, aSchedule(t, { mediator }, SOON))).body.id;
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const joins = (who: Client, respondentId: string | null) => t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, who.accountId, respondentId ? 'co_respondent' : 'respondent', respondentId));
  const see = async (who: Client = mediator): Promise<SessionView> => (await who.get(`/api/sessions/${sessionId}`)).body;
  const open = async () => {
    await attend(sessionId, worker, agency, user);
    expect((await mediator.post(`/api/sessions/${sessionId}/open`)).status).toBe(200);
  };
  const place = (who: Client, to: string) => mediator.post(`/api/sessions/${sessionId}/place`, { accountId: who.accountId, to });
  const say = (who: Client, roomId: string, text: string) => who.post(`/api/rooms/${roomId}/messages`, { clientId: id(), kind: 'text', body: { text } });
  const caucus = async (of?: string) => (await see()).rooms.find((r) => r.kind === 'caucus_respondent' && r.respondent === of)!.id;
  const offer = (who: Client, terms: object = {}, extra: object = {}) => who.post(`/api/sessions/${sessionId}/proposals`, { requestId: id(), terms: { ...someTerms(), ...terms }, ...extra });
  const act = (who: Client, verb: string, of: string, body: object = {}) => who.post(`/api/proposals/${of}/${verb}`, body);
  const offers = async (who: Client = mediator) => (await see(who)).proposals;
  const latest = async () => (await offers()).at(-1)!.id;
  const state = async () =>
    JSON.stringify(await Promise.all([
      'select id, state, accepted_sides, terms from proposal where session_id = $1 order by id',
      'select account_id, place, respondent_id from session_participant where session_id = $1 order by 1',
      'select m.room_id, m.account_id, m.removed_at from room_member m join room r on r.id = m.room_id where r.session_id = $1 order by 1, 2',
      'select s.role, s.read_at, s.signed_at from agreement_signature s join agreement a on a.id = s.agreement_id where a.session_id = $1 order by 1',
      'select r.id, r.last_seq from room r where r.session_id = $1 order by 1',
    ].map((sql) => t.db.query(sql, [sessionId]))));
  const refused = async (answered: () => Promise<{ status: number; body: { code?: string } }>, status: number, code: string) => {
    const before = await state();
    const { status: got, body } = await answered();
    expect([got, body.code]).toEqual([status, code]);
    expect(await state()).toBe(before);
  };
  const codeFor = async (who: Client, phone: string, purpose: 'sign_agreement' | 'confirm_minutes', subject: string) => {
    clock.advance(61_000);
    expect((await who.post('/api/auth/confirmation-codes', { purpose, subject })).status).toBe(202);
    return eventually(async () => {
      const [, newest] = await smsTo(t.url, phone, /确认码 (\d{6})/);
      return !codes.has(newest!) && codes.add(newest!) && newest!;
    }, 'a code not seen before');
  };
  const codes = new Set<string>();
  const sign = async (who: Client, phone: string, agreementId: string) => {
    await who.post(`/api/agreements/${agreementId}/read`);
    return who.post(`/api/agreements/${agreementId}/sign`, { code: await codeFor(who, phone, 'sign_agreement', agreementId) });
  };
  /** Where it is far under what was asked for, worker and mediator have to say that they know. */
  const warned = async (agreementId: string) => {
    for (const who of [worker, mediator]) await who.post(`/api/agreements/${agreementId}/fairness-confirmation`);
  };

  it('gives each of them a caucus of its own, which nobody of another one enters, reads, searches or knows of', async () => {
    await open();
    for (const who of [agency, user]) expect((await place(who, 'caucus')).status).toBe(200);
    const [first, other] = [await caucus(), await caucus(second)];
    expect(first).not.toBe(other);
    await say(agency, first, '派遣单位的底线');
    await say(user, other, '用工单位的底线');
    const file = (await user.upload(`/api/rooms/${other}/files`, { name: '账.png', type: 'image/png', bytes: PNG })).body.fileId as string;
    expect((await say(user, other, '见附件')).status).toBe(201);
    for (const [who, own, theirs, word] of [[agency, first, other, '用工单位的底线'], [user, other, first, '派遣单位的底线']] as const) {
      const mine = await see(who);
      expect(mine.rooms.map((r) => r.id)).toEqual([(await see()).rooms[0]!.id, own]);
      expect(JSON.stringify(mine)).not.toContain(theirs);
      expect(mine.participants.filter((p) => p.place === 'caucus').map((p) => p.accountId)).toEqual([who.accountId]);
      for (const path of ['', '/messages', '/search?q=底线', `/files/${file}`]) expect([path, (await who.get(`/api/rooms/${theirs}${path}`)).status]).toEqual([path, 404]);
      await refused(() => say(who, theirs, '混进来'), 404, 'NOT_FOUND');
      const socket = await who.socket();
      expect((await socket.timeout(10_000).emitWithAck('room.join', { roomId: theirs, afterSeq: 0 })).ok).not.toBe(true);
      socket.close();
      const all = JSON.stringify([mine, (await who.get('/api/rooms')).body, (await who.get(`/api/rooms?caseId=${caseId}`)).body, (await who.get(`/api/cases/${caseId}/timeline`)).body, (await who.get('/api/notifications')).body]);
      expect([all.includes(theirs), all.includes(word)]).toEqual([false, false]);
    }
    // who mediates is in all of them, the worker in neither
    for (const room of [first, other]) expect([(await mediator.get(`/api/rooms/${room}/messages`)).status, (await worker.get(`/api/rooms/${room}/messages`)).status]).toEqual([200, 404]);
    expect((await mediator.post(`/api/sessions/${sessionId}/lock`, { roomId: other, locked: true })).status).toBe(200);
    expect((await say(user, other, '还能说吗')).status).toBe(409);
    expect((await mediator.post(`/api/sessions/${sessionId}/mute`, { accountId: user.accountId, muted: true })).status).toBe(200);
    expect((await place(user, 'waiting')).status).toBe(200);
    expect((await user.get(`/api/rooms/${other}/messages`)).status).toBe(404);
    expect((await see(user)).myRespondent).toBe(second);
    // the database itself keeps an api that knows one caucus from recording a second respondent in it
    await expect(t.db.query(`update session_participant set place = 'caucus' where session_id = $1 and account_id = $2`, [sessionId, user.accountId])).rejects.toThrow('session_participant_own_caucus');
  });

  it('begins with one of them and seats who comes later; who has not come is recorded for itself', async () => {
    await attend(sessionId, worker, user);
    expect((await mediator.post(`/api/sessions/${sessionId}/open`)).status).toBe(200);
    clock.advance((SOON + GRACE_MINUTES) * 60_000);
    await t.app.get(RecordNoShows).run();
    expect((await see()).absent).toEqual(['respondent']);
    await joins(stranger, second);
    await attend(sessionId, stranger);
    expect((await place(stranger, 'caucus')).status).toBe(200);
    const room = await caucus(second);
    expect([(await stranger.get(`/api/rooms/${room}`)).status, (await user.get(`/api/rooms/${room}`)).status]).toEqual([200, 404]);
    expect((await see()).participants.find((p) => p.accountId === stranger.accountId)).toMatchObject({ side: 'respondent', respondent: second });
  });

  it('puts out who joined for one by mistake: its offers and rooms end, the other one keeps its own', async () => {
    await open();
    for (const who of [agency, user]) await place(who, 'caucus');
    const [first, other] = [await caucus(), await caucus(second)];
    await say(user, other, '不是这个厂的话');
    expect((await offer(user, {}, { audience: second })).status).toBe(201);
    await offer(worker);
    await act(user, 'accept', await latest());
    expect((await mediator.post(`/api/cases/${caseId}/respondents/${user.accountId}/removal`, { requestId: id(), cause: 'mistake', reason: '号码写错' })).status).toBe(200);
    for (const path of [`/api/sessions/${sessionId}`, `/api/rooms/${other}`, `/api/cases/${caseId}`]) expect([path, (await user.get(path)).status]).toEqual([path, 404]);
    expect((await see()).participants.map((p) => p.accountId)).not.toContain(user.accountId);
    expect((await offers()).map((p) => [p.state, p.acceptedSides])).toEqual([['expired', []], ['open', []]]);
    expect((await agency.get(`/api/rooms/${first}`)).status).toBe(200);
    // who spoke for the other one, and why no longer, is not the employer's to read
    expect(JSON.stringify((await agency.get(`/api/cases/${caseId}/timeline`)).body)).not.toMatch(/李厂长|号码写错/);
    await joins(stranger, second);
    await attend(sessionId, stranger);
    await place(stranger, 'caucus');
    expect(JSON.stringify((await stranger.get(`/api/rooms/${other}/messages`)).body)).not.toContain('不是这个厂的话');
    expect(await offers(stranger)).toHaveLength(1);
  });

  it('has an offer accepted by the claimant and each whom it binds, and by nobody else', async () => {
    await open();
    expect((await offer(worker)).status).toBe(201);
    expect((await offers())[0]!.terms.binds).toEqual(['respondent', second]);
    await act(agency, 'accept', await latest());
    expect([(await offers(user))[0]!.acceptedSides, (await offers())[0]!.acceptedSides, (await offers())[0]!.state]).toEqual([[], ['respondent'], 'open']);
    // countered by one, it is countered for all
    expect((await act(user, 'counter', await latest(), { requestId: id(), terms: someTerms(4_000_000) })).status).toBe(200);
    expect((await offers()).map((p) => [p.state, p.byRespondent, p.terms.binds])).toEqual([['countered', undefined, ['respondent', second]], ['open', second, ['respondent', second]]]);
    await refused(async () => act(user, 'accept', await latest()), 409, 'PROPOSAL_OWN');
    await refused(async () => act(agency, 'withdraw', await latest()), 404, 'NOT_FOUND');
    await act(user, 'withdraw', await latest());

    // whom it does not bind it does not concern
    expect((await offer(worker, { binds: [second] })).status).toBe(201);
    for (const verb of ['accept', 'refuse', 'counter']) await refused(async () => act(agency, verb, await latest(), verb === 'counter' ? { requestId: id(), terms: someTerms() } : {}), 409, 'PROPOSAL_NOT_BOUND');
    expect((await act(user, 'refuse', await latest())).status).toBe(200);
    // nor does one respondent offer in the name of the other, or somebody pay who is not bound, or one be bound who is not of the case
    const by = (key: string): Partial<Terms> => ({ instalments: someTerms().instalments.map((i) => ({ ...i, by: key })) });
    await refused(() => offer(agency, { binds: [second] }), 422, 'TERMS_RESPONDENTS_UNFIT');
    await refused(() => offer(worker, { binds: [id()] }), 422, 'TERMS_RESPONDENTS_UNFIT');
    await refused(() => offer(worker, by(id())), 422, 'TERMS_RESPONDENTS_UNFIT');
    await refused(() => offer(worker, { binds: ['respondent'], ...by(second) }), 400, 'VALIDATION_FAILED');
    await refused(() => offer(worker, { instalments: [{ ...someTerms().instalments[0]!, by: second }, someTerms().instalments[1]!] }), 400, 'VALIDATION_FAILED');

    // before one of them alone
    expect((await offer(mediator, {}, { audience: second })).status).toBe(201);
    const own = await latest();
    for (const who of [agency, worker]) {
      expect((await offers(who)).some((p) => p.id === own)).toBe(false);
      await refused(() => act(who, 'accept', own), 404, 'NOT_FOUND');
    }
    await refused(() => offer(agency, {}, { audience: second }), 404, 'NOT_FOUND');
    await refused(() => offer(mediator, {}, { audience: id() }), 404, 'NOT_FOUND');
    expect((await offers(user)).at(-1)).toMatchObject({ id: own, audience: second });
    // accepted by two of three at once it is accepted once, when all have
    expect((await act(mediator, 'forward', own)).status).toBe(200);
    await Promise.all([agency, user].map((who) => act(who, 'accept', own)));
    expect((await offers()).at(-1)!.state).toBe('open');
    await act(worker, 'accept', own);
    expect((await offers(user)).at(-1)).toMatchObject({ state: 'accepted' });
    expect(await t.db.query('select count(*)::int as n from agreement where session_id = $1', [sessionId])).toEqual([{ n: 1 }]);
  });

  it('comes to an agreement that each of them signs for itself, jointly liable; minutes and the sealed logs are each one\'s too', async () => {
    await open();
    for (const who of [agency, user]) await place(who, 'caucus');
    const [first, other] = [await caucus(), await caucus(second)];
    await say(agency, first, '派遣单位的底线');
    await say(user, other, '用工单位的底线');
    for (const who of [agency, user]) await place(who, 'joint');
    await offer(worker);
    for (const who of [agency, user]) await act(who, 'accept', await latest());
    const agreementId = (await see()).agreementId!;
    await warned(agreementId);
    const view: AgreementView = (await user.get(`/api/agreements/${agreementId}`)).body;
    expect([view.signatures.map((s) => [s.role, s.mine]), view.respondents!.map((r) => r.bound)]).toEqual([expect.arrayContaining([['claimant', false], ['respondent', false], [second, true], ['mediator', false]]), [true, true]]);
    for (const [who, phone] of [[worker, phones.worker], [agency, phones.agency]] as const) expect((await sign(who, phone, agreementId)).status).toBe(200);
    await mediator.post(`/api/agreements/${agreementId}/read`);
    expect((await mediator.post(`/api/agreements/${agreementId}/sign`, {})).status).toBe(200);
    // nobody signs for the other one, and until all have it is not sealed
    await refused(() => mediator.post(`/api/agreements/${agreementId}/seal`), 409, 'AGREEMENT_UNSIGNED');
    await user.post(`/api/agreements/${agreementId}/read`);
    const theirs = await codeFor(agency, phones.agency, 'sign_agreement', agreementId);
    await refused(() => user.post(`/api/agreements/${agreementId}/sign`, { code: theirs }), 400, 'CODE_INVALID');
    await joins(stranger, second);
    await refused(() => stranger.post(`/api/agreements/${agreementId}/sign`, { code: theirs }), 404, 'NOT_FOUND');
    expect((await sign(user, phones.user, agreementId)).status).toBe(200);
    expect((await mediator.post(`/api/agreements/${agreementId}/seal`)).status).toBe(200);
    const text = (await pdfText((await user.get(`/api/agreements/${agreementId}/pdf`)).body as Buffer)).replaceAll(/\s/g, '');
    for (const words of [`被申请人一${AGENCY}`, `被申请人二${USER}`, '钱经理', '李厂长', '承担连带责任', '一式四份']) expect([words, text.includes(words)]).toEqual([words, true]);
    expect(text).not.toContain('没有参加签订');
    expect([(await user.get(`/api/cases/${caseId}`)).body.amountSettledFen, (await agency.get(`/api/cases/${caseId}`)).body.amountSettledFen]).toEqual([someTerms().totalFen, someTerms().totalFen]);

    await mediator.post(`/api/sessions/${sessionId}/close`, { outcome: 'agreed' });
    const files = await Promise.all([agency, user, mediator].map(async (who) => checkSealedSession(await (await fetch(`${t.url}/api/sessions/${sessionId}/sealed-log`, { headers: { cookie: who.cookie } })).text(), sha256)));
    const rooms = files.map((f) => (f.ok ? f.sealed.rooms.map((r) => r.id) : []));
    expect([rooms[0]!.includes(other), rooms[1]!.includes(first), rooms[2]!.length]).toEqual([false, false, 4]);
    expect([JSON.stringify(files[0]).includes('用工单位的底线'), JSON.stringify(files[1]).includes('派遣单位的底线')]).toEqual([false, false]);

    const written = await mediator.put(`/api/sessions/${sessionId}/minutes`, { lines: [], claimantSaid: '请求支付。', respondentSaid: '派遣单位认可。', others: [{ respondent: second, said: '用工单位认可。', recusal: 'none' }], undisputedFacts: '2020年3月受伤。', result: '达成协议。' });
    expect(written.status).toBe(200);
    await mediator.post(`/api/sessions/${sessionId}/minutes/present`);
    const minutes = async (who: Client): Promise<MinutesView> => (await who.get(`/api/sessions/${sessionId}/minutes`)).body.items[0];
    const { id: minutesId, answers, content } = await minutes(user);
    expect([answers.map((a) => [a.side, a.mine]), content.attendance.filter((a) => a.respondent === second)]).toEqual([expect.arrayContaining([['claimant', false], ['respondent', false], [second, true]]), [expect.objectContaining({ name: '李厂长' })]]);
    expect((await user.post(`/api/minutes/${minutesId}/object`, { remark: '用工单位有异议' })).status).toBe(200);
    expect((await agency.post(`/api/minutes/${minutesId}/confirm`, { code: await codeFor(agency, phones.agency, 'confirm_minutes', minutesId) })).status).toBe(200);
    expect((await minutes(worker)).answers.map((a) => a.answer).sort()).toEqual(['confirmed', 'objected', null].sort());
    await mediator.post(`/api/minutes/${minutesId}/conclude`);
    const paper = (await pdfText((await mediator.get(`/api/minutes/${minutesId}/pdf`)).body as Buffer)).replaceAll(/\s/g, '');
    for (const words of [`被申请人二（${USER}）：用工单位认可。`, `被申请人${USER}李厂长提出异议：用工单位有异议`]) expect([words, paper.includes(words)]).toEqual([words, true]);
  });

  it('binds only who signed: the other one reads nothing of the agreement, and claims against it stay open', async () => {
    await open();
    await offer(worker, { binds: [second] });
    await act(user, 'accept', await latest());
    const agreementId = (await see()).agreementId!;
    await warned(agreementId);
    for (const path of ['', '/text', '/pdf', '/shares']) expect([path, (await agency.get(`/api/agreements/${agreementId}${path}`)).status]).toEqual([path, 404]);
    for (const what of ['read', 'sign']) await refused(() => agency.post(`/api/agreements/${agreementId}/${what}`, {}), 404, 'NOT_FOUND');
    expect((await agency.get(`/api/cases/${caseId}/agreements`)).body.items).toEqual([]);
    const text = (await pdfText((await worker.get(`/api/agreements/${agreementId}/text`)).body as Buffer)).replaceAll(/\s/g, '');
    for (const words of [`被申请人${USER}`, `本案的${AGENCY}没有参加签订本协议`, '一式三份']) expect([words, text.includes(words)]).toEqual([words, true]);
    for (const [who, phone] of [[worker, phones.worker], [user, phones.user]] as const) await sign(who, phone, agreementId);
    await mediator.post(`/api/agreements/${agreementId}/read`);
    await mediator.post(`/api/agreements/${agreementId}/sign`, {});
    expect((await mediator.post(`/api/agreements/${agreementId}/seal`)).status).toBe(200);
    const told = JSON.stringify([(await agency.get(`/api/cases/${caseId}/timeline`)).body, (await agency.get('/api/notifications')).body]);
    expect([told.includes(agreementId), (await agency.get(`/api/cases/${caseId}`)).body.amountSettledFen, (await user.get(`/api/cases/${caseId}`)).body.amountSettledFen]).toEqual([false, null, someTerms().totalFen]);
    expect(JSON.stringify((await user.get(`/api/cases/${caseId}/timeline`)).body)).toContain('mediation.sealed');
    // its removal voids nothing of an agreement it is no party to
    expect((await mediator.post(`/api/cases/${caseId}/respondents/${agency.accountId}/removal`, { requestId: id(), cause: 'replaced', reason: '换人' })).status).toBe(200);
    expect((await mediator.post(`/api/cases/${caseId}/respondents/${user.accountId}/removal`, { requestId: id(), cause: 'replaced', reason: '换人' })).body.code).toBe('RESPONDENT_SIGNED');
  });

  it('says on paper what each pays where each is liable for its own part, also of what was signed on site', async () => {
    const photo = (await worker.upload(`/api/cases/${caseId}/evidence`, { name: '协议.png', type: 'image/png', bytes: PNG }, { title: '协议照片', visibility: 'shared' })).body.id as string;
    const [one, two] = someTerms(6_000_000).instalments;
    const terms = { ...someTerms(6_000_000), instalments: [{ ...one!, by: 'respondent' }, { ...two!, by: second }] };
    const body = { requestId: id(), terms, signedOn: civilDate(t.now()), evidenceId: photo, otherRepresentatives: [{ respondent: second, name: '李厂长本人' }], fairnessConfirmed: true };
    const made = await mediator.post(`/api/cases/${caseId}/onsite-results`, body);
    expect([made.status, made.body.instalments?.map((i: { by?: string }) => i.by)]).toEqual([201, ['respondent', second]]);
    const text = (await pdfText((await user.get(`/api/agreements/${made.body.id}/pdf`)).body as Buffer)).replaceAll(/\s/g, '');
    for (const words of [`${AGENCY}向申请人支付50,000.00元，${USER}向申请人支付10,000.00元，共计60,000.00元，各自对自己的部分负责`, '李厂长本人', '付款人']) expect([words, text.includes(words)]).toEqual([words, true]);
  });

  it('shows who speaks for a second respondent nothing of a session that ended without it', async () => {
    await t.db.query('delete from session_participant where session_id = $1 and respondent_id is not null', [sessionId]);
    await t.db.query('delete from session_caucus where session_id = $1', [sessionId]);
    await mediator.post(`/api/sessions/${sessionId}/close`, { outcome: 'failed', reason: '单位没有来' });
    for (const path of ['', '/minutes', '/sealed-log']) expect([path, (await user.get(`/api/sessions/${sessionId}${path}`)).status]).toEqual([path, 404]);
    expect([(await user.get(`/api/cases/${caseId}/sessions`)).body.items, (await user.get('/api/sessions')).body.items]).toEqual([[], []]);
    expect(JSON.stringify((await user.get(`/api/cases/${caseId}/timeline`)).body)).not.toContain('mediation.');
    expect((await user.post(`/api/sessions/${sessionId}/consent`, { rulesVersion: RULES_VERSION })).status).toBe(404);
    await eventually(async () => (await agency.get(`/api/cases/${caseId}/sessions`)).body.items.length === 1, 'the employer has it in its list');
  });

  it('takes nobody for the employer who is put out for another respondent between two questions of one request', async () => {
    await open();
    await offer(worker, { binds: ['respondent'] });
    await act(agency, 'accept', await latest());
    const agreementId = (await see()).agreementId!;
    const spokenFor = jest.spyOn(t.app.get(CaseMembers), 'spokenFor').mockResolvedValue(null);
    for (const path of [`sessions/${sessionId}`, `sessions/${sessionId}/minutes`, `agreements/${agreementId}`, `cases/${caseId}/timeline`]) expect([path, (await user.get(`/api/${path}`)).status]).toEqual([path, 404]);
    await refused(() => offer(user, {}, { audience: 'respondent' }), 404, 'NOT_FOUND');
    expect((await user.get(`/api/cases/${caseId}/agreements`)).body.items).toEqual([]);
    spokenFor.mockRestore();
    const members = t.app.get(CaseMembers);
    const all = await members.of(caseId);
    const of = jest.spyOn(members, 'of').mockResolvedValue(all.filter((m) => m.accountId !== user.accountId));
    expect((await user.get(`/api/cases/${caseId}`)).status).toBe(404);
    of.mockRestore();
    expect((await user.get(`/api/cases/${caseId}`)).status).toBe(200);
    expect((await user.get(`/api/sessions/${sessionId}`)).status).toBe(200);
  });

  it('lets a joint respondent that has a seat read, as the employer does, whom offers to a group name, and offer; without one, or put out, it is told nothing', async () => {
    const officer = await createStaff(t, 'operator', '坐席小周');
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, officer.accountId, 'officer'));
    const { members } = await aGroup(officer, caseId);
    const third = (await worker.post(`/api/cases/${caseId}/other-respondents`, { requestId: id(), name: '平度市某劳务公司', role: 'other' })).body.items.at(-1).id as string;
    await joins(stranger, third);
    const group = (who: Client) => who.get(`/api/cases/${caseId}/group`);
    await open();
    // of the case, and the meeting is open to it, but it has not taken its seat
    await refused(() => group(stranger), 404, 'NOT_FOUND');
    const read = await group(user);
    expect([read.status, read.body]).toEqual([200, (await group(agency)).body]);
    expect(read.body.members.map((m: { id: string }) => m.id)).toEqual(members.map((m) => m.id));
    expect(members.map((_, n) => groupWorker(n).name).filter((name) => JSON.stringify(read.body).includes(name))).toEqual([]);
    const binds = ['respondent', second];
    await refused(() => offer(user, { ...someTerms(6_000_000), binds }), 422, 'TERMS_SHARES_UNFIT');
    const shares = (read.body.members as { id: string }[]).map((m) => ({ memberId: m.id, amountFen: 600_000 }));
    expect((await offer(user, { ...someTerms(6_000_000), shares, binds })).status).toBe(201);
    expect((await offers(agency)).at(-1)!.terms.shares).toEqual(shares);
    expect((await stranger.post(`/api/sessions/${sessionId}/consent`, { rulesVersion: RULES_VERSION })).status).toBeLessThan(300);
    expect((await group(stranger)).status).toBe(200);
    // it reads, and leads nobody
    await refused(() => user.post(`/api/cases/${caseId}/group/representatives`, { requestId: id(), memberIds: [members[0]!.id], evidenceId: id() }), 404, 'NOT_FOUND');
    expect((await mediator.post(`/api/cases/${caseId}/respondents/${user.accountId}/removal`, { requestId: id(), reason: '手机号填错' })).status).toBeLessThan(300);
    await refused(() => group(user), 404, 'NOT_FOUND');
  });
});
