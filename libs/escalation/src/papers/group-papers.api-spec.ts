import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers } from '@hejie/cases';
import type { GroupView } from '@hejie/cases/contract';
import { aFiledCase, aGroup, anElection, groupWorker } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { aMeeting, aSchedule, type Meeting } from '@hejie/mediation/testing';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, docxText, eventually, pdfText, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { CasePapers, Manifest } from '../contract/index.js';

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

  it('is of use only when somebody was elected', async () => {
    for (const who of [m.worker, officer, counsel]) expect(await kinds(who)).not.toContain('representatives_proof');
    expect((await paper(m.worker)).status).toBe(404);
    await elect(0);
    for (const who of [m.worker, officer, counsel]) expect(await kinds(who)).toContain('representatives_proof');
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

  it('lets the other papers of the group say the same without being asked', async () => {
    const application = await pdfText((await m.worker.get(`/api/cases/${caseId}/papers/arbitration_application`)).body as Buffer);
    expect(application).toContain(`本案申请人共11人，推举${NAMES.slice(0, 3).join('、')}为代表人`);
    const { answers } = (await m.worker.get(`/api/cases/${caseId}/papers`)).body as CasePapers;
    expect(answers[0]!.fields.map((f) => f.id)).not.toContain('people.representatives');
  });

  it('is none any more when too few of them are left, and comes back with a new election', async () => {
    const one = await signInByPhone(t.url, groupWorker(0).phone);
    expect((await one.post(`/api/cases/${caseId}/group/me/departure`, { requestId: crypto.randomUUID() })).status).toBe(201);
    expect(await kinds(m.worker)).not.toContain('representatives_proof');
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
