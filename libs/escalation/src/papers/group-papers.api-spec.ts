import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import type { GroupView } from '@hejie/cases/contract';
import { aFiledCase, aGroup, anElection, groupWorker, injuryFacts } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { aMeeting, aSchedule, type Meeting } from '@hejie/mediation/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, docxText, eventually, pdfText, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { CasePapers, Manifest, PaperPreview } from '../contract/index.js';

const WORKERS = 11;
const NAMES = Array.from({ length: WORKERS }, (_, n) => groupWorker(n).name);

describe('the proof of who represents a group', () => {
  const clock = new TestClock(new Date('2026-11-23T02:00:00Z'));
  let t: TestApp;
  let m: Meeting;
  let officer: Client;
  let counsel: Client;
  let member: Client;
  let commission: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    m = await aMeeting(t);
    officer = await createStaff(t, 'operator', '坐席小周');
    counsel = await createStaff(t, 'lawyer', '王律师');
    const organisations = t.app.get(Organisations);
    const parentId = (await organisations.root())!.id;
    const { id: organisationId } = await t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name: '平度市劳动人事争议仲裁委员会', kind: 'commission', parentId }));
    commission = await createStaff(t, 'partner', '仲裁委窗口', { organisationId });
    ({ caseId } = await aFiledCase(officer, { claimant: undefined, behalf: { name: '姜小明', phone: m.phones.worker, consent: '已告知并同意工会代为提交' } }));
    await t.app.get(UnitOfWork).run(async (tx) => {
      for (const [who, relation] of [[m.employer, 'respondent'], [counsel, 'counsel']] as const) await t.app.get(CaseMembers).add(tx, caseId, who.accountId, relation);
    });
    await aGroup(officer, caseId, WORKERS);
    member = await signInByPhone(t.url, groupWorker(5).phone);
  });
  afterAll(() => t?.close());

  const kinds = async (who: Client) => ((await who.get(`/api/cases/${caseId}/papers`)).body as CasePapers).items.map((i) => i.kind);
  const paper = (who: Client, path = '') => who.get(`/api/cases/${caseId}/papers/representatives_proof${path}`);
  const elect = async (first: number) => {
    const group = (await officer.get(`/api/cases/${caseId}/group`)).body as GroupView;
    await anElection(officer, caseId, { ...group, members: group.members.slice(first) });
  };

  it('is a blank form to sign until somebody was elected, for as many as may elect', async () => {
    for (const who of [m.worker, officer, counsel]) expect(await kinds(who)).toContain('representatives_proof');
    const form = (await paper(m.worker, '/preview')).body as PaperPreview;
    const [elected, signers] = form.blocks.filter((b) => b.kind === 'table').map((b) => b.rows);
    expect(elected).toEqual(Array(5).fill(['', '', '', '']));
    expect(signers!.map((row) => row[1])).toEqual(NAMES);
    await elect(0);
    const [now] = ((await paper(m.worker, '/preview')).body as PaperPreview).blocks.filter((b) => b.kind === 'table').map((b) => b.rows);
    expect(now!.map((row) => row[1])).toEqual(NAMES.slice(0, 3));
  });

  it('has no place where fewer stand together: they file together, each for themselves', async () => {
    const { caseId: few } = await aFiledCase(m.worker, { facts: injuryFacts({ groupSize: 9 }) });
    const items = ((await m.worker.get(`/api/cases/${few}/papers`)).body as CasePapers).items;
    expect(items.map((i) => i.kind)).not.toContain('representatives_proof');
    expect((await m.worker.get(`/api/cases/${few}/papers/representatives_proof`)).status).toBe(404);
    for (const kind of ['mediation_application', 'arbitration_application']) {
      const text = (await pdfText((await m.worker.get(`/api/cases/${few}/papers/${kind}`)).body as Buffer)).replaceAll(/\s/g, '');
      expect(text).toContain('本案共同申请人共9人，各自参加调解、仲裁活动');
      expect(text).not.toContain('推举');
      expect(items.find((i) => i.kind === kind)!.missing.map((f) => f.id)).not.toContain('people.representatives');
    }
    const { caseId: many } = await aFiledCase(m.worker, { facts: injuryFacts({ groupSize: 10 }) });
    expect(((await m.worker.get(`/api/cases/${many}/papers`)).body as CasePapers).items.map((i) => i.kind)).toContain('representatives_proof');
  });

  it("names everybody for the worker's side, as PDF and as Word document, and nothing to anybody else", async () => {
    const pdf = (await paper(m.worker)).body as Buffer;
    if (process.env['KEEP_PDF']) writeFileSync(`${process.env['KEEP_PDF']}/representatives_proof.pdf`, pdf);
    const said = [await pdfText(pdf), docxText((await paper(counsel, '?format=docx')).body), JSON.stringify((await paper(officer, '/preview')).body)];
    for (const text of said) {
      for (const words of ['推举代表人证明书', '申请人11人与平度市某机械厂', '第七条', ...NAMES]) expect(text).toContain(words);
      for (let n = 0; n < WORKERS; n++) expect(text).not.toContain(groupWorker(n).phone);
    }
    for (const who of [m.employer, m.mediator, member]) for (const path of ['', '/preview', '?format=docx']) expect((await paper(who, path)).status).toBe(404);
    expect(JSON.stringify((await m.employer.get(`/api/cases/${caseId}/papers`)).body)).not.toMatch(/小一|推举/);
  });

  it("lets an elected fellow worker read the group's papers, without what is the claimant's alone", async () => {
    const fellow = await signInByPhone(t.url, groupWorker(1).phone);
    expect((await m.worker.put(`/api/cases/${caseId}/papers/answers`, { side: 'worker', expectedVersion: 0, answers: { 'claimant.idNumber': '11010519491231002X', 'claimant.address': '平度市某镇某村一号', 'claimant.electronic': 'jiang@example.com', 'employer.legalPerson': '孙大力' } })).status).toBe(200);
    const { items, answers } = (await fellow.get(`/api/cases/${caseId}/papers`)).body as CasePapers;
    expect(items.map((i) => i.kind)).toEqual(['mediation_application', 'evidence_list', 'representatives_proof', 'arbitration_application']);
    expect([answers, items.flatMap((i) => [...i.fields, ...i.missing.filter((f) => f.fill)])]).toEqual([[], []]);
    for (const { kind } of items) {
      const at = `/api/cases/${caseId}/papers/${kind}`;
      const said = [await pdfText((await fellow.get(at)).body as Buffer), docxText((await fellow.get(`${at}?format=docx`)).body), JSON.stringify((await fellow.get(`${at}/preview`)).body)].join('\n');
      expect(said).not.toMatch(new RegExp(`11010519491231002X|110105\\*|1949年|某镇某村|jiang@|${m.phones.worker}`));
    }
    expect(await pdfText((await fellow.get(`/api/cases/${caseId}/papers/arbitration_application`)).body as Buffer)).toContain('孙大力');
    for (const kind of ['power_of_attorney', 'service_address']) expect((await fellow.get(`/api/cases/${caseId}/papers/${kind}`)).status).toBe(404);
    const before = (await m.worker.get(`/api/cases/${caseId}/papers`)).body;
    expect((await fellow.put(`/api/cases/${caseId}/papers/answers`, { side: 'worker', expectedVersion: 1, answers: { 'employer.legalPerson': '别人' } })).status).toBe(404);
    expect((await m.worker.get(`/api/cases/${caseId}/papers`)).body).toEqual(before);
  });

  it('lets the other papers of the group say the same without being asked', async () => {
    const application = await pdfText((await m.worker.get(`/api/cases/${caseId}/papers/arbitration_application`)).body as Buffer);
    expect(application).toContain(`本案申请人共11人，推举${NAMES.slice(0, 3).join('、')}为代表人`);
    const { answers } = (await m.worker.get(`/api/cases/${caseId}/papers`)).body as CasePapers;
    expect(answers[0]!.fields.map((f) => f.id)).not.toContain('people.representatives');
  });

  it('is the blank form again when too few of them are left, until a new election', async () => {
    const one = await signInByPhone(t.url, groupWorker(0).phone);
    expect((await one.post(`/api/cases/${caseId}/group/me/departure`, { requestId: crypto.randomUUID() })).status).toBe(201);
    expect((await paper(m.worker)).status).toBe(200);
    expect((await pdfText((await paper(m.worker)).body as Buffer))).not.toContain(groupWorker(0).name);
    await elect(1);
    expect(await kinds(m.worker)).toContain('representatives_proof');
    expect(await pdfText((await paper(m.worker)).body as Buffer)).not.toContain(groupWorker(0).name);
  });

  it('goes to the commission in the packet, and its manifest names the group', async () => {
    expect((await m.worker.post(`/api/cases/${caseId}/sessions`, aSchedule(t, m))).status).toBe(201);
    const { id } = (await m.worker.post(`/api/cases/${caseId}/escalations`, { requestId: crypto.randomUUID(), track: 'arbitration' })).body;
    await eventually(async () => (await commission.get(`/api/partner/inbox/${id}`)).status === 200, 'the packet is sent', 60_000);
    const pages = (await pdfText((await commission.get(`/api/partner/inbox/${id}/packet`)).body as Buffer)).split('\n').map((p) => p.replaceAll(/\s/g, ''));
    const at = (words: string) => pages.findIndex((p) => p.includes(words));
    const order = ['劳动人事争议仲裁申请书', '推举代表人证明书', '电子文件校验值'].map(at);
    expect(order).toEqual([...new Set(order)].sort((x, y) => x - y));
    for (const name of NAMES.slice(1)) expect(pages.join('')).toContain(name);
    const manifest = (await commission.get(`/api/partner/inbox/${id}/manifest`)).body as Manifest;
    expect(manifest.group).toEqual({ workers: NAMES.slice(1), representatives: NAMES.slice(1, 4) });
    expect((await m.employer.get(`/api/escalations/${id}/packet`)).status).toBe(404);
  });
});
