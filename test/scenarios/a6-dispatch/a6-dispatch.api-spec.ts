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

/** A dispatched worker (派遣): agency and user company are joint parties (劳动争议调解仲裁法 Art 22), each says the other pays; to arbitration against both, or to an agreement with both. */
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

  const drafted = async () => {
    caseId = ok(await worker.post('/api/cases', { requestId: id() })).id;
    ok(await worker.patch(at('/draft'), { answers: { intake: { ...injuryIntake(), work: 'dispatched' }, region: '平度市', employer: { name: AGENCY, role: 'agency' }, others: [{ name: USER, role: 'user' }], story: '派到电子厂操作机器时右手受伤。', claimant: { name: '姜小明', idNumber: '110105199501011234', address: '平度市某村一号' } } }));
  };
  const seen = new Set<string>();
  const joined = async () => {
    const second = ok(await worker.get(at())).respondents[1].id as string;
    for (const [who, respondentId] of [['agency', undefined], ['user', second]] as const) ok(await worker.post(at('/invitations'), { requestId: id(), phone: PHONES[who], ...(respondentId ? { respondentId } : {}) }));
    for (const [who, client] of [['agency', agency], ['user', user]] as const) {
      const token = await eventually(async () => {
        const [, newest] = await smsTo(product.urls[0]!, PHONES[who], /\/i\/([\w-]{43})/);
        return !seen.has(newest!) && seen.add(newest!) && newest!;
      }, 'a link not seen before');
      ok(await client.post(`/api/invitations/${token}/accept`, { representativeName: who === 'agency' ? '钱经理' : '李厂长', position: '经理' }));
    }
    return second;
  };
  const meet = async () => {
    sessionId = ok(await worker.post(at('/sessions'), { requestId: id(), startsAt: new Date(Date.now() + 15 * 60_000).toISOString(), minutes: 60, mode: 'online', mediatorId: mediator.accountId })).id;
    for (const who of [worker, agency, user]) {
      ok(await who.post(`/api/sessions/${sessionId}/consent`, { rulesVersion: RULES_VERSION }));
      ok(await who.post(`/api/sessions/${sessionId}/arrive`, {}));
    }
    return ok(await mediator.post(`/api/sessions/${sessionId}/open`)).rooms as { id: string; kind: string; respondent?: string }[];
  };

  it('is filed as a draft against both, each as what it is', async () => {
    await drafted();
    expect(ok(await worker.post(at('/file'), { requestId: id() }))).toMatchObject({ employerName: AGENCY, otherRespondents: [USER] });
    const { respondents, facts } = ok(await worker.get(at()));
    expect([respondents.map((r: { number: number; name: string; role: string }) => [r.number, r.name, r.role]), facts.disputeTypes.includes('DISPATCH')]).toEqual([[[1, AGENCY, 'agency'], [2, USER, 'user']], true]);
  });

  it('asks each by a link of its own, and each answers for itself', async () => {
    await joined();
    for (const [who, client] of [['agency', agency], ['user', user]] as const) {
      ok(await client.post(at('/answer'), { requestId: id(), claims: [{ claim: 0, position: who === 'agency' ? 'deny' : 'admit', reason: SECRETS[who] }] }));
    }
    const { answer, otherAnswers } = ok(await worker.get(at()));
    expect([answer.claims[0].position, otherAnswers[0].number, otherAnswers[0].answer.claims[0].position]).toEqual(['deny', 2, 'admit']);
    expect([(await everythingOf(agency)).includes(SECRETS.user), (await everythingOf(user)).includes(SECRETS.agency)]).toEqual([false, false]);
  });

  it('is mediated with both, each with a caucus of its own that the other one neither enters nor hears', async () => {
    const listed = async (who: Client) => ok(await who.get('/api/cases')).items.find((c: { id: string }) => c.id === caseId);
    const rooms = await meet();
    expect([(await listed(agency)).next?.kind, (await listed(user)).next?.kind]).toEqual(['session_open', 'session_open']);
    const joint = rooms.find((r) => r.kind === 'joint')!.id;
    const caucus = { agency: rooms.find((r) => r.kind === 'caucus_respondent' && !r.respondent)!.id, user: rooms.find((r) => r.respondent)!.id };
    const clients = { agency, user };
    const sockets = { agency: await agency.socket(), user: await user.socket() };
    const heard = { agency: '', user: '' };
    for (const who of ['agency', 'user'] as const) {
      sockets[who].onAny((event: string, payload: unknown) => (heard[who] += `${event} ${JSON.stringify(payload)}`));
      ok(await mediator.post(`/api/sessions/${sessionId}/place`, { accountId: clients[who].accountId, to: 'caucus' }));
    }
    for (const [who, other] of [['agency', 'user'], ['user', 'agency']] as const) {
      expect(await sockets[who].timeout(10_000).emitWithAck('room.join', { roomId: caucus[who], afterSeq: 0 })).toMatchObject({ ok: true });
      expect(await sockets[who].timeout(10_000).emitWithAck('room.join', { roomId: caucus[other], afterSeq: 0 })).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
      for (const path of ['', '/messages', '/search?q=只说']) expect([path, (await clients[who].get(`/api/rooms/${caucus[other]}${path}`)).status]).toEqual([path, 404]);
      expect((await clients[who].post(`/api/rooms/${caucus[other]}/messages`, { clientId: id(), kind: 'text', body: { text: '偷看' } })).status).toBe(404);
    }
    for (const who of ['agency', 'user'] as const) ok(await mediator.post(`/api/rooms/${caucus[who]}/messages`, { clientId: id(), kind: 'text', body: { text: `只说给${who}` } }));
    await eventually(async () => heard.agency.includes('只说给agency') && heard.user.includes('只说给user'), 'each hears its own caucus');
    expect([heard.agency.includes('只说给user'), heard.user.includes('只说给agency')]).toEqual([false, false]);
    for (const who of ['agency', 'user'] as const) {
      ok(await mediator.post(`/api/sessions/${sessionId}/place`, { accountId: clients[who].accountId, to: 'joint' }));
      expect(await sockets[who].timeout(10_000).emitWithAck('room.join', { roomId: joint, afterSeq: 0 })).toMatchObject({ ok: true });
      sockets[who].close();
    }
    ok(await agency.post(`/api/rooms/${joint}/messages`, { clientId: id(), kind: 'text', body: { text: '会上的话' } }));
    ok(await mediator.post(`/api/sessions/${sessionId}/close`, { outcome: 'failed', undisputedFacts: '', reason: '没有谈成' }));
    for (const [who, other] of [['agency', 'user'], ['user', 'agency']] as const) expect(await everythingOf(clients[who])).not.toMatch(new RegExp(`只说给${other}|${caucus[other]}|${SECRETS[other]}`));
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

  it('or comes to an agreement that both sign, jointly and severally liable, and that the commission reviews with both', async () => {
    await drafted();
    ok(await worker.post(at('/file'), { requestId: id() }));
    const second = await joined();
    await meet();
    const terms = { items: [{ kind: 'injury_disability', amountFen: 5_280_000 }], totalFen: 5_280_000, instalments: [{ dueDate: '2030-12-15', amountFen: 5_280_000 }] };
    ok(await worker.post(`/api/sessions/${sessionId}/proposals`, { requestId: id(), terms }));
    const offer = async () => ok(await worker.get(`/api/sessions/${sessionId}`)).proposals.at(-1);
    expect((await offer()).terms.binds).toEqual(['respondent', second]);
    // both at once: it is accepted once, when both have
    const { id: offerId } = await offer();
    for (const answer of await Promise.all([agency, user].map((who) => who.post(`/api/proposals/${offerId}/accept`)))) ok(answer);
    expect((await offer()).state).toBe('accepted');
    const { agreementId } = ok(await mediator.post(`/api/sessions/${sessionId}/close`, { outcome: 'agreed' }));
    const agreement = ok(await user.get(`/api/agreements/${agreementId}`));
    expect(agreement.signatures.map((s: { role: string }) => s.role).sort()).toEqual(['claimant', 'mediator', 'respondent', second].sort());
    if (ok(await worker.get(`/api/agreements/${agreementId}`)).fairness) for (const who of [mediator, worker]) ok(await who.post(`/api/agreements/${agreementId}/fairness-confirmation`));
    for (const [who, phone] of [[worker, '13800138060'], [agency, PHONES.agency], [user, PHONES.user]] as const) {
      ok(await who.post(`/api/agreements/${agreementId}/read`));
      expect((await mediator.post(`/api/agreements/${agreementId}/seal`)).body.code).toBe('AGREEMENT_UNSIGNED');
      ok(await who.post('/api/auth/confirmation-codes', { purpose: 'sign_agreement', subject: agreementId }));
      const [, code] = await smsTo(product.urls[0]!, phone, /确认码 (\d{6})/);
      ok(await who.post(`/api/agreements/${agreementId}/sign`, { code }));
    }
    ok(await mediator.post(`/api/agreements/${agreementId}/read`));
    ok(await mediator.post(`/api/agreements/${agreementId}/sign`, {}));
    ok(await mediator.post(`/api/agreements/${agreementId}/seal`));
    expect(ok(await user.get(at())).status).toBe('agreed');
    const paper = (await pdfText((await user.get(`/api/agreements/${agreementId}/pdf`)).body as Buffer)).replaceAll(/\s/g, '');
    for (const words of [`被申请人一${AGENCY}`, `被申请人二${USER}`, `${AGENCY}、${USER}向申请人支付共计52,800.00元，承担连带责任`, '钱经理', '李厂长']) expect([words, paper.includes(words)]).toEqual([words, true]);
    for (const who of [agency, user]) await eventually(async () => ok(await who.get('/api/notifications')).items.some((n: { kind: string; link: string }) => n.kind === 'agreement_sealed' && n.link.includes(agreementId)), 'each who signed is told that it is sealed');

    const { id: escalationId } = ok(await worker.post(at('/escalations'), { requestId: id(), track: 'arbitral_review' }));
    await eventually(async () => (await commission.get(`/api/partner/inbox/${escalationId}`)).status === 200, 'the packet is in the inbox', 60_000);
    expect(ok(await commission.get(`/api/partner/inbox/${escalationId}/manifest`)).respondents.map((r: { name: string }) => r.name)).toEqual([AGENCY, USER]);
    const text = (await pdfText((await commission.get(`/api/partner/inbox/${escalationId}/packet`)).body as Buffer)).replaceAll(/\s/g, '');
    for (const words of [`申请人（用人单位）一${AGENCY}`, `申请人（用人单位）二${USER}`]) expect([words, text.includes(words)]).toEqual([words, true]);
  });
});
