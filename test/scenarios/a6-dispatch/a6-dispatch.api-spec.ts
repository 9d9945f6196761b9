import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { injuryIntake } from '@hejie/cases/testing';
import { RULES_VERSION } from '@hejie/mediation/contract';
import { type Client, eventually, MODES, pdfText, type Product, signInByPhone, smsTo, startProduct } from '@hejie/test-kit';
import { demoStaff, id, ok } from '../people.js';

const AGENCY = '青岛某劳务派遣有限公司';
const USER = '平度市某电子厂';
const PHONES = { agency: '13900138061', user: '13900138062' } as const;
/** Said where one party alone hears it, besides who asks and who mediates. */
const SECRETS = { agency: '派遣单位的底线三万', user: '用工单位只认医药费' } as const;

/** A dispatched worker (派遣): agency and user company are joint parties (劳动争议调解仲裁法 Art 22), each says the other pays; to arbitration against both. */
describe.each(MODES)('scenario A6 (%s)', (mode) => {
  let product: Product;
  let worker: Client;
  let agency: Client;
  let user: Client;
  let mediator: Client;
  let commission: Client;
  let caseId: string;
  let sessionId: string;

  beforeAll(async () => {
    product = await startProduct(mode);
    worker = await signInByPhone(product.urls[0]!, '13800138060', '姜小明');
    agency = await signInByPhone(product.urls[0]!, PHONES.agency, '钱经理');
    user = await signInByPhone(product.urls.at(-1)!, PHONES.user, '李厂长');
    mediator = await demoStaff(product, 'mediator', 1);
    commission = await demoStaff(product, 'commission', 0);
  }, 90_000);
  afterAll(() => product?.close());

  const at = (path = '') => `/api/cases/${caseId}${path}`;
  const everythingOf = async (who: Client) => JSON.stringify([ok(await who.get(at())), ok(await who.get(at('/answers'))), ok(await who.get(at('/timeline'))), ok(await who.get(at('/evidence'))), ok(await who.get('/api/rooms')), ok(await who.get('/api/notifications'))]);

  it('is filed as a draft against both, each as what it is', async () => {
    caseId = ok(await worker.post('/api/cases', { requestId: id() })).id;
    ok(await worker.patch(at('/draft'), { answers: { intake: { ...injuryIntake(), work: 'dispatched' }, region: '平度市', employer: { name: AGENCY, role: 'agency' }, others: [{ name: USER, role: 'user' }], story: '派到电子厂操作机器时右手受伤。', claimant: { name: '姜小明', idNumber: '110105199501011234', address: '平度市某村一号' } } }));
    expect(ok(await worker.post(at('/file'), { requestId: id() }))).toMatchObject({ employerName: AGENCY, otherRespondents: [USER] });
    const { respondents, facts } = ok(await worker.get(at()));
    expect([respondents.map((r: { number: number; name: string; role: string }) => [r.number, r.name, r.role]), facts.disputeTypes.includes('DISPATCH')]).toEqual([[[1, AGENCY, 'agency'], [2, USER, 'user']], true]);
  });

  it('asks each by a link of its own, and each answers for itself', async () => {
    const second = ok(await worker.get(at())).respondents[1].id as string;
    for (const [who, respondentId] of [['agency', undefined], ['user', second]] as const) ok(await worker.post(at('/invitations'), { requestId: id(), phone: PHONES[who], ...(respondentId ? { respondentId } : {}) }));
    for (const [who, client] of [['agency', agency], ['user', user]] as const) {
      const [, token] = await smsTo(product.urls[0]!, PHONES[who], /\/i\/([\w-]{43})/);
      ok(await client.post(`/api/invitations/${token}/accept`, { representativeName: who === 'agency' ? '钱经理' : '李厂长', position: '经理' }));
      ok(await client.post(at('/answer'), { requestId: id(), claims: [{ claim: 0, position: who === 'agency' ? 'deny' : 'admit', reason: SECRETS[who] }] }));
    }
    const { answer, otherAnswers } = ok(await worker.get(at()));
    expect([answer.claims[0].position, otherAnswers[0].number, otherAnswers[0].answer.claims[0].position]).toEqual(['deny', 2, 'admit']);
    expect([(await everythingOf(agency)).includes(SECRETS.user), (await everythingOf(user)).includes(SECRETS.agency)]).toEqual([false, false]);
  });

  it('is mediated with the agency; the user company hears nothing of it', async () => {
    const before = await everythingOf(user);
    sessionId = ok(await worker.post(at('/sessions'), { requestId: id(), startsAt: new Date(Date.now() + 15 * 60_000).toISOString(), minutes: 60, mode: 'online', mediatorId: mediator.accountId })).id;
    const listed = async (who: Client) => ok(await who.get('/api/cases')).items.find((c: { id: string }) => c.id === caseId);
    expect([(await listed(agency)).next?.kind, (await listed(user)).next, ok(await user.get('/api/cases/counts')).atRisk]).toEqual(['session', null, 0]);
    for (const who of [worker, agency]) {
      ok(await who.post(`/api/sessions/${sessionId}/consent`, { rulesVersion: RULES_VERSION }));
      ok(await who.post(`/api/sessions/${sessionId}/arrive`, {}));
    }
    const { rooms } = ok(await mediator.post(`/api/sessions/${sessionId}/open`));
    const joint = rooms.find((r: { kind: string }) => r.kind === 'joint').id as string;
    ok(await agency.post(`/api/rooms/${joint}/messages`, { clientId: id(), kind: 'text', body: { text: '会上的话' } }));
    for (const path of [`/api/sessions/${sessionId}`, `/api/rooms/${joint}`, `/api/rooms/${joint}/messages`, at('/sessions'), at('/agreements')]) expect([path, (await user.get(path)).status]).toEqual([path, 404]);
    expect((await user.post(`/api/sessions/${sessionId}/consent`, { rulesVersion: RULES_VERSION })).status).toBe(404);
    ok(await mediator.post(`/api/sessions/${sessionId}/close`, { outcome: 'failed', undisputedFacts: '', reason: '没有谈成' }));
    const after = await everythingOf(user);
    expect(after).not.toMatch(/会上的话|没有谈成|mediation\./);
    expect(JSON.parse(after).slice(1)).toEqual(JSON.parse(before).slice(1));
  });

  it('goes to the commission against both, with what each admits', async () => {
    const second = ok(await worker.get(at())).respondents[1].id as string;
    const { version } = ok(await worker.get(at('/papers'))).answers.find((a: { side: string }) => a.side === 'worker');
    ok(await worker.put(at('/papers/answers'), { side: 'worker', expectedVersion: version, answers: { 'employer.legalPerson': '钱大', [`employer.legalPerson#${second}`]: '李二' } }));
    const { id: escalationId } = ok(await worker.post(at('/escalations'), { requestId: id(), track: 'arbitration' }));
    await eventually(async () => (await commission.get(`/api/partner/inbox/${escalationId}`)).status === 200, 'the packet is in the inbox', 60_000);
    const manifest = ok(await commission.get(`/api/partner/inbox/${escalationId}/manifest`));
    expect(manifest.respondents.map((r: { name: string; answers: { position: string }[] }) => [r.name, r.answers[0]!.position])).toEqual([[AGENCY, 'deny'], [USER, 'admit']]);
    expect(manifest.undisputedFacts).toMatch(new RegExp(`^${USER}认可：`));
    const text = (await pdfText((await commission.get(`/api/partner/inbox/${escalationId}/packet`)).body as Buffer)).replaceAll(/\s/g, '');
    for (const words of [`被申请人一${AGENCY}`, '钱大', `被申请人二${USER}`, '李二', '副本两份', '姜小明']) expect([words, text.includes(words)]).toEqual([words, true]);
    expect(text).not.toMatch(/会上的话|没有谈成/);
  });
});
