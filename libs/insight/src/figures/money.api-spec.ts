import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseMembers, ImportCase } from '@hejie/cases';
import { aFiledCase, aGroup } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import type { OrganisationKind } from '@hejie/identity/contract';
import { someTerms } from '@hejie/mediation/testing';
import { civilDate, UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { pastCases } from '../../../../apps/standalone/demo/past-cases.js';
import { CompileInsight } from '../compile/compile-insight.js';
import type { City, FigureCase, FigureCases } from '../contract/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const SHARE = 100_000;
const id = () => crypto.randomUUID();

type Name = 'half' | 'sealed' | 'confirmed' | 'group' | 'untold' | 'denied' | 'cameAfterAll' | 'awarded' | 'judged' | 'droppedThere' | 'pastPerformed' | 'pastAgreed';
const SUMS = ['cases', 'settled', 'agreedFen', 'paidFen', 'awardedFen', 'awards', 'awardsWithoutAmount'] as const;

interface Event { case_id: string; kind: string; data: { amountFen?: number; imported?: true; text?: string } }

/** What was promised, what arrived and what was granted are different sums: each is held to what happened, read from the timelines. */
describe('the money of a city', () => {
  let t: TestApp;
  let legal: Client;
  let worker: Client;
  let operator: Client;
  let mediator: Client;
  let commission: Client;
  let court: Client;
  const cases = {} as Record<Name, string>;

  const ok = ({ status, body }: { status: number; body: any }) => {
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  const partner = async (kind: OrganisationKind, name: string) => {
    const organisations = t.app.get(Organisations);
    const parentId = (await organisations.root())!.id;
    const made = await t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name, kind, parentId }));
    return createStaff(t, 'partner', name, { organisationId: made.id });
  };
  const proof = async (who: Client, caseId: string) => ok(await who.upload(`/api/cases/${caseId}/evidence`, { name: '凭证.png', type: 'image/png', bytes: PNG }, { title: '凭证', visibility: 'shared' })).id as string;
  /** An agreement that was signed on paper; answers its id. */
  const settle = async (who: Client, caseId: string, terms: object): Promise<string> => {
    ok(await who.post(`/api/cases/${caseId}/path`, { requestId: id(), path: 'mediate_onsite', expectedStatus: 'filed' }));
    await t.app.get(UnitOfWork).run((tx) => t.app.get(CaseMembers).add(tx, caseId, mediator.accountId, 'mediator'));
    return ok(await mediator.post(`/api/cases/${caseId}/onsite-results`, { requestId: id(), terms, signedOn: civilDate(t.now()), evidenceId: await proof(mediator, caseId), respondentRepresentative: '孙厂长', fairnessConfirmed: true })).id;
  };
  const paidAfterContact = async (phone: string, amountFen: number, ...answers: boolean[]): Promise<string> => {
    const { caseId } = await aFiledCase(operator, { claimant: undefined, behalf: { name: '郭庆华', phone, consent: '已告知并同意工会代为提交' } });
    ok(await operator.post(`/api/cases/${caseId}/moves`, { requestId: id(), move: 'paid_after_contact', expectedStatus: 'filed', amountFen, evidenceId: await proof(operator, caseId) }));
    const claimant = await signInByPhone(t.url, phone, '郭庆华');
    for (const received of answers) ok(await claimant.post(`/api/cases/${caseId}/payment-receipt`, { requestId: id(), received }));
    return caseId;
  };
  const handOn = async (caseId: string, track: string, who: Client, end: { status: string; amountFen?: number }) => {
    const { id: item } = ok(await worker.post(`/api/cases/${caseId}/escalations`, { requestId: id(), track }));
    await eventually(async () => (await who.get(`/api/partner/inbox/${item}`)).status === 200, 'the packet is in the inbox');
    ok(await who.post(`/api/partner/inbox/${item}/receipt`, { requestId: id(), reference: '第1号' }));
    for (const step of [{ status: 'accepted' }, end]) ok(await who.post(`/api/partner/inbox/${item}/status`, { requestId: id(), text: '说明', date: civilDate(new Date()), ...step }));
  };

  beforeAll(async () => {
    t = await startTestApp();
    legal = await createStaff(t, 'legal_officer', '法律部赵');
    worker = await signInByPhone(t.url, '13800002001', '姜小明');
    operator = await createStaff(t, 'operator', '坐席周');
    mediator = await createStaff(t, 'mediator', '陈调解');
    [commission, court] = [await partner('commission', '仲裁委'), await partner('court', '法院')];
    const file = async () => (await aFiledCase(worker)).caseId;

    cases.half = await file();
    const half = await settle(worker, cases.half, someTerms());
    ok(await worker.post(`/api/agreements/${half}/instalments/1/paid`, {}));
    cases.sealed = await file();
    await settle(worker, cases.sealed, someTerms(3_000_000));
    cases.confirmed = await file();
    await settle(worker, cases.confirmed, someTerms(4_000_000));
    await handOn(cases.confirmed, 'judicial_confirmation', court, { status: 'closed', amountFen: 4_000_000 });

    cases.group = (await aFiledCase(operator, { claimant: undefined, behalf: { name: '陈小一', phone: '13800660000', consent: '已告知并同意工会代为提交' } })).caseId;
    const { members } = await aGroup(operator, cases.group, 3);
    const shares = members.map((m) => ({ memberId: m.id, amountFen: SHARE }));
    const group = await settle(operator, cases.group, { items: [{ kind: 'overtime_pay', amountFen: 3 * SHARE }], totalFen: 3 * SHARE, instalments: [{ dueDate: '2030-12-15', amountFen: SHARE }, { dueDate: '2031-01-15', amountFen: 2 * SHARE }], shares });
    const pay = async (n: number, amountFen: number) => ok(await operator.post(`/api/agreements/${group}/shares/payments`, { requestId: id(), memberId: members[n]!.id, amountFen, paidOn: civilDate(t.now()) }));
    // reaches the first instalment and part of the second
    await pay(0, SHARE);
    await pay(1, 40_000);

    cases.untold = await paidAfterContact('13800002011', 80_200);
    cases.denied = await paidAfterContact('13800002012', 90_000, false);
    cases.cameAfterAll = await paidAfterContact('13800002013', 70_000, false, true);

    cases.awarded = await file();
    await handOn(cases.awarded, 'arbitration', commission, { status: 'awarded', amountFen: 4_600_000 });
    cases.judged = await file();
    await handOn(cases.judged, 'litigation', court, { status: 'awarded' });
    cases.droppedThere = await file();
    await handOn(cases.droppedThere, 'arbitration', commission, { status: 'closed' });

    const { path } = (await t.app.get(Organisations).root())!;
    const [past] = pastCases(t.now()).filter((c) => c.outcome === 'settled');
    const take = (c: typeof past) => t.app.get(UnitOfWork).run((tx) => t.app.get(ImportCase).execute(tx, { ...c!, settledFen: 500_000, claimantId: worker.accountId, organisationPath: path }));
    cases.pastPerformed = await take(past);
    cases.pastAgreed = await take({ ...past!, status: 'agreed', outcome: null, history: past!.history.slice(0, 2) });
    await t.app.get(CompileInsight).compile();
  }, 120_000);
  afterAll(() => t?.close());

  const city = async (): Promise<City> => (await legal.get('/api/insight/city')).body;
  const behind = async (figure: string): Promise<FigureCases> => (await legal.get(`/api/insight/cases?figure=${figure}&limit=200`)).body;
  const names = (items: readonly FigureCase[]) => items.map((c) => Object.entries(cases).find(([, caseId]) => caseId === c.caseId)![0]).sort();
  const total = (items: readonly FigureCase[], of: (c: FigureCase) => number | null) => items.reduce((sum, c) => sum + (of(c) ?? 0), 0);

  /** What the timelines tell, line by line; an imported case's amount stands in no line. */
  async function told() {
    const events = await t.db.query<Event[]>('select case_id, kind, data from case_event order by id');
    const sum = (some: readonly Event[]) => some.reduce((fen, e) => fen + (e.data.amountFen ?? 0), 0);
    const of = (kind: string) => events.filter((e) => e.kind === kind);
    const saidNo = (caseId: string) => events.filter((e) => e.case_id === caseId && e.kind.startsWith('cases.payment_')).at(-1)?.kind === 'cases.payment_denied';
    const imported = of('cases.perform').filter((e) => e.data.imported).length * 500_000;
    return {
      paidFen: sum(of('mediation.paid')) + sum(of('mediation.share_paid')) + sum(of('cases.paid_after_contact').filter((e) => !saidNo(e.case_id))) + imported,
      awardedFen: sum(of('escalation.awarded')),
      awards: of('escalation.awarded').length,
      awardsWithoutAmount: of('escalation.awarded').filter((e) => e.data.amountFen === undefined).length,
    };
  }

  it('is paid as far as the timelines say so, and granted as far as a partner reported it', async () => {
    expect(await city()).toMatchObject(await told());
    expect(await told()).toEqual({ paidFen: 4_280_000 + SHARE + 40_000 + 80_200 + 70_000 + 500_000, awardedFen: 4_600_000, awards: 2, awardsWithoutAmount: 1 });
  });

  it('is agreed where an agreement was sealed, paid or not, and a payment without one is not', async () => {
    const agreed = await behind('agreed');
    expect(names(agreed.items)).toEqual(['confirmed', 'group', 'half', 'pastAgreed', 'pastPerformed', 'sealed']);
    expect((await city()).agreedFen).toBe(5_280_000 + 3_000_000 + 4_000_000 + 3 * SHARE + 2 * 500_000);
    expect(agreed.agreedFen).toBe((await city()).agreedFen);
    expect(total(agreed.items, (c) => c.agreedFen)).toBe(agreed.agreedFen);
  });

  it('opens what was paid to the cases where money came', async () => {
    const paid = await behind('paid');
    expect(names(paid.items)).toEqual(['cameAfterAll', 'group', 'half', 'pastPerformed', 'untold']);
    expect(total(paid.items, (c) => c.paidFen)).toBe((await city()).paidFen);
    expect(paid.items.map((c) => c.paidFen)).toEqual(paid.items.map((c) => c.paidFen).sort((a, b) => b - a));
  });

  it('opens awards and judgments to their cases, and says of one that no amount is known; a confirmation of an agreement is none', async () => {
    const awarded = await behind('awarded');
    expect(names(awarded.items)).toEqual(['awarded', 'judged']);
    expect(awarded.items.map((c) => c.awardedFen)).toEqual([4_600_000, null]);
    expect(awarded).toMatchObject({ total: 2, awards: 2, awardsWithoutAmount: 1, awardedFen: 4_600_000 });
  });

  it('stands by type and month as in all', async () => {
    const { byType, byMonth, ...all } = await city();
    const groupings: readonly (readonly Pick<City, (typeof SUMS)[number]>[])[] = [byType, byMonth];
    for (const groups of groupings) {
      for (const key of SUMS) expect([key, groups.reduce((sum, g) => sum + g[key], 0)]).toEqual([key, all[key]]);
    }
  });
});
