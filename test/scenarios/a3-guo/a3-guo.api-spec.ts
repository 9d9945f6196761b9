import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SheetView } from '@hejie/entitlement/contract';
import { type Client, eventually, MODES, type Product, signInByPhone, smsTo, startProduct } from '@hejie/test-kit';
import { demoStaff, id, ok, PNG } from '../people.js';

/** Guo 郭先生 (晋城): short of 802 yuan of sick pay; he calls, the union calls the company, and it pays in full. */
describe.each(MODES)('scenario A3 (%s)', (mode) => {
  let product: Product;
  let operator: Client;
  let lawyer: Client;
  let legal: Client;
  let second: Client;
  let worker: Client;
  let caseId: string;
  let shortFen: number;
  let paidBefore: number;

  beforeAll(async () => {
    product = await startProduct(mode);
    operator = await demoStaff(product, 'operator', 0);
    lawyer = await demoStaff(product, 'lawyer2', 1);
    legal = await demoStaff(product, 'legal', 0);
    second = await demoStaff(product, 'legal2', 1);
    paidBefore = (await eventually(async () => ((n) => n.paidFen > 0 && n)(await city()), 'the numbers are compiled', 60_000)).paidFen;
  }, 90_000);
  afterAll(async () => {
    for (const c of [operator, lawyer, legal, second, worker]) c?.close();
    await product?.close();
  });

  const city = async () => ok(await legal.get('/api/insight/city')) as { paidFen: number };
  const sheet = async () => ok(await operator.post(`/api/cases/${caseId}/sheets`)) as SheetView;
  const sickPay = (s: SheetView) => s.content!.lines.find((l) => l.claim === 'sick_pay')!;
  const answer = async (question: string, value: unknown) => {
    const { version } = ok(await operator.get(`/api/cases/${caseId}/legal-answers`));
    ok(await operator.put(`/api/cases/${caseId}/legal-answers`, { question, answer: value, expectedVersion: version }));
  };

  it('is opened by the operator during the call, and the worker has the number by SMS', async () => {
    const receipt = ok(
      await operator.post('/api/cases/quick', {
        requestId: id(),
        behalf: { name: '郭庆华', phone: '13800138031', consent: '已告知并同意工会代为提交、联系单位' },
        facts: {
          disputeTypes: ['SICK_LEAVE_PAY'],
          region: '晋城市',
          employer: { name: '晋城市某餐饮公司' },
          employment: { contract: 'yes', insured: 'yes', platformWork: false, startDate: '2023-03-01' },
          claims: [{ kind: 'sick_pay' }],
          story: '住院休病假一个月，单位只发了798元。',
        },
      }),
    );
    caseId = receipt.caseId;
    const [, number] = await smsTo(product.urls[0]!, '13800138031', /编号 (和调〔\d{4}〕\d{6}号)/);
    expect(number).toBe(receipt.number);
    expect(ok(await operator.get(`/api/cases/${caseId}`)).relations).toContain('officer');
  });

  it('says that the floor is not available while nobody has loaded the minimum wage, never 0', async () => {
    for (const [question, value] of [['age', 'adult'], ['licensed', 'yes'], ['stillEmployed', 'yes'], ['sickPaid', 798], ['sickMonths', 1]] as const) await answer(question, value);
    expect(sickPay(await sheet())).toMatchObject({ lowFen: null, highFen: null, missingTables: [{ field: 'localMinMonthlyWage' }] });
  });

  it('checks the wage against 80 % of the local minimum wage once two officers have loaded it: 802 yuan short', async () => {
    // illustrative, not the city's real standard
    const rows = [{ region: '山西省/晋城市', figure: 'min_monthly_wage', value: 200_000, validFrom: '2020-01-01', validTo: null, sourceTitle: '示例数据，非真实标准', sourceUrl: null, certainty: 'unverified' }];
    const change = ok(await legal.post('/api/local-figures/changes', { requestId: id(), reason: '录入当地最低工资', rows }));
    expect((await legal.post(`/api/local-figures/changes/${change.id}/decision`, { requestId: id(), approve: true })).body.code).toBe('FIGURES_NEED_ANOTHER');
    ok(await second.post(`/api/local-figures/changes/${change.id}/decision`, { requestId: id(), approve: true }));
    const line = sickPay(await sheet());
    expect(line).toMatchObject({ lowFen: 80_200, highFen: 80_200, missingTables: [] });
    expect(line.rulings.flatMap((r) => r.working.map((w) => w.zh)).join()).toContain('2000 × 80% = 1600');
    shortFen = line.highFen!;
  });

  it('brings in a lawyer, and lawyer and union call the company', async () => {
    ok(await operator.post(`/api/cases/${caseId}/lawyer-requests`, { requestId: id(), lawyerId: lawyer.accountId }));
    const request = ok(await lawyer.get('/api/lawyer-requests')).items.find((r: { status: string }) => r.status === 'open');
    ok(await lawyer.post(`/api/lawyer-requests/${request.id}/declare`, { conflict: false }));
    ok(await lawyer.post(`/api/lawyer-requests/${request.id}/accept`));
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
    ok(await lawyer.post(`/api/cases/${caseId}/legal-events`, { requestId: id(), kind: 'demanded', on: today, by: 'worker', note: '律师与工会电话联系单位，说明病假工资最低标准' }));
    ok(await operator.post(`/api/cases/${caseId}/legal-events`, { requestId: id(), kind: 'payment_promised', on: today, by: 'employer', note: '单位答应当天补足' }));
    const { clocks } = ok(await lawyer.get(`/api/cases/${caseId}/clocks`));
    expect(clocks.find((c: { rule: string }) => c.rule === 'NEGOTIATION_REPLY_5D')).toBeDefined();
  });

  it('is not closed without a proof, and nothing changes', async () => {
    const before = ok(await operator.get(`/api/cases/${caseId}`));
    const paid = { move: 'paid_after_contact', expectedStatus: before.status, amountFen: shortFen };
    expect(await operator.post(`/api/cases/${caseId}/moves`, { requestId: id(), ...paid })).toMatchObject({ status: 422, body: { code: 'CASE_PROOF_MISSING' } });
    expect(await operator.post(`/api/cases/${caseId}/moves`, { requestId: id(), ...paid, evidenceId: id() })).toMatchObject({ status: 422, body: { code: 'CASE_PROOF_MISSING' } });
    expect(ok(await operator.get(`/api/cases/${caseId}`))).toEqual(before);
  });

  it('is closed as paid after contact on the proof, with no mediation, and the worker is told', async () => {
    const proof = ok(await operator.upload(`/api/cases/${caseId}/evidence`, { name: '转账.png', type: 'image/png', bytes: PNG }, { title: '单位转账凭证' }));
    const { status } = ok(await operator.get(`/api/cases/${caseId}`));
    const closed = ok(await operator.post(`/api/cases/${caseId}/moves`, { requestId: id(), move: 'paid_after_contact', expectedStatus: status, amountFen: shortFen, evidenceId: proof.id }));
    expect(closed).toMatchObject({ status: 'closed', outcome: 'paid_after_contact', amountSettledFen: 80_200, paymentReceipt: null, mediationDue: null });
    expect(ok(await operator.get(`/api/cases/${caseId}/sessions`)).items).toEqual([]);
    const { items } = ok(await operator.get(`/api/cases/${caseId}/timeline`));
    expect(items.find((e: { kind: string }) => e.kind === 'cases.paid_after_contact').data).toMatchObject({ evidenceId: proof.id, sha256: proof.sha256, amountFen: 80_200 });
    expect(items.some((e: { kind: string }) => e.kind === 'cases.mediate')).toBe(false);
    await smsTo(product.urls[0]!, '13800138031', /单位已支付 802 元/);
  });

  it('has the worker confirm from his own phone that the money came', async () => {
    worker = await signInByPhone(product.urls.at(-1)!, '13800138031');
    expect(ok(await worker.get('/api/notifications')).items.map((n: { kind: string }) => n.kind)).toContain('paid_after_contact');
    expect(ok(await worker.post(`/api/cases/${caseId}/payment-receipt`, { requestId: id(), received: true })).paymentReceipt).toMatchObject({ received: true });
    expect(ok(await operator.get(`/api/cases/${caseId}`)).paymentReceipt).toMatchObject({ received: true });
  });

  it("counts the 802 yuan in the city's numbers, and the figure opens to the case", async () => {
    const behind = async () => ok(await legal.get('/api/insight/cases?figure=paid&limit=200&type=SICK_LEAVE_PAY')).items as { caseId: string; agreedFen: number; paidFen: number }[];
    const found = await eventually(async () => (await behind()).find((c) => c.caseId === caseId), 'the numbers count it');
    expect(found).toMatchObject({ agreedFen: 0, paidFen: 80_200 });
    expect((await city()).paidFen).toBeGreaterThanOrEqual(paidBefore + 80_200);
  });
});
