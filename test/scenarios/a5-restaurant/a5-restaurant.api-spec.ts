import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RULES_VERSION } from '@hejie/mediation/contract';
import { type Client, MODES, pdfText, type Product, signInByPhone, smsTo, startProduct } from '@hejie/test-kit';
import { demoStaff, id, ok, PNG } from '../people.js';

const WORKERS = 10;
const phoneOf = (n: number) => `1380013${String(8500 + n)}`;
const nameOf = (n: number) => `${'陈李王张刘赵周吴郑孙冯'[n]}小${'一二三四五六七八九十甲'[n]}`;
/** The four statutory days of Spring Festival 2026, ten hours each. */
const DAYS = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'].map((date) => ({ date, hours: 10 }));
/** 2,349 yuan a month: 13.50 an hour, 40 hours at 300 % = 1,620 yuan each, 16,200 for all. */
const WAGE = 234_900;
const EACH = 162_000;

/** A restaurant (滨海) gave time off for Spring Festival: ten workers, their representatives, and a union delegate get it paid. */
describe.each(MODES)('scenario A5 (%s)', (mode) => {
  let product: Product;
  let filer: Client;
  let member: Client;
  let employer: Client;
  let mediator: Client;
  let delegate: Client;
  let operator: Client;
  let caseId: string;
  let memberIds: string[];
  let sessionId: string;
  let agreementId: string;

  beforeAll(async () => {
    product = await startProduct(mode);
    const [one, two] = [product.urls[0]!, product.urls.at(-1)!];
    filer = await signInByPhone(one, phoneOf(0), nameOf(0));
    employer = await signInByPhone(two, '13900138500', '钱店长');
    mediator = await demoStaff(product, 'mediator', 0);
    delegate = await demoStaff(product, 'grid', 1);
    operator = await demoStaff(product, 'operator', 0);
  }, 90_000);
  afterAll(async () => {
    for (const c of [filer, member, employer, mediator, delegate, operator]) c?.close();
    await product?.close();
  });

  const group = async (who: Client) => ok(await who.get(`/api/cases/${caseId}/group`));
  const add = (who: Client, n: number, more: object = {}) => who.post(`/api/cases/${caseId}/group/members`, { requestId: id(), name: nameOf(n), phone: phoneOf(n), monthlyWageFen: WAGE, days: DAYS, ...more });
  const codeFor = async (who: Client, phone: string, purpose: string, subject: string) => {
    ok(await who.post('/api/auth/confirmation-codes', { purpose, subject }));
    return (await smsTo(product.urls[0]!, phone, purpose === 'join_group' ? /确认参加一起多人劳动争议，确认码 (\d{6})/ : purpose === 'accept_share' ? /属于您本人的金额，确认码 (\d{6})/ : /签署调解协议书，确认码 (\d{6})/))[1]!;
  };
  const terms = (each = EACH, ids = memberIds) => ({
    items: [{ kind: 'overtime_pay', amountFen: each * ids.length }],
    totalFen: each * ids.length,
    instalments: [{ dueDate: '2030-12-15', amountFen: each * ids.length }],
    shares: ids.map((memberId) => ({ memberId, amountFen: each })),
  });

  it('is filed with the hotline by one of them, and the employer answers the invitation', async () => {
    ({ caseId } = ok(
      await operator.post('/api/cases/quick', {
        requestId: id(),
        behalf: { name: nameOf(0), phone: phoneOf(0), consent: '已告知并同意工会代为提交' },
        facts: {
          disputeTypes: ['OVERTIME'],
          region: '滨海县',
          employer: { name: '滨海县某酒店' },
          employment: { contract: 'yes', insured: 'yes', platformWork: false, monthlyWageFen: WAGE },
          claims: [{ kind: 'overtime_pay', amountFen: EACH * WORKERS }],
          story: '春节四天法定节假日都上班，酒店只安排了补休，没有支付三倍工资。',
          groupSize: WORKERS,
        },
      }),
    ));
    ok(await operator.post(`/api/cases/${caseId}/invitations`, { requestId: id(), phone: '13900138500' }));
    const [, token] = await smsTo(product.urls[0]!, '13900138500', /\/i\/([\w-]{43})/);
    ok(await employer.post(`/api/invitations/${token}/accept`, { representativeName: '钱店长', position: '店长' }));
  });

  it('lists each worker with the 300 % due to them alone; time off does not replace it', async () => {
    ok(await add(filer, 0));
    const [row] = (await group(filer)).members;
    expect(row).toMatchObject({ name: nameOf(0), status: 'invited', dueFen: EACH });
    expect(row.working.map((w: { zh: string }) => w.zh).join()).toContain('10 小时 × 300%');
    const before = await group(filer);
    expect(await add(filer, 1, { days: [{ date: '2031-02-20', hours: 8 }] })).toMatchObject({ status: 422, body: { code: 'GROUP_CALENDAR_MISSING' } });
    expect(await add(filer, 1, { consent: '电话里同意' })).toMatchObject({ status: 403, body: { code: 'GROUP_CONSENT_BY_OFFICER' } });
    expect(await group(filer)).toEqual(before);
  });

  it('has each agree for themselves: by a code to the own phone, or before an officer', async () => {
    expect(ok(await filer.post(`/api/cases/${caseId}/group/me/confirmation`, { code: await codeFor(filer, phoneOf(0), 'join_group', (await group(filer)).members[0].id) })).items[0]).toMatchObject({ status: 'in', workers: 1 });
    ok(await add(filer, 1));
    member = await signInByPhone(product.urls.at(-1)!, phoneOf(1));
    const [mine] = ok(await member.get('/api/group-memberships')).items;
    expect(mine).toMatchObject({ name: nameOf(1), status: 'invited', dueFen: EACH, addedBy: nameOf(0), workers: 1, representatives: [] });
    expect(await member.post(`/api/cases/${caseId}/group/me/confirmation`, { code: '000000' })).toMatchObject({ status: 400, body: { code: 'CODE_INVALID' } });
    expect((await group(filer)).workers).toBe(1);
    ok(await member.post(`/api/cases/${caseId}/group/me/confirmation`, { code: await codeFor(member, phoneOf(1), 'join_group', mine.id) }));
    for (let n = 2; n < WORKERS; n++) ok(await add(operator, n, { consent: '本人到场，听读后同意参加' }));
    expect(await group(filer)).toMatchObject({ workers: WORKERS, dueFen: EACH * WORKERS, collective: { isCollective: true, minReps: 3, maxReps: 5 } });
    memberIds = (await group(filer)).members.map((m: { id: string }) => m.id);
  });

  it('keeps the others from a member, and their names from the employer', async () => {
    const told = JSON.stringify([ok(await member.get('/api/group-memberships')), (await member.get(`/api/cases/${caseId}/group`)).status, (await member.get(`/api/cases/${caseId}`)).status, (await member.get(`/api/cases/${caseId}/evidence`)).status, ok(await member.get(`/api/rooms?caseId=${caseId}`)).items]);
    for (let n = 2; n < WORKERS; n++) expect(told).not.toContain(nameOf(n));
    expect(told).toContain('404,404,404,[]');
    const seen = await group(employer);
    expect(seen).toMatchObject({ workers: WORKERS, dueFen: EACH * WORKERS });
    expect(seen.members.map((m: { name: string }) => m.name)).toContain('陈某');
    expect(JSON.stringify(seen)).not.toContain(nameOf(3));
  });

  it('elects three to five of them on paper, from ten on, and nothing changes otherwise', async () => {
    const paper = ok(await filer.upload(`/api/cases/${caseId}/evidence`, { name: '推举.png', type: 'image/png', bytes: PNG }, { title: '推举代表人证明书' }));
    const elect = (ids: string[], evidenceId = paper.id) => filer.post(`/api/cases/${caseId}/group/representatives`, { requestId: id(), memberIds: ids, evidenceId });
    const before = await group(filer);
    expect(await elect(memberIds.slice(0, 2))).toMatchObject({ status: 422, body: { code: 'GROUP_REPRESENTATIVES_NUMBER' } });
    expect(await elect(memberIds.slice(0, 6))).toMatchObject({ status: 422, body: { code: 'GROUP_REPRESENTATIVES_NUMBER' } });
    expect(await elect([...memberIds.slice(0, 2), id()])).toMatchObject({ status: 422, body: { code: 'GROUP_NOT_MEMBER' } });
    expect(await elect(memberIds.slice(0, 3), id())).toMatchObject({ status: 422, body: { code: 'CASE_PROOF_MISSING' } });
    expect(await group(filer)).toEqual(before);
    ok(await elect(memberIds.slice(0, 3)));
    expect(ok(await member.get('/api/group-memberships')).items[0].representatives).toEqual([nameOf(0), nameOf(1), nameOf(2)]);
    // a representative sees the group, but not what is the claimant's alone
    expect((await group(member)).members[5].name).toBe(nameOf(5));
    expect((await member.get(`/api/cases/${caseId}/particulars`)).status).toBe(404);
  });

  it('lets a union delegate act by a letter, within its scope', async () => {
    expect((await delegate.get(`/api/cases/${caseId}`)).status).toBe(404);
    const letter = ok(await filer.upload(`/api/cases/${caseId}/evidence`, { name: '委托书.png', type: 'image/png', bytes: PNG }, { title: '授权委托书' }));
    const grant = (more: object) => filer.post(`/api/cases/${caseId}/delegations`, { requestId: id(), delegateId: delegate.accountId, powers: ['negotiate', 'settle'], leastTotalFen: 1_600_000, validUntil: '2030-12-31', evidenceId: letter.id, ...more });
    expect(await grant({ validUntil: '2020-01-01' })).toMatchObject({ status: 422, body: { code: 'DELEGATION_IN_PAST' } });
    expect(await grant({ delegateId: employer.accountId })).toMatchObject({ status: 422, body: { code: 'DELEGATE_UNFIT' } });
    expect(ok(await grant({})).items[0]).toMatchObject({ workers: WORKERS, powers: ['negotiate', 'settle'], state: 'valid' });
    expect(ok(await delegate.get(`/api/cases/${caseId}`)).relations).toContain('delegate');
    for (const who of [employer, mediator]) expect((await who.get(`/api/cases/${caseId}/delegations`)).status).toBe(404);
    for (const who of [employer, delegate]) expect((await who.get(`/api/cases/${caseId}/delegations/fit`)).body.items).toBeUndefined();
    const names = (ok(await filer.get(`/api/cases/${caseId}/delegations/fit`)).items as { people: { accountId: string }[] }[]).flatMap((o) => o.people.map((p) => p.accountId));
    expect(names).toContain(delegate.accountId);
    expect(names).not.toContain(mediator.accountId);
    // a member knows who acts for them and until when, but not how low they may go
    expect(ok(await member.get('/api/group-memberships')).items[0].delegates).toEqual([{ name: '网格员小丁', powers: ['negotiate', 'settle'], validUntil: '2030-12-31' }]);
    expect(ok(await delegate.get('/api/desk/caseload')).items.map((c: { caseId: string }) => c.caseId)).toContain(caseId);

    sessionId = ok(await filer.post(`/api/cases/${caseId}/sessions`, { requestId: id(), startsAt: new Date(Date.now() + 60_000).toISOString(), minutes: 60, mode: 'online', mediatorId: mediator.accountId })).id;
    for (const who of [filer, employer]) {
      ok(await who.post(`/api/sessions/${sessionId}/consent`, { rulesVersion: RULES_VERSION }));
      ok(await who.post(`/api/sessions/${sessionId}/arrive`));
    }
    ok(await mediator.post(`/api/sessions/${sessionId}/open`));
    for (const who of [delegate, member]) expect(ok(await who.get(`/api/cases/${caseId}/sessions`)).items.map((s: { id: string }) => s.id)).toEqual([sessionId]);
    // who sets the agreement up tells two workers of one surname apart
    expect((await group(mediator)).members.map((m: { name: string }) => m.name)).toContain(nameOf(5));
    const offer = (by: Client, of: object) => by.post(`/api/sessions/${sessionId}/proposals`, { requestId: id(), terms: of });
    const offers = async () => ok(await filer.get(`/api/sessions/${sessionId}`)).proposals;
    expect(await offer(delegate, terms(150_000))).toMatchObject({ status: 403, body: { code: 'DELEGATION_SCOPE' } });
    expect(await offer(delegate, terms(EACH, memberIds.slice(1)))).toMatchObject({ status: 403 });
    expect(await offer(employer, terms(EACH, memberIds.slice(1)))).toMatchObject({ status: 422, body: { code: 'TERMS_SHARES_UNFIT' } });
    expect(await offers()).toEqual([]);
    ok(await offer(employer, terms(150_000)));
    expect(await delegate.post(`/api/proposals/${(await offers())[0].id}/accept`)).toMatchObject({ status: 403, body: { code: 'DELEGATION_SCOPE' } });
    ok(await delegate.post(`/api/proposals/${(await offers())[0].id}/counter`, { requestId: id(), terms: terms() }));
    const open = (await offers()).find((p: { state: string }) => p.state === 'open');
    ok(await employer.post(`/api/proposals/${open.id}/accept`));
    agreementId = ok(await filer.get(`/api/cases/${caseId}/agreements`)).items[0].id;
    expect(ok(await delegate.get(`/api/agreements/${agreementId}`)).signatures.some((s: { mine: boolean }) => s.mine)).toBe(false);
    expect(await delegate.post(`/api/agreements/${agreementId}/read`)).toMatchObject({ status: 403, body: { code: 'DELEGATION_SCOPE' } });
  });

  it('refuses a delegate whose letter was revoked, and nothing changes', async () => {
    const [{ id: delegationId }] = ok(await filer.get(`/api/cases/${caseId}/delegations`)).items;
    expect(ok(await filer.post(`/api/cases/${caseId}/delegations/revocation`, { delegationId })).items[0].state).toBe('revoked');
    const before = ok(await filer.get(`/api/sessions/${sessionId}`));
    expect(await delegate.post(`/api/sessions/${sessionId}/proposals`, { requestId: id(), terms: terms() })).toMatchObject({ status: 403, body: { code: 'DELEGATION_ENDED' } });
    expect((await delegate.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect(ok(await delegate.get('/api/desk/caseload')).items.map((c: { caseId: string }) => c.caseId)).not.toContain(caseId);
    expect(ok(await member.get('/api/group-memberships')).items[0].delegates).toEqual([]);
    expect(ok(await filer.get(`/api/sessions/${sessionId}`))).toEqual(before);
  });

  it('is signed for the workers only when each has accepted the own amount', async () => {
    const read = async (who: Client) => ok(await who.post(`/api/agreements/${agreementId}/read`));
    for (const who of [filer, employer, mediator]) await read(who);
    const unsigned = ok(await filer.get(`/api/agreements/${agreementId}`));
    expect(await filer.post(`/api/agreements/${agreementId}/sign`, { code: '000000' })).toMatchObject({ status: 409, body: { code: 'AGREEMENT_MEMBERS_PENDING' } });
    expect(ok(await filer.get(`/api/agreements/${agreementId}`))).toEqual(unsigned);
    expect(ok(await member.get('/api/my-shares')).items).toMatchObject([{ agreementId, name: nameOf(1), amountFen: EACH, totalFen: EACH * WORKERS, workers: WORKERS, acceptedAt: null }]);
    for (const [n, who] of [filer, member].entries()) ok(await who.post(`/api/agreements/${agreementId}/shares/acceptance`, { code: await codeFor(who, phoneOf(n), 'accept_share', agreementId) }));
    for (const memberId of memberIds.slice(2)) ok(await operator.post(`/api/agreements/${agreementId}/shares/acceptance`, { memberId, consent: '本人到场，听读后同意本人金额' }));
    const table = ok(await employer.get(`/api/agreements/${agreementId}/shares`));
    expect(table).toMatchObject({ totalFen: 1_620_000, paidFen: 0, leftFen: 1_620_000, mayPay: false, mayAccept: false });
    expect(ok(await operator.get(`/api/agreements/${agreementId}/shares`))).toMatchObject({ mayPay: true, mayAccept: true });
    expect(ok(await filer.get(`/api/agreements/${agreementId}/shares`))).toMatchObject({ mayPay: true, mayAccept: false });
    expect(table.items.every((i: { name: string; acceptedAt: string | null }) => i.name.endsWith('某') && i.acceptedAt)).toBe(true);
  });

  it('is sealed with every worker in it, and paid worker by worker', async () => {
    for (const [who, phone] of [[filer, phoneOf(0)], [employer, '13900138500']] as const) ok(await who.post(`/api/agreements/${agreementId}/sign`, { code: await codeFor(who, phone, 'sign_agreement', agreementId) }));
    ok(await mediator.post(`/api/agreements/${agreementId}/sign`, {}));
    ok(await mediator.post(`/api/agreements/${agreementId}/seal`));
    const text = await pdfText((await filer.get(`/api/agreements/${agreementId}/pdf`)).body as Buffer);
    for (let n = 0; n < WORKERS; n++) expect(text.replace(/\s/g, '')).toContain(nameOf(n));
    expect(await filer.post(`/api/agreements/${agreementId}/instalments/1/paid`, {})).toMatchObject({ status: 409, body: { code: 'AGREEMENT_PER_WORKER' } });
    expect(await member.post(`/api/cases/${caseId}/group/me/departure`, { requestId: id() })).toMatchObject({ status: 409, body: { code: 'GROUP_CLOSED' } });

    const table = async () => ok(await filer.get(`/api/agreements/${agreementId}/shares`));
    const pay = (who: Client, memberId: string, amountFen: number) => who.post(`/api/agreements/${agreementId}/shares/payments`, { requestId: id(), memberId, amountFen, paidOn: '2026-11-21' });
    ok(await pay(member, memberIds[1]!, 100_000));
    const before = await table();
    expect(before).toMatchObject({ paidFen: 100_000, leftFen: 1_520_000 });
    expect(await pay(member, memberIds[1]!, EACH)).toMatchObject({ status: 422, body: { code: 'SHARE_OVERPAID', leftFen: 62_000 } });
    expect((await pay(employer, memberIds[1]!, 62_000)).status).toBe(404);
    expect(await table()).toEqual(before);
    ok(await pay(member, memberIds[1]!, 62_000));
    for (const memberId of memberIds.filter((m) => m !== memberIds[1])) ok(await pay(operator, memberId, EACH));
    expect(await table()).toMatchObject({ paidFen: 1_620_000, leftFen: 0 });
    expect(ok(await filer.get(`/api/cases/${caseId}`))).toMatchObject({ status: 'closed', outcome: 'settled', amountSettledFen: 1_620_000 });
  });
});
