import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers, SetAside } from '@hejie/cases';
import { aFiledCase, injuryFacts } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { Client, createStaff, eventually, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';
import type { CaseView, RespondentView } from '../contract/index.js';

const AGENCY = '青岛某劳务派遣有限公司';
const USER = '平度市某电子厂';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('joint respondents, each with its own invitation, representatives and answer', () => {
  let t: TestApp;
  let worker: Client;
  let mediator: Client;
  let officer: Client;
  let caseId: string;
  let second: RespondentView;
  /** Speak for the agency (number 1) and for the company the worker was sent to (number 2). */
  let agency: Client;
  let user: Client;
  const phones = { agency: '', user: '' };
  const seen = new Set<string>();
  let n = 0;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800776001', '姜小明');
    mediator = await createStaff(t, 'mediator', '陈调解');
    officer = await createStaff(t, 'operator', '坐席周');
  });
  afterAll(() => t?.close());
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(worker, { facts: injuryFacts({ employer: { name: AGENCY, role: 'agency' }, others: [{ name: USER, role: 'user' }] }) }));
    await t.app.get(UnitOfWork).run(async (tx) => {
      for (const [who, relation] of [[mediator, 'mediator'], [officer, 'officer']] as const) await t.app.get(CaseMembers).add(tx, caseId, who.accountId, relation);
    });
    second = (await view(worker)).respondents[1]!;
    n += 1;
    phones.agency = `1390077${String(6000 + n)}`;
    phones.user = `1390077${String(7000 + n)}`;
  });

  const at = () => `/api/cases/${caseId}`;
  const view = async (who: Client): Promise<CaseView> => (await who.get(at())).body;
  const send = (phone: string, respondentId?: string, who = worker) => who.post(`${at()}/invitations`, { requestId: crypto.randomUUID(), phone, ...(respondentId ? { respondentId } : {}) });
  const invite = async (phone: string, respondentId?: string, who = worker) => {
    expect((await send(phone, respondentId, who)).status).toBe(201);
    const token = await eventually(async () => {
      const [, newest] = await smsTo(t.url, phone, /\/i\/([\w-]{43})/);
      return !seen.has(newest!) && newest!;
    }, 'a link not seen before');
    seen.add(token);
    return token;
  };
  const accept = (who: Client, token: string) => who.post(`/api/invitations/${token}/accept`, { representativeName: '代表', position: '经理' });
  const bothJoin = async () => {
    const tokens = [await invite(phones.agency), await invite(phones.user, second.id!)] as const;
    [agency, user] = [await signInByPhone(t.url, phones.agency, '钱经理'), await signInByPhone(t.url, phones.user, '李厂长')];
    expect([(await accept(agency, tokens[0])).status, (await accept(user, tokens[1])).status]).toEqual([200, 200]);
  };
  const answer = (who: Client, position: 'admit' | 'deny', reason: string) => who.post(`${at()}/answer`, { requestId: crypto.randomUUID(), claims: [{ claim: 0, position, reason }] });
  const state = async () => JSON.stringify([
    await t.db.query('select account_id, relation, respondent_id, until from case_member where case_id = $1 order by 1, 2', [caseId]),
    await t.db.query('select id, accepted_by from case_invitation where case_id = $1 order by id', [caseId]),
    await t.db.query('select * from case_respondent where case_id = $1 order by number', [caseId]),
    await t.db.query('select kind from case_event where case_id = $1 order by id', [caseId]),
  ]);
  const refused = async (answered: Promise<{ status: number; body: { code: string } }>, status: number, code: string) => {
    const before = await state();
    expect(await answered).toMatchObject({ status, body: { code } });
    expect(await state()).toBe(before);
  };

  it('come by links of their own, each naming whom it is for; asking one ends nothing of the other', async () => {
    const [first, other] = [await invite(phones.agency), await invite(phones.user, second.id!)];
    const look = async (token: string) => (await new Client(t.url).get(`/api/invitations/${token}`)).body;
    expect([(await look(first)).employerName, (await look(other)).employerName]).toEqual([AGENCY, USER]);
    const again = await invite(phones.user, second.id!);
    expect((await look(first)).accepted).toBe(false);
    expect((await new Client(t.url).get(`/api/invitations/${other}`)).status).toBe(410);
    user = await signInByPhone(t.url, phones.user, '李厂长');
    expect((await accept(user, again)).status).toBe(200);
    const read = await view(worker);
    expect(read.members.filter((m) => m.number !== null)).toMatchObject([{ accountId: user.accountId, relation: 'co_respondent', number: 2 }]);
    expect(read.respondents.map((r) => r.invited)).toEqual([true, true]);
    expect((await view(user)).relations).toEqual(['co_respondent']);
  });

  it('cannot be two at once, nor be asked where they are not named, nor become another company once asked', async () => {
    await bothJoin();
    await refused(accept(agency, await invite(phones.agency, second.id!)), 409, 'INVITATION_OTHER_RESPONDENT');
    await refused(accept(user, await invite(phones.user)), 409, 'INVITATION_OTHER_RESPONDENT');
    await refused(send('13900776999', crypto.randomUUID()), 404, 'NOT_FOUND');
    const elsewhere = (await aFiledCase(worker, { facts: injuryFacts({ others: [{ name: USER, role: 'user' }] }) })).caseId;
    await refused(send('13900776999', ((await worker.get(`/api/cases/${elsewhere}`)).body as CaseView).respondents[1]!.id!), 404, 'NOT_FOUND');
    await refused(worker.put(`${at()}/other-respondents/${second.id}`, { requestId: crypto.randomUUID(), name: '另一家公司', role: 'user' }), 409, 'RESPONDENT_INVITED');
    await refused(worker.delete(`${at()}/other-respondents/${second.id}`), 409, 'RESPONDENT_INVITED');
  });

  it('ask colleagues of their own alone', async () => {
    await bothJoin();
    await refused(send('13900776998', second.id!, agency), 404, 'NOT_FOUND');
    const phone = `1390077${String(8000 + n)}`;
    const token = await invite(phone, undefined, user);
    const colleague = await signInByPhone(t.url, phone, '厂办');
    expect((await accept(colleague, token)).status).toBe(200);
    expect((await view(colleague)).relations).toEqual(['co_respondent']);
    expect((await view(user)).members.filter((m) => m.number === 2)).toHaveLength(2);
  });

  it('answer each for itself; the worker and who mediates read all, neither of them the other', async () => {
    await bothJoin();
    expect([(await answer(agency, 'deny', '派遣单位的暗语')).status, (await answer(user, 'admit', '用工单位的暗语')).status]).toEqual([200, 200]);
    for (const who of [worker, mediator, officer]) {
      const read = await view(who);
      expect([read.answer!.claims[0]!.reason, read.otherAnswers.map((o) => [o.number, o.answer.claims[0]!.reason])]).toEqual(['派遣单位的暗语', [[2, '用工单位的暗语']]]);
      expect((await who.get(`${at()}/answers`)).body.items.map((a: { number: number }) => a.number)).toEqual([2, 1]);
    }
    for (const [who, own, other] of [[agency, '派遣单位的暗语', '用工单位的暗语'], [user, '用工单位的暗语', '派遣单位的暗语']] as const) {
      const all = JSON.stringify([await view(who), (await who.get(`${at()}/answers`)).body, (await who.get(`${at()}/timeline`)).body, (await who.get('/api/cases')).body]);
      expect([all.includes(own), all.includes(other)]).toEqual([true, false]);
    }
    // who speaks for the other is not told either
    expect((await view(agency)).members.map((m) => m.accountId)).not.toContain(user.accountId);
    expect((await view(user)).members.map((m) => m.accountId)).not.toContain(agency.accountId);
    expect(JSON.stringify((await user.get(`${at()}/timeline`)).body)).not.toContain('钱经理');
    await refused(answer(worker, 'admit', ''), 404, 'NOT_FOUND');
  });

  it('keep their evidence from each other, shown or not; the worker reads what is shown', async () => {
    await bothJoin();
    const add = async (who: Client, title: string, visibility: string) => (await who.upload(`${at()}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title, visibility })).body.id as string;
    const files = { agency: [await add(agency, '派遣协议', 'private'), await add(agency, '派遣单位工资表', 'shared')], user: [await add(user, '车间监控', 'private'), await add(user, '用工单位考勤', 'shared')] };
    for (const [who, theirs] of [[agency, files.user], [user, files.agency]] as const) {
      const read = JSON.stringify([(await who.get(`${at()}/evidence`)).body, (await who.get(`${at()}/evidence/custody`)).body, (await who.get(`${at()}/timeline`)).body]);
      for (const id of theirs) {
        expect([read.includes(id), (await who.get(`${at()}/evidence/${id}/file`)).status]).toEqual([false, 404]);
        expect((await who.patch(`${at()}/evidence/${id}`, { visibility: 'shared' })).status).toBe(404);
      }
    }
    expect((await worker.get(`${at()}/evidence`)).body.items.filter((e: { side: string }) => e.side === 'respondent').map((e: { title: string }) => e.title)).toEqual(['派遣单位工资表', '用工单位考勤']);
    // nor does who speaks for the second read what the mediator shows: it may be the paper signed with the first
    const photo = await add(mediator, '现场协议照片', 'shared');
    expect([(await agency.get(`${at()}/evidence/${photo}/file`)).status, (await user.get(`${at()}/evidence/${photo}/file`)).status]).toEqual([200, 404]);
    expect(JSON.stringify([(await user.get(`${at()}/evidence`)).body, (await user.get(`${at()}/timeline`)).body])).not.toMatch(new RegExp(`${photo}|现场协议照片`));
    // what one shows the other cannot rest an answer on
    const cites = await user.post(`${at()}/answer`, { requestId: crypto.randomUUID(), claims: [{ claim: 0, position: 'deny', reason: '见证据', evidenceIds: [files.agency[1]] }] });
    expect(cites.body.code).toBe('ANSWER_EVIDENCE_NOT_SHARED');
  });

  it('beside the employer are of no group or move, and read no amount it was settled for with the employer', async () => {
    await bothJoin();
    expect([(await user.get(`${at()}/sessions`)).body.items, (await user.get(`${at()}/agreements`)).body.items]).toEqual([[], []]);
    for (const path of ['/group', '/receipt', '/clocks', '/sheets', '/escalations', '/payments', '/lawyer-requests', '/particulars', '/evidence/checklist', '/delegations']) expect([path, (await user.get(`${at()}${path}`)).status]).toEqual([path, 404]);
    expect((await user.post(`${at()}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed' })).status).toBe(404);
    await t.db.query(`update dispute_case set amount_settled_fen = 777000, outcome = 'settled', status = 'closed' where id = $1`, [caseId]);
    expect([(await view(user)).amountSettledFen, (await view(agency)).amountSettledFen]).toEqual([null, 777_000]);
    expect((await view(user)).facts.privateNote ?? (await view(user)).facts.intake).toBeUndefined();
  });

  it('are put out again by who serves the case; what one there by mistake answered is nobody\'s', async () => {
    await bothJoin();
    await answer(user, 'admit', '认可');
    expect((await officer.post(`${at()}/respondents/${user.accountId}/removal`, { requestId: crypto.randomUUID(), cause: 'mistake', reason: '号码写错了' })).status).toBe(200);
    expect((await user.get(at())).status).toBe(404);
    // a question under way when they were put out takes them for nobody, not for the employer's
    expect(await t.app.get(SetAside).ofOthers(user, ['co_respondent'], caseId)).toEqual(new Set([agency.accountId, user.accountId]));
    const read = await view(worker);
    expect([read.otherAnswers, read.members.filter((m) => m.number === 2)]).toEqual([[], []]);
    expect(read.members.some((m) => m.number === 1)).toBe(true);
  });
});
