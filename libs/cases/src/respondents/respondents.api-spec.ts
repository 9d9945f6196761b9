import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import { aFiledCase, injuryFacts } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { NameRespondent, RespondentView } from '../contract/index.js';

const USER = { name: '平度市某电子厂', role: 'user' as const, address: '平度市某工业园5号' };
const AGENCY = { name: '青岛某劳务派遣有限公司', role: 'agency' as const };

describe('several respondents of a case', () => {
  let t: TestApp;
  let worker: Client;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800775001', '姜小明');
  });
  afterAll(() => t?.close());

  const dispatched = (others: object[] = [USER]) => ({ ...injuryFacts({ employer: AGENCY }), others }) as ReturnType<typeof injuryFacts>;
  const names = (view: { respondents: RespondentView[] }) => view.respondents.map(({ number, name, role }) => [number, name, role]);
  const read = async (caseId: string, who = worker) => (await who.get(`/api/cases/${caseId}`)).body;
  const counts = () => t.db.query('select (select count(*) from dispute_case) as cases, (select count(*) from case_respondent) as respondents, (select count(*) from case_event) as events');
  const company = (n: number): Omit<NameRespondent, 'requestId'> => ({ name: `第${n}分包公司`, role: 'subcontractor' });

  describe('at filing', () => {
    it('are named in a draft as it is typed, kept over a reload, and stand in their order once it is filed', async () => {
      const { id } = (await worker.post('/api/cases', { requestId: crypto.randomUUID() })).body;
      // half typed: a name without saying what it is
      expect((await worker.patch(`/api/cases/${id}/draft`, { answers: { others: [{ name: USER.name }] } })).status).toBe(200);
      expect((await worker.get(`/api/cases/${id}/draft`)).body.answers.others).toEqual([{ name: USER.name }]);
      await worker.patch(`/api/cases/${id}/draft`, { answers: { ...injuryFacts({ employer: AGENCY }), others: [{ name: USER.name }], claimant: { name: '姜小明' } } });
      const unfinished = await worker.post(`/api/cases/${id}/file`, { requestId: crypto.randomUUID() });
      expect(unfinished).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', errors: [{ path: 'others.0.role' }] } });
      await worker.patch(`/api/cases/${id}/draft`, { answers: { others: [{ name: USER.name, role: 'user', address: USER.address }, company(3)] } });
      const receipt = await worker.post(`/api/cases/${id}/file`, { requestId: crypto.randomUUID() });
      expect(receipt).toMatchObject({ status: 200, body: { employerName: AGENCY.name, otherRespondents: [USER.name, '第3分包公司'] } });
      expect((await worker.post(`/api/cases/${id}/file`, { requestId: crypto.randomUUID() })).body).toEqual(receipt.body);
      const view = await read(id);
      expect(names(view)).toEqual([[1, AGENCY.name, 'agency'], [2, USER.name, 'user'], [3, '第3分包公司', 'subcontractor']]);
      expect(view.respondents[1]).toMatchObject({ uscc: null, address: USER.address });
      expect(view.facts.others).toBeUndefined();
      expect((await worker.get(`/api/cases?find=${encodeURIComponent('某电子厂')}`)).body.items).toMatchObject([{ id, employerName: AGENCY.name, otherRespondents: [USER.name, '第3分包公司'] }]);
    });

    it('are named by an officer in one request, once however often it is sent', async () => {
      const officer = await createStaff(t, 'operator', '坐席周');
      const call = { requestId: crypto.randomUUID(), behalf: { name: '郭先生', phone: '13800775002', consent: '已宣读并同意' }, facts: dispatched() };
      const sent = await Promise.all([1, 2, 3].map(() => officer.post('/api/cases/quick', call)));
      expect(sent.map((s) => [s.status, s.body.caseId, s.body.otherRespondents])).toEqual(sent.map(() => [201, sent[0]!.body.caseId, [USER.name]]));
      expect(names(await read(sent[0]!.body.caseId, officer))).toEqual([[1, AGENCY.name, 'agency'], [2, USER.name, 'user']]);
    });

    it.each([
      ['the employer again, spaced otherwise', [{ name: '青岛某 劳务派遣有限公司', role: 'user' }], 'others.0.name'],
      ['one company twice', [company(1), { ...company(1), role: 'contractor' }], 'others.1.name'],
    ])('cannot be %s, and nothing is filed', async (_what, others, path) => {
      const before = await counts();
      const answer = await worker.post('/api/cases/quick', { requestId: crypto.randomUUID(), claimant: { name: '姜小明' }, facts: dispatched(others) });
      expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', errors: [{ path, message: expect.stringContaining('写了两次') }] } });
      expect(await counts()).toEqual(before);
    });

    it('cannot be more than five in all, nor without a name, nor as what nobody is; nothing is filed', async () => {
      const before = await counts();
      for (const others of [[1, 2, 3, 4, 5].map(company), [{ role: 'user' }], [{ name: '某厂', role: 'boss' }], [{ ...company(1), extra: 'x' }]]) {
        expect((await worker.post('/api/cases/quick', { requestId: crypto.randomUUID(), claimant: { name: '姜小明' }, facts: dispatched(others) })).status).toBe(400);
      }
      expect(await counts()).toEqual(before);
    });

    it('are none where one answers alone: the case reads as ever', async () => {
      const { caseId, otherRespondents } = await aFiledCase(worker);
      expect(otherRespondents).toEqual([]);
      expect(names(await read(caseId))).toEqual([[1, '平度市某机械厂', null]]);
    });
  });

  describe('afterwards', () => {
    let caseId: string;
    beforeEach(async () => {
      ({ caseId } = await aFiledCase(worker, { facts: dispatched() }));
    });
    const path = () => `/api/cases/${caseId}/other-respondents`;
    const add = (told: object, who = worker) => who.post(path(), { requestId: crypto.randomUUID(), ...told });
    const state = async () => [await t.db.query('select * from case_respondent where case_id = $1 order by number', [caseId]), await t.db.query('select kind from case_event where case_id = $1 order by id', [caseId])];
    const refused = async (answer: Promise<{ status: number; body: { code: string } }>, status: number, code: string) => {
      const before = await state();
      expect(await answer).toMatchObject({ status, body: { code } });
      expect(await state()).toEqual(before);
    };

    it('one more is added once per request, and stands on the timeline', async () => {
      const request = { requestId: crypto.randomUUID(), ...company(3) };
      const sent = await Promise.all([1, 2, 3].map(() => worker.post(path(), request)));
      expect(sent.map((s) => [s.status, s.body.items.length])).toEqual(sent.map(() => [201, 3]));
      expect(names(await read(caseId))).toEqual([[1, AGENCY.name, 'agency'], [2, USER.name, 'user'], [3, '第3分包公司', 'subcontractor']]);
      const lines = (await worker.get(`/api/cases/${caseId}/timeline`)).body.items.filter((i: { kind: string }) => i.kind === 'cases.respondent_named');
      expect(lines).toMatchObject([{ data: { name: '第3分包公司' } }]);
    });

    it('one is corrected and taken out, and those behind move up', async () => {
      const { items } = (await add(company(3))).body as { items: RespondentView[] };
      await refused(worker.put(`${path()}/${items[1]!.id}`, { requestId: crypto.randomUUID(), ...USER, uscc: '913702830000000000' }), 400, 'VALIDATION_FAILED');
      const better = await worker.put(`${path()}/${items[1]!.id}`, { requestId: crypto.randomUUID(), name: '平度市某电子有限公司', role: 'user' });
      expect(better).toMatchObject({ status: 200, body: { items: [{}, { id: items[1]!.id, name: '平度市某电子有限公司', address: null }, {}] } });
      expect((await worker.delete(`${path()}/${items[1]!.id}`)).status).toBe(200);
      expect(names(await read(caseId))).toEqual([[1, AGENCY.name, 'agency'], [2, '第3分包公司', 'subcontractor']]);
      await refused(worker.delete(`${path()}/${items[1]!.id}`), 404, 'NOT_FOUND');
      expect(names(await read(caseId))).toHaveLength(2);
    });

    it('none is named twice, also when both are sent at once, nor a sixth', async () => {
      await refused(add({ ...USER, name: ` ${USER.name} ` }), 409, 'RESPONDENT_THERE');
      await refused(add({ name: AGENCY.name, role: 'other' }), 409, 'RESPONDENT_THERE');
      const both = await Promise.all([add(company(3)), add(company(3))]);
      expect(both.map((b) => b.status).sort()).toEqual([201, 409]);
      for (const n of [4, 5]) expect((await add(company(n))).status).toBe(201);
      await refused(add(company(6)), 409, 'RESPONDENTS_TOO_MANY');
      const third = (await read(caseId)).respondents[2];
      await refused(worker.put(`${path()}/${third.id}`, { requestId: crypto.randomUUID(), ...company(4) }), 409, 'RESPONDENT_THERE');
    });

    it('are the worker\'s side\'s to name, and nobody\'s once the case is settled, handed on or over', async () => {
      const employer = await signInByPhone(t.url, '13900775003', '孙经理');
      const mediator = await createStaff(t, 'mediator', '李调解');
      const counsel = await createStaff(t, 'lawyer', '王律师');
      await t.app.get(UnitOfWork).run(async (tx) => {
        for (const [who, relation] of [[employer, 'respondent'], [mediator, 'mediator'], [counsel, 'counsel']] as const) await t.app.get(CaseMembers).add(tx, caseId, who.accountId, relation);
      });
      const stranger = await signInByPhone(t.url, '13900775004', '路人');
      for (const who of [employer, mediator, stranger]) await refused(add(company(3), who), 404, 'NOT_FOUND');
      // both sides read who is named
      expect(names(await read(caseId, employer))).toEqual(names(await read(caseId)));
      expect((await add(company(3), counsel)).status).toBe(201);
      expect((await worker.post(`/api/cases/${caseId}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed' })).status).toBe(200);
      const [, second] = (await read(caseId)).respondents;
      await refused(add(company(4)), 409, 'RESPONDENTS_CLOSED');
      await refused(worker.put(`${path()}/${second.id}`, { requestId: crypto.randomUUID(), ...company(4) }), 409, 'RESPONDENTS_CLOSED');
      await refused(worker.delete(`${path()}/${second.id}`), 409, 'RESPONDENTS_CLOSED');
    });

    it('of another case are not there', async () => {
      const [, other] = (await read((await aFiledCase(worker, { facts: dispatched() })).caseId)).respondents;
      await refused(worker.delete(`${path()}/${other.id}`), 404, 'NOT_FOUND');
      await refused(worker.put(`${path()}/${other.id}`, { requestId: crypto.randomUUID(), ...company(3) }), 404, 'NOT_FOUND');
    });
  });
});
