import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers, EvidenceList, purposeOf, sourceOf } from '@hejie/cases';
import { aFiledCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { ChecklistView, CustodyView, EvidenceView, Relation } from '../contract/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('what evidence proves', () => {
  let t: TestApp;
  let worker: Client;
  let employer: Client;
  let counsel: Client;
  let mediator: Client;
  let stranger: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp();
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    employer = await signInByPhone(t.url, '13900000001', '孙经理');
    stranger = await signInByPhone(t.url, '13800000009', '路人');
    counsel = await createStaff(t, 'lawyer', '王律师');
    mediator = await createStaff(t, 'mediator', '李调解');
  });
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(worker));
    for (const [who, relation] of [[employer, 'respondent'], [counsel, 'counsel'], [mediator, 'mediator']] as [Client, Relation][]) {
      await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, who.accountId, relation));
    }
  });
  afterAll(() => t?.close());

  const BINDING = { title: '工资流水', proves: '每月工资五千元', items: ['payLines', 'wageBefore'], claims: ['double_wage'], provenance: { obtained: 'bank', madeBy: '工商银行', madeOn: '2026-03-01' } };
  const add = async (who: Client, title: string, visibility = 'private') =>
    (await who.upload(`/api/cases/${caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title, visibility })).body as EvidenceView;
  const bind = (who: Client, id: string, body: object = {}) => who.send('PUT', `/api/cases/${caseId}/evidence/${id}/binding`, { ...BINDING, ...body });
  const checklist = async (who: Client) => (await who.get(`/api/cases/${caseId}/evidence/checklist`)).body as ChecklistView;
  const custody = async (who: Client) => ((await who.get(`/api/cases/${caseId}/evidence/custody`)).body as CustodyView).items;
  const stored = async () => JSON.stringify([await t.db.query('select * from case_evidence order by id'), await t.db.query('select * from evidence_custody order by id')]);

  it('is said at upload or later, by worker or counsel; the checklist shows what is covered, what is missing and how to get it', async () => {
    const [lines, photo] = [await add(worker, '流水'), await add(worker, '照片')];
    expect((await checklist(worker)).unbound).toEqual([lines.id, photo.id]);
    expect((await bind(worker, lines.id)).body).toMatchObject({ ...BINDING, id: lines.id, bindable: true });
    expect((await bind(counsel, photo.id, { title: '现场照片', items: ['accident'], claims: [], provenance: null })).status).toBe(200);
    const { items, claims, unbound } = await checklist(counsel);
    const item = (id: string) => items.find((i) => i.id === id)!;
    expect(item('payLines').evidence).toEqual([lines.id]);
    expect(item('accident').evidence).toEqual([photo.id]);
    expect(item('hospital')).toMatchObject({ evidence: [], way: { zh: expect.stringContaining('病案室') } });
    expect(item('staffFiles')).toMatchObject({ heldBy: 'employer', way: { zh: expect.stringContaining('第三十九条') } });
    // no contract: what stands in for it is asked for
    expect(items.map((i) => i.id)).toContain('colleagues');
    expect(claims).toEqual([{ kind: 'injury_disability', title: expect.anything(), evidence: [] }, { kind: 'double_wage', title: expect.anything(), evidence: [lines.id] }]);
    expect(unbound).toEqual([]);
  });

  it('follows what is answered later, and keeps what something was bound to', async () => {
    const card = await add(worker, '工伤认定书');
    expect((await checklist(worker)).items.map((i) => i.id)).not.toContain('recognition');
    await bind(worker, card.id, { items: ['recognition', 'trainingAgreement'], claims: [] });
    const { version } = (await worker.get(`/api/cases/${caseId}/legal-answers`)).body;
    expect((await worker.send('PUT', `/api/cases/${caseId}/legal-answers`, { question: 'recognition', answer: 'yes', expectedVersion: version })).status).toBe(200);
    const { items } = await checklist(worker);
    expect(items.filter((i) => i.evidence.length).map((i) => i.id)).toEqual(['recognition', 'trainingAgreement']);
    expect(items.map((i) => i.id)).toContain('grade');
  });

  it('is one list for papers, bundle and packet: own files in order, then what others have shown, with purpose and source in words', async () => {
    const theirs = await add(employer, '考勤表', 'shared');
    await add(employer, '内部记录');
    const lines = await add(worker, '流水');
    await bind(worker, lines.id);
    const list = await t.app.get(EvidenceList).unsafeOf(caseId);
    expect(list.map((e) => [e.exhibit, e.id])).toEqual([[1, lines.id], [2, theirs.id]]);
    expect(purposeOf(list[0]!)).toBe('每月工资五千元；谁给您发工资、发了多少、从什么时候开始；待遇的基数；支持请求：未签合同的二倍工资');
    expect(sourceOf(list[0]!.provenance)).toBe('银行、支付机构出具，制作人：工商银行，2026年3月1日形成');
    expect((await t.app.get(EvidenceList).unsafeOf(caseId, [theirs.id])).map((e) => [e.exhibit, e.id])).toEqual([[1, theirs.id]]);
  });

  it('is for the own side alone: the other side sees its own words, and nobody else binds; nothing changes', async () => {
    const lines = await add(worker, '流水', 'shared');
    await bind(worker, lines.id);
    const [seen] = (await employer.get(`/api/cases/${caseId}/evidence`)).body.items;
    expect(seen).toMatchObject({ title: '工资流水', proves: '每月工资五千元', items: [], claims: [], provenance: null, bindable: false });
    const before = await stored();
    for (const who of [employer, mediator, stranger]) {
      expect((await bind(who, lines.id, { title: '改掉' })).status).toBe(404);
      expect((await who.get(`/api/cases/${caseId}/evidence/checklist`)).status).toBe(404);
    }
    expect((await bind(worker, crypto.randomUUID())).status).toBe(404);
    expect(await stored()).toBe(before);
  });

  it.each([
    ['an item no checklist has', { items: ['nothing'] }, 422, 'EVIDENCE_ITEM_UNKNOWN'],
    ['a claim the case does not have', { claims: ['severance'] }, 422, 'EVIDENCE_CLAIM_UNKNOWN'],
    ['a day to come', { provenance: { obtained: 'bank', madeOn: '2999-01-01' } }, 422, 'EVIDENCE_MADE_IN_FUTURE'],
    ['a source that is none', { provenance: { obtained: 'thin_air' } }, 400, 'VALIDATION_FAILED'],
    ['no title', { title: ' ' }, 400, 'VALIDATION_FAILED'],
    ['more than twenty items', { items: Array(21).fill('id') }, 400, 'VALIDATION_FAILED'],
  ])('refuses %s, and nothing changes', async (_what, body, status, code) => {
    const lines = await add(worker, '流水');
    const before = await stored();
    expect(await bind(worker, lines.id, body)).toMatchObject({ status, body: { code } });
    expect(await stored()).toBe(before);
  });

  it('leaves a trail of every version, once each, that the other side does not see', async () => {
    const lines = await add(worker, '流水');
    for (let i = 0; i < 3; i++) await bind(worker, lines.id);
    await bind(counsel, lines.id, { items: ['payLines'] });
    await worker.patch(`/api/cases/${caseId}/evidence/${lines.id}`, { visibility: 'shared' });
    const wrong = await add(worker, '拍错了');
    await worker.delete(`/api/cases/${caseId}/evidence/${wrong.id}`);
    const trail = await custody(counsel);
    expect(trail.map((c) => [c.kind, c.by, c.title])).toEqual([
      ['received', '姜小明', '流水'], ['bound', '姜小明', '工资流水'], ['bound', '王律师', '工资流水'], ['shown', '姜小明', '工资流水'],
      ['received', '姜小明', '拍错了'], ['removed', '姜小明', '拍错了'],
    ]);
    expect(trail[1]!.detail).toMatchObject({ items: ['payLines', 'wageBefore'], provenance: { madeBy: '工商银行' } });
    expect(trail.every((c) => c.sha256 === lines.sha256)).toBe(true);
    expect(await custody(worker)).toEqual(trail);
    expect(await custody(employer)).toEqual([]);
    expect(await custody(mediator)).toEqual([]);
    expect((await stranger.get(`/api/cases/${caseId}/evidence/custody`)).status).toBe(404);
  });

  it('is sealed in the database: no line of the trail is changed or removed, no row gets other bytes or another owner', async () => {
    const lines = await add(worker, '流水');
    const before = await stored();
    const tries = [
      `update evidence_custody set actor_id = null`, `update evidence_custody set sha256 = 'x'`, `delete from evidence_custody`, `truncate evidence_custody`,
      `update case_evidence set sha256 = 'x' where id = '${lines.id}'`, `update case_evidence set side = 'respondent' where id = '${lines.id}'`, `update case_evidence set uploaded_at = now() where id = '${lines.id}'`,
    ];
    for (const sql of tries) await expect(t.db.query(sql)).rejects.toThrow(/not changed|sealed/);
    expect(await stored()).toBe(before);
  });
});
