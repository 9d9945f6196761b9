import { injuryFacts, injuryIntake } from '@hejie/cases/testing';
import { RULES_VERSION } from '@hejie/mediation/contract';
import { type Client, eventually, type Product, signInByPhone, smsTo } from '@hejie/test-kit';
import { demoStaff, id, ok } from './people.js';

const WORKER = '13800138061';
const EMPLOYER = '13900139061';

/** People with a case each stage of which has a page: a draft, a session going on, a sealed agreement. */
export interface CasesUnderWay {
  readonly worker: Client;
  readonly employer: Client;
  readonly lawyer: Client;
  readonly mediator: Client;
  /** Signed in, with nothing yet. */
  readonly newcomer: Client;
  readonly draftId: string;
  /** Filed, no lawyer yet. */
  readonly filedId: string;
  /** With a consultation and an open session. */
  readonly caseId: string;
  readonly consultId: string;
  readonly jointId: string;
  readonly sessionId: string;
  readonly settledCaseId: string;
  /** Of three workers: who filed is in it, another was asked. */
  readonly groupCaseId: string;
  readonly agreementId: string;
  /** An invitation nobody has taken up. */
  readonly token: string;
}

export const PROPOSED = (totalFen: number) => ({
  items: [{ kind: 'injury_disability', amountFen: totalFen - 1_000_000 }, { kind: 'double_wage', amountFen: 1_000_000 }],
  totalFen,
  instalments: [{ dueDate: '2030-12-15', amountFen: totalFen - 1_000_000 }, { dueDate: '2031-01-15', amountFen: 1_000_000 }],
});

/** The worker stands together with a colleague over the Spring Festival, and a lawyer of the union may act for them. Answers the case's id. */
async function aGroup(worker: Client, url: string): Promise<string> {
  const facts = injuryFacts({ disputeTypes: ['OVERTIME'], region: '滨海县', employer: { name: '滨海县某酒店' }, claims: [{ kind: 'overtime_pay', amountFen: 324_000 }], story: '春节四天法定节假日都上班，酒店只安排了补休。', groupSize: 3 });
  const { caseId } = ok(await worker.post('/api/cases/quick', { requestId: id(), claimant: { name: '姜小明' }, facts }));
  const days = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'].map((date) => ({ date, hours: 10 }));
  for (const [name, phone] of [['姜小明', WORKER], ['李小二', '13800138063']]) ok(await worker.post(`/api/cases/${caseId}/group/members`, { requestId: id(), name, phone, monthlyWageFen: 234_900, days }));
  const mine = ok(await worker.get('/api/group-memberships')).items[0].id;
  ok(await worker.post('/api/auth/confirmation-codes', { purpose: 'join_group', subject: mine }));
  const [, code] = await smsTo(url, WORKER, /确认参加一起多人劳动争议，确认码 (\d{6})/);
  ok(await worker.post(`/api/cases/${caseId}/group/me/confirmation`, { code }));
  const letter = ok(await worker.upload(`/api/cases/${caseId}/evidence`, { name: '委托书.txt', type: 'text/plain', bytes: Buffer.from('授权委托书', 'utf8') }, { title: '授权委托书' }));
  const delegateId = ok(await worker.get(`/api/cases/${caseId}/delegations/fit`)).items[0].people[0].accountId;
  ok(await worker.post(`/api/cases/${caseId}/delegations`, { requestId: id(), delegateId, powers: ['negotiate', 'settle'], leastTotalFen: 300_000, validUntil: '2030-12-31', evidenceId: letter.id }));
  return caseId as string;
}

/** Leads people through the product's own doors to where every page has something to show. */
export async function casesUnderWay(product: Product, picture: Buffer): Promise<CasesUnderWay> {
  const url = product.urls[0]!;
  const worker = await signInByPhone(url, WORKER, '姜小明');
  const employer = await signInByPhone(url, EMPLOYER, '孙经理');
  const newcomer = await signInByPhone(url, '13800138062', '李新人');
  const [lawyer, mediator] = [await demoStaff(product, 'lawyer1'), await demoStaff(product, 'mediator')];
  const file = async () => ok(await worker.post('/api/cases/quick', { requestId: id(), claimant: { name: '姜小明' }, facts: injuryFacts() })).caseId as string;

  const links = new Set<string>();

  const settledCaseId = await file();
  const settled = await meet(settledCaseId);
  ok(await worker.post(`/api/sessions/${settled.id}/proposals`, { requestId: id(), terms: PROPOSED(5_280_000) }));
  const [offer] = ok(await employer.get(`/api/sessions/${settled.id}`)).proposals;
  ok(await employer.post(`/api/proposals/${offer.id}/accept`));
  const { agreementId } = ok(await mediator.post(`/api/sessions/${settled.id}/close`, { outcome: 'agreed' }));
  for (const who of [mediator, worker]) ok(await who.post(`/api/agreements/${agreementId}/fairness-confirmation`)); // 52,800 is under half of what was asked for
  for (const [who, phone] of [[worker, WORKER], [employer, EMPLOYER]] as const) {
    ok(await who.post(`/api/agreements/${agreementId}/read`));
    ok(await who.post('/api/auth/confirmation-codes', { purpose: 'sign_agreement', subject: agreementId }));
    const [, code] = await smsTo(url, phone, /确认码 (\d{6})/);
    ok(await who.post(`/api/agreements/${agreementId}/sign`, { code }));
  }
  ok(await mediator.post(`/api/agreements/${agreementId}/read`));
  ok(await mediator.post(`/api/agreements/${agreementId}/sign`, {}));
  ok(await mediator.post(`/api/agreements/${agreementId}/seal`));

  const caseId = await file();
  ok(await worker.upload(`/api/cases/${caseId}/evidence`, { name: '受伤照片.png', type: 'image/png', bytes: picture }, { title: '受伤照片', visibility: 'shared' }));
  ok(await worker.upload(`/api/cases/${caseId}/evidence`, { name: '工资条.png', type: 'image/png', bytes: picture }, { title: '三月工资条', visibility: 'private' }));
  await takeOn(caseId);
  const [consult] = ok(await worker.get(`/api/rooms?caseId=${caseId}`)).items;
  const say = async (who: Client, roomId: string, body: object, kind = 'text') => ok(await who.post(`/api/rooms/${roomId}/messages`, { clientId: id(), kind, body }));
  await say(worker, consult.id, { text: '律师您好，我的手在机器上压伤了，单位不认，我该怎么办？' });
  await say(lawyer, consult.id, { text: '您好。先别急，我问几个问题。\n1. 哪天受伤的？\n2. 谁看见了？\n3. 有没有去过医院，病历还在吗？' });
  const bring = async (name: string, type: string, bytes: Buffer) => say(worker, consult.id, { fileId: ok(await worker.upload(`/api/rooms/${consult.id}/files`, { name, type, bytes })).fileId }, 'file');
  await bring('病历第一页.png', 'image/png', picture);
  await bring('voice-2s.wav', 'audio/wav', silence(2));
  await bring('工友证言.txt', 'text/plain', Buffer.from('我看见姜小明在冲床上受的伤。', 'utf8'));
  await say(lawyer, consult.id, { text: '很好，这些都有用。我们先走线上调解。' });

  const rightsOf = `/api/cases/${caseId}`;
  ok(await worker.post(`${rightsOf}/payments`, { requestId: id(), paidOn: '2020-05-20', amountFen: 300_000, what: '住院押金' }));
  ok(await worker.post(`${rightsOf}/sheets`));

  const session = await meet(caseId, false);
  const jointId = session.rooms.find((r: { kind: string }) => r.kind === 'joint').id;
  await say(mediator, jointId, { text: '请双方说明情况，不打断对方。' });
  await say(employer, jointId, { text: '受伤我们认，金额有异议。' });
  ok(await worker.post(`/api/sessions/${session.id}/proposals`, { requestId: id(), terms: PROPOSED(8_000_000) }));
  const [first] = ok(await employer.get(`/api/sessions/${session.id}`)).proposals;
  ok(await employer.post(`/api/proposals/${first.id}/counter`, { requestId: id(), terms: { ...PROPOSED(5_280_000), payment: 'bank_transfer', onDefault: '逾期按每日万分之五支付违约金。', handOver: ['leaving_certificate', 'insurance_transfer'] } }));

  const groupCaseId = await aGroup(worker, url);

  const filedId = await file();
  ok(await worker.post(`/api/cases/${filedId}/invitations`, { requestId: id(), phone: '13900139062' }));
  const [, token] = await smsTo(url, '13900139062', /\/i\/([\w-]{43})/);
  const draftId = ok(await worker.post('/api/cases', { requestId: id() })).id;
  const { region, employer: at, story } = injuryFacts();
  ok(await worker.patch(`/api/cases/${draftId}/draft`, { answers: { region, employer: at, story, intake: injuryIntake(), claimant: { name: '姜小明' } } }));
  return { worker, employer, lawyer, mediator, newcomer, draftId, filedId, caseId, consultId: consult.id, jointId, sessionId: session.id, settledCaseId, groupCaseId, agreementId, token: token! };

  async function takeOn(of: string) {
    const { items } = ok(await worker.get(`/api/lawyers?caseId=${of}`));
    ok(await worker.post(`/api/cases/${of}/lawyer-requests`, { requestId: id(), lawyerId: items.find((l: { name: string }) => l.name === '王守正').accountId }));
    const request = ok(await lawyer.get('/api/lawyer-requests')).items.find((r: { status: string }) => r.status === 'open');
    ok(await lawyer.post(`/api/lawyer-requests/${request.id}/declare`, { conflict: false }));
    ok(await lawyer.post(`/api/lawyer-requests/${request.id}/accept`));
  }

  async function meet(of: string, lawyerToo = true) {
    if (lawyerToo) await takeOn(of);
    ok(await lawyer.post(`/api/cases/${of}/path`, { requestId: id(), path: 'mediate_online', expectedStatus: 'consulting' }));
    ok(await lawyer.post(`/api/cases/${of}/invitations`, { requestId: id(), phone: EMPLOYER }));
    const link = await eventually(async () => {
      const [, newest] = await smsTo(url, EMPLOYER, /\/i\/([\w-]{43})/);
      return !links.has(newest!) && newest!;
    }, 'an invitation not used before');
    links.add(link);
    ok(await employer.post(`/api/invitations/${link}/accept`, { representativeName: '孙经理', position: '人事经理' }));
    ok(await employer.post(`/api/cases/${of}/answer`, { requestId: id(), text: '认可受伤事实，对金额有异议。' }));
    const startsAt = new Date(Date.now() + 20 * 60_000).toISOString();
    const { id: sessionId } = ok(await lawyer.post(`/api/cases/${of}/sessions`, { requestId: id(), startsAt, minutes: 90, mode: 'online', mediatorId: mediator.accountId }));
    for (const who of [worker, lawyer, employer]) {
      ok(await who.post(`/api/sessions/${sessionId}/consent`, { rulesVersion: RULES_VERSION }));
      ok(await who.post(`/api/sessions/${sessionId}/arrive`));
    }
    return ok(await mediator.post(`/api/sessions/${sessionId}/open`));
  }
}

/** A WAV of silence: what stands in for a voice note. */
export function silence(seconds: number): Buffer {
  const rate = 8000;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + seconds * rate, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(seconds * rate, 40);
  return Buffer.concat([header, Buffer.alloc(seconds * rate, 128)]);
}
