import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import type { RespondentView } from '@hejie/cases/contract';
import { aFiledCase, injuryFacts } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { aMeeting, type Meeting } from '@hejie/mediation/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, docxText, eventually, pdfText, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { CasePapers, Manifest } from '../contract/index.js';

const ID_NUMBER = '11010519491231002X';
const AGENCY = { name: '青岛某劳务派遣有限公司', role: 'agency' as const };
const USER = { name: '平度市某电子厂', role: 'user' as const, address: '平度市某工业园5号' };
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('the papers of a case of several respondents', () => {
  const clock = new TestClock(new Date('2026-11-23T02:00:00Z'));
  let t: TestApp;
  let m: Meeting;
  let commission: Client;
  let user: Client;
  let second: RespondentView;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    m = await aMeeting(t);
    const organisations = t.app.get(Organisations);
    const parentId = (await organisations.root())!.id;
    const { id: organisationId } = await t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name: '平度市劳动人事争议仲裁委员会', kind: 'commission', parentId }));
    user = await signInByPhone(t.url, '13900776500', '李厂长');
    commission = await createStaff(t, 'partner', '仲裁委窗口', { organisationId });
  });
  afterAll(() => t?.close());
  beforeEach(async () => {
    ({ caseId: m.caseId } = await aFiledCase(m.worker, { facts: injuryFacts({ employer: AGENCY, others: [USER] }), claimant: { name: '姜小明', idNumber: ID_NUMBER, address: '平度市某镇某村一号' } }));
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, m.caseId, m.mediator.accountId, 'mediator'));
    [, second] = (await m.worker.get(`/api/cases/${m.caseId}`)).body.respondents as [RespondentView, RespondentView];
  });

  const bothJoin = async () => {
    await t.app.get(UnitOfWork).run(async (tx) => {
      await t.app.get(CaseMembers).add(tx, m.caseId, m.employer.accountId, 'respondent');
      await t.app.get(CaseMembers).add(tx, m.caseId, user.accountId, 'co_respondent', second.id);
    });
  };
  const list = async (who: Client): Promise<CasePapers> => (await who.get(`/api/cases/${m.caseId}/papers`)).body;
  const lacks = async (kind: string) => (await list(m.worker)).items.find((i) => i.kind === kind)!.missing.map((f) => f.label.zh);
  const fill = async (who: Client, side: 'worker' | 'staff', answers: Record<string, string | null>) => who.put(`/api/cases/${m.caseId}/papers/answers`, { side, answers, expectedVersion: (await list(who)).answers.find((a) => a.side === side)!.version });
  const file = (who: Client, kind: string, format = 'pdf') => who.get(`/api/cases/${m.caseId}/papers/${kind}?format=${format}`);
  const read = async (who: Client, kind: string) => {
    const { status, body } = await file(who, kind);
    expect(status).toBe(200);
    if (process.env['KEEP_PDF']) writeFileSync(`${process.env['KEEP_PDF']}/several-${kind}.pdf`, body as Buffer);
    return (await pdfText(body as Buffer)).replaceAll(/\s/g, '');
  };
  const whole = () => fill(m.worker, 'worker', { 'employer.address': '青岛市某路1号', 'employer.legalPerson': '钱经理', [`employer.legalPerson#${second.id}`]: '李厂长', [`employer.phone#${second.id}`]: '0532-88880000' });

  it('say what each still lacks, take it for each, and name each by its number', async () => {
    expect(await lacks('arbitration_application')).toEqual(['被申请人一的单位住所地', '被申请人一的法定代表人（主要负责人）', '被申请人二的法定代表人（主要负责人）']);
    expect((await whole()).status).toBe(200);
    expect(await lacks('arbitration_application')).toEqual([]);
    for (const kind of ['arbitration_application', 'mediation_application']) {
      const text = await read(m.worker, kind);
      for (const words of ['被申请人一青岛某劳务派遣有限公司', '身份劳务派遣单位', '钱经理', '被申请人二平度市某电子厂', '身份用工单位', '李厂长', '平度市某工业园5号', '0532-88880000']) expect([kind, text.includes(words), words]).toEqual([kind, true, words]);
    }
    expect(await read(m.worker, 'arbitration_application')).toContain('本申请书副本两份（按被申请人人数提交）');
    expect(docxText((await file(m.worker, 'arbitration_application', 'docx')).body).replaceAll(/\s/g, '')).toContain('被申请人二平度市某电子厂');
    for (const kind of ['evidence_list', 'power_of_attorney']) expect(await read(m.worker, kind)).toContain('青岛某劳务派遣有限公司、平度市某电子厂');
  });

  it('keep what was filled in with the one it was filled in of, whoever else goes or comes', async () => {
    await whole();
    const add = (name: string) => m.worker.post(`/api/cases/${m.caseId}/other-respondents`, { requestId: crypto.randomUUID(), name, role: 'affiliate' });
    const { items } = (await add('青岛某控股公司')).body as { items: RespondentView[] };
    await fill(m.worker, 'worker', { [`employer.legalPerson#${items[2]!.id}`]: '周董事' });
    expect((await m.worker.delete(`/api/cases/${m.caseId}/other-respondents/${second.id}`)).status).toBe(200);
    const text = await read(m.worker, 'arbitration_application');
    expect(text).toMatch(/被申请人二青岛某控股公司[^]*周董事/);
    expect(text).not.toMatch(/李厂长|某电子厂|被申请人三/);
    expect(await lacks('arbitration_application')).toEqual(['被申请人二的单位住所地']);
    // of who is gone nothing can be filled in
    expect(await fill(m.worker, 'worker', { [`employer.legalPerson#${second.id}`]: '李厂长' })).toMatchObject({ status: 422, body: { code: 'PAPER_FIELD_UNFIT' } });
  });

  it('are served on each, and tell all of mediation first', async () => {
    const { answers } = await list(m.mediator);
    expect(answers[0]!.fields.find((f) => f.id === 'service.recipient')!.options.map((o) => o.label.zh)).toEqual(['申请人', '被申请人一', '被申请人二']);
    await fill(m.mediator, 'staff', { 'organisation.phone': '12351', 'service.document': '先行调解告知书一份', 'service.recipient': 'respondent2', 'service.address': USER.address, 'service.method': 'direct', 'service.sender': '陈调解' });
    expect(await read(m.mediator, 'service_receipt')).toContain('平度市某电子厂（被申请人二）');
    const notice = await read(m.mediator, 'mediation_notice');
    for (const words of ['姜小明、青岛某劳务派遣有限公司、平度市某电子厂：', '被申请人二□同意先行调解', '被申请人二（签名或者盖章）']) expect(notice).toContain(words);
  });

  it('go to the commission with all of them, in the packet, its manifest and the bundle', async () => {
    await whole();
    await bothJoin();
    const answer = (who: Client, claim: object) => who.post(`/api/cases/${m.caseId}/answer`, { requestId: crypto.randomUUID(), claims: [{ claim: 0, reason: '见说明', ...claim }] });
    expect([(await answer(m.employer, { position: 'deny' })).status, (await answer(user, { position: 'partly', amountFen: 1_000_000 })).status]).toEqual([200, 200]);
    await m.worker.upload(`/api/cases/${m.caseId}/evidence`, { name: '照片.png', type: 'image/png', bytes: PNG }, { title: '工牌' });
    const { body } = await m.worker.post(`/api/cases/${m.caseId}/escalations`, { requestId: crypto.randomUUID(), track: 'arbitration' });
    await eventually(async () => (await commission.get(`/api/partner/inbox/${body.id}`)).status === 200, 'the packet is sent', 60_000);
    expect((await commission.get(`/api/partner/inbox/${body.id}`)).body).toMatchObject({ employerName: AGENCY.name, otherRespondents: [USER.name] });
    const manifest = (await commission.get(`/api/partner/inbox/${body.id}/manifest`)).body as Manifest;
    expect(manifest.respondent).toEqual({ name: AGENCY.name, uscc: null, address: null });
    expect(manifest.respondents).toEqual([{ number: 1, ...AGENCY, uscc: null, address: null, answers: [{ claim: 0, position: 'deny', admittedFen: 0 }] }, { number: 2, ...USER, uscc: null, answers: [{ claim: 0, position: 'partly', admittedFen: 1_000_000 }] }]);
    expect(manifest.claims[0]).toMatchObject({ answer: 'deny', admittedFen: 0 });
    expect(manifest.undisputedFacts).toBe('平度市某电子厂就一次性伤残补助金 55,000.00元认可其中 10,000.00元。');
    const packet = (await pdfText((await commission.get(`/api/partner/inbox/${body.id}/packet`)).body)).replaceAll(/\s/g, '');
    for (const words of ['被申请人一青岛某劳务派遣有限公司', '被申请人二平度市某电子厂', '李厂长', '副本两份', '平度市某电子厂作出答复']) expect(packet).toContain(words);
    expect((await pdfText((await commission.get(`/api/partner/inbox/${body.id}/bundle`)).body)).replaceAll(/\s/g, '')).toContain('青岛某劳务派遣有限公司、平度市某电子厂');
    const add = await m.worker.post(`/api/cases/${m.caseId}/other-respondents`, { requestId: crypto.randomUUID(), name: '青岛某控股公司', role: 'affiliate' });
    expect(add).toMatchObject({ status: 409, body: { code: 'RESPONDENTS_CLOSED' } });
  });

  it('of a joint respondent are its own alone, and nobody else fills them in or reads them', async () => {
    await bothJoin();
    const kinds = async (who: Client) => (await list(who)).items.map((i) => i.kind);
    expect(await kinds(user)).toEqual(['power_of_attorney', 'service_address', 'settlement_agreement']);
    const given = async (who: Client, agent: string) => who.put(`/api/cases/${m.caseId}/papers/answers`, { side: 'respondent', expectedVersion: 0, answers: { 'agent.name': agent, 'employer.phone': '0532-80000000' } });
    expect([(await given(m.employer, '派遣代理人')).status, (await given(user, '用工代理人')).status]).toEqual([200, 200]);
    const [theirs, ours] = [await read(m.employer, 'power_of_attorney'), await read(user, 'power_of_attorney')];
    for (const words of [AGENCY.name, '派遣代理人']) expect([theirs.includes(words), ours.includes(words)]).toEqual([true, false]);
    for (const words of [USER.name, USER.address, '用工代理人']) expect([theirs.includes(words), ours.includes(words)]).toEqual([false, true]);
    expect(await read(user, 'service_address')).toContain('平度市某电子厂（被申请人）');
    for (const kind of ['mediation_application', 'arbitration_application', 'evidence_list', 'mediation_notice']) expect((await file(user, kind)).status).toBe(404);
  });

  it('that stand on an agreement name who signed it, and are the papers of those alone', async () => {
    await whole();
    await bothJoin();
    await m.worker.post(`/api/cases/${m.caseId}/sessions`, { requestId: crypto.randomUUID(), startsAt: new Date(clock.now().getTime() + 3_600_000).toISOString(), minutes: 60, mode: 'online', mediatorId: m.mediator.accountId });
    const photo = (await m.worker.upload(`/api/cases/${m.caseId}/evidence`, { name: '协议.png', type: 'image/png', bytes: PNG }, { title: '协议照片', visibility: 'shared' })).body.id as string;
    const terms = { items: [{ kind: 'double_wage', amountFen: 6_000_000 }], totalFen: 6_000_000, instalments: [{ dueDate: '2026-11-24', amountFen: 6_000_000 }], binds: [second.id] };
    const made = await m.mediator.post(`/api/cases/${m.caseId}/onsite-results`, { requestId: crypto.randomUUID(), terms, signedOn: '2026-11-23', evidenceId: photo, fairnessConfirmed: true });
    expect(made.status).toBe(201);
    const review = await read(m.worker, 'arbitral_review');
    for (const words of ['申请人（用人单位）平度市某电子厂', '李厂长', '0532-88880000']) expect([words, review.includes(words)]).toEqual([words, true]);
    expect(review).not.toMatch(/某劳务派遣|钱经理/);
    expect([(await file(user, 'arbitral_review')).status, (await file(m.employer, 'arbitral_review')).status, (await file(user, 'mediation_agreement')).status, (await file(m.employer, 'mediation_agreement')).status]).toEqual([200, 404, 200, 404]);
    const { body } = await m.worker.post(`/api/cases/${m.caseId}/escalations`, { requestId: crypto.randomUUID(), track: 'arbitral_review' });
    await eventually(async () => (await commission.get(`/api/partner/inbox/${body.id}`)).status === 200, 'the packet is sent', 60_000);
    const manifest = (await commission.get(`/api/partner/inbox/${body.id}/manifest`)).body as Manifest;
    expect([manifest.respondent.name, manifest.respondents!.map((r) => r.name)]).toEqual([USER.name, [USER.name]]);
    clock.advance(5 * 24 * 3_600_000);
    const order = await read(m.worker, 'payment_order');
    expect([order.includes('被申请人平度市某电子厂'), order.includes('某劳务派遣')]).toEqual([true, false]);
  });

  it('of one respondent read as they always did, and their manifest names one', async () => {
    ({ caseId: m.caseId } = await aFiledCase(m.worker));
    const text = await read(m.worker, 'arbitration_application');
    expect(text).toContain('被申请人平度市某机械厂');
    expect(text).toContain('本申请书副本一份（按被申请人人数提交）');
    expect(text).not.toMatch(/被申请人一|身份劳务/);
  });
});
