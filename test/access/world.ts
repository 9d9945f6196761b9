import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { aMeeting, aSchedule, attend, SOON, someTerms } from '@hejie/mediation/testing';
import { CaseMembers } from '@hejie/cases';
import { civilDate, UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, eventually, signInByPhone, type TestApp } from '@hejie/test-kit';
import { id, ok, PNG } from '../scenarios/people.js';

/** Words said where only one side hears them, and an address that is the claimant's alone; they occur nowhere else. */
export const SECRETS = { consult: '咨询室的暗语', caucus_claimant: '申请人背对背的暗语', caucus_respondent: '单位背对背的暗语', caucus_other: '共同一方单独谈的暗语', evidence: '不公开证据的暗语', address: '住址暗语一号' } as const;

/** Two cases of one worker with everything a case can have, and the people around them. */
export interface World {
  readonly people: { readonly claimant: Client; readonly counsel: Client; readonly officer: Client; readonly representative: Client; readonly delegate: Client; readonly respondent: Client; readonly coRespondent: Client; readonly mediator: Client; readonly partner: Client };
  readonly caseId: string;
  readonly settledId: string;
  readonly sessionId: string;
  readonly rooms: Readonly<Record<'consult' | 'joint' | 'caucus_claimant' | 'caucus_respondent' | 'caucus_other', string>>;
  readonly roomFileId: string;
  readonly privateEvidenceId: string;
  readonly sharedEvidenceId: string;
  readonly otherRespondentId: string;
  readonly bundleId: string;
  readonly lawyerRequestId: string;
  readonly proposalId: string;
  readonly minutesId: string;
  readonly agreementId: string;
  readonly escalationId: string;
  readonly sheetId: string;
  readonly eventId: string;
  readonly paymentId: string;
}

let worlds = 0;

/** Leads a worker, a lawyer, an employer and a mediator through two cases, one of which goes to `partner`, by the product's doors. */
export async function aWorld(t: TestApp, partner: Client): Promise<World> {
  const m = await aMeeting(t);
  const { worker: claimant, employer: respondent, mediator } = m;
  const counsel = await createStaff(t, 'lawyer', '王律师');
  ok(await counsel.put('/api/lawyers/me/profile', { kind: 'volunteer', licenceNumber: '13702202010000001', specialties: ['INJURY'], region: '平度市', languages: ['普通话'], capacity: 50, weeklyTimes: [] }));
  const officer = await createStaff(t, 'operator', '坐席周');
  const representative = await signInByPhone(t.url, `13800774${String(++worlds).padStart(3, '0')}`, '何工友');
  const delegate = await createStaff(t, 'lawyer', '钱代理');
  const joins = (caseId: string) =>
    t.app.get(UnitOfWork).run(async (tx) => {
      for (const [who, relation] of [[respondent, 'respondent'], [officer, 'officer'], [representative, 'representative']] as const) await t.app.get(CaseMembers).add(tx, caseId, who.accountId, relation);
    });
  const authorises = (caseId: string, paper: string) =>
    t.db.query(
      `insert into case_delegation (id, case_id, request_id, delegate_id, granted_by, granted_at, workers, powers, valid_until, evidence_id) values (gen_random_uuid(), $1, gen_random_uuid(), $2, $3, now(), 1, '{negotiate,settle,sign}', $4, $5)`,
      [caseId, delegate.accountId, claimant.accountId, new Date(t.now().getTime() + 90 * 24 * 3_600_000).toISOString().slice(0, 10), paper],
    );
  const filed = () => aFiledCase(claimant, { claimant: { name: '姜小明', address: SECRETS.address } });

  const settledId = (await filed()).caseId;
  await joins(settledId);
  const photo = ok(await claimant.upload(`/api/cases/${settledId}/evidence`, { name: '协议.png', type: 'image/png', bytes: PNG }, { title: '协议照片', visibility: 'shared' })).id as string;
  ok(await claimant.post(`/api/cases/${settledId}/sessions`, aSchedule(t, m)));
  const agreementId = ok(await mediator.post(`/api/cases/${settledId}/onsite-results`, { requestId: id(), terms: someTerms(6_000_000), signedOn: civilDate(t.now()), evidenceId: photo })).id as string;
  await authorises(settledId, photo);
  const escalationId = ok(await claimant.post(`/api/cases/${settledId}/escalations`, { requestId: id(), track: 'arbitral_review' })).id as string;
  await eventually(async () => (await partner.get(`/api/partner/inbox/${escalationId}`)).status === 200, 'the packet is with the commission', 60_000);

  const { caseId } = await filed();
  await joins(caseId);
  const named = ok(await claimant.post(`/api/cases/${caseId}/other-respondents`, { requestId: id(), name: '平度市某电子厂', role: 'user' })).items as { id: string }[];
  const otherRespondentId = named.at(-1)!.id;
  const coRespondent = await signInByPhone(t.url, `13900774${String(worlds).padStart(3, '0')}`, '李厂长');
  await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, coRespondent.accountId, 'co_respondent', otherRespondentId));
  ok(await claimant.post(`/api/cases/${caseId}/lawyer-requests`, { requestId: id(), lawyerId: counsel.accountId }));
  const [request] = ok(await counsel.get('/api/lawyer-requests')).items;
  ok(await counsel.post(`/api/lawyer-requests/${request.id}/declare`, { conflict: false }));
  ok(await counsel.post(`/api/lawyer-requests/${request.id}/accept`));
  const evidence = async (title: string, visibility: string) => ok(await claimant.upload(`/api/cases/${caseId}/evidence`, { name: '照片.png', type: 'image/png', bytes: PNG }, { title, visibility })).id as string;
  const privateEvidenceId = await evidence(SECRETS.evidence, 'private');
  const sharedEvidenceId = await evidence('三月工资条', 'shared');
  await authorises(caseId, sharedEvidenceId);
  const bundleId = ok(await claimant.post(`/api/cases/${caseId}/bundles`, { requestId: id() })).id as string;
  await eventually(async () => (await claimant.get(`/api/cases/${caseId}/bundles/${bundleId}/file`)).status === 200, 'the bundle is made', 60_000);
  const sheetId = ok(await claimant.post(`/api/cases/${caseId}/sheets`)).id as string;
  const paymentId = ok(await claimant.post(`/api/cases/${caseId}/payments`, { requestId: id(), paidOn: '2026-02-20', amountFen: 100_000, what: '住院押金' })).items[0].id as string;
  const eventId = ok(await claimant.post(`/api/cases/${caseId}/legal-events`, { requestId: id(), kind: 'injured', on: '2026-02-01', by: 'worker' })).events[0].id as string;

  const sessionId = ok(await claimant.post(`/api/cases/${caseId}/sessions`, aSchedule(t, m, SOON))).id as string;
  await attend(sessionId, claimant, counsel, respondent, coRespondent);
  const session = ok(await mediator.post(`/api/sessions/${sessionId}/open`));
  const [consult] = ok(await claimant.get(`/api/rooms?caseId=${caseId}`)).items.filter((r: { kind: string }) => r.kind === 'consult');
  const rooms = { consult: consult.id, ...Object.fromEntries(session.rooms.map((r: { kind: string; id: string; respondent?: string }) => [r.respondent ? 'caucus_other' : r.kind, r.id])) } as World['rooms'];
  for (const who of [claimant, respondent, coRespondent]) ok(await mediator.post(`/api/sessions/${sessionId}/place`, { accountId: who.accountId, to: 'caucus' }));
  for (const [kind, who] of [['consult', counsel], ['caucus_claimant', claimant], ['caucus_respondent', respondent], ['caucus_other', coRespondent]] as const) {
    ok(await who.post(`/api/rooms/${rooms[kind]}/messages`, { clientId: id(), kind: 'text', body: { text: SECRETS[kind] } }));
  }
  const roomFileId = ok(await claimant.upload(`/api/rooms/${rooms.consult}/files`, { name: '病历.png', type: 'image/png', bytes: PNG })).fileId as string;
  ok(await claimant.post(`/api/rooms/${rooms.consult}/messages`, { clientId: id(), kind: 'file', body: { fileId: roomFileId } }));
  ok(await claimant.post(`/api/sessions/${sessionId}/proposals`, { requestId: id(), terms: someTerms() }));
  const proposalId = ok(await claimant.get(`/api/sessions/${sessionId}`)).proposals[0].id as string;
  const minutes = ok(await mediator.put(`/api/sessions/${sessionId}/minutes`, { lines: [], claimantSaid: '请求支付。', respondentSaid: '有异议。', undisputedFacts: '2020年3月受伤。', result: '继续调解。' }));
  return {
    people: { claimant, counsel, officer, representative, delegate, respondent, coRespondent, mediator, partner },
    caseId, settledId, sessionId, rooms, roomFileId, privateEvidenceId, sharedEvidenceId, otherRespondentId, bundleId, lawyerRequestId: request.id, proposalId,
    minutesId: minutes.items[0].id, agreementId, escalationId, sheetId, eventId, paymentId,
  };
}

/** Somebody at the window of a partner of the city's union. */
export async function aPartner(t: TestApp, kind: 'commission' | 'court'): Promise<Client> {
  const organisations = t.app.get(Organisations);
  const parentId = (await organisations.root())?.id ?? null;
  const { id: organisationId } = await t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name: `平度市${kind}`, kind, parentId }));
  return createStaff(t, 'partner', '窗口', { organisationId });
}
