import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, eventually, MODES, type Product, signInByPhone, smsTo, startProduct } from '@hejie/test-kit';
import { demoStaff, id, ok, PNG } from '../people.js';

/** Of the report's 191, as many as a test has patience for. */
const ORDERS = 12;
const CONSENT = '已当面宣读授权内容，本人同意由网格员代为提交并由工会处理个人信息。';
const facts = (yuan: number) => ({
  disputeTypes: ['UNPAID_WAGES'],
  region: '平度市',
  employer: { name: '平度市某建筑劳务公司' },
  employment: { contract: 'unsure', insured: 'unsure', platformWork: false, position: '木工' },
  claims: [{ kind: 'unpaid_wages', amountFen: yuan * 100 }],
  story: '工地完工后还有工资没有付清。',
});

/** A grid officer files on workers' behalf with recorded consent; each gets the same receipt, and every order is brought to its end. */
describe.each(MODES)('scenario B2 (%s)', (mode) => {
  let product: Product;
  let grid: Client;
  let operator: Client;
  const orders: { caseId: string; number: string; phone: string; yuan: number }[] = [];

  beforeAll(async () => {
    product = await startProduct(mode);
    grid = await demoStaff(product, 'grid', 0);
    operator = await demoStaff(product, 'operator', 1);
  }, 90_000);
  afterAll(() => product?.close());

  const mine = async (query = '') => ok(await grid.get(`/api/cases?relation=officer&limit=100${query}`)).items;

  it('takes nothing without consent, and nothing is filed', async () => {
    const attempts = [{}, { behalf: { name: '木工老李', phone: '13800138200' } }, { behalf: { name: '木工老李', phone: '13800138200', consent: '好' } }];
    for (const lacking of attempts) expect((await grid.post('/api/cases/quick', { requestId: id(), facts: facts(1000), ...lacking })).status).toBeGreaterThanOrEqual(400);
    expect(await mine()).toEqual([]);
  });

  it('files each order once, and sends the worker the same receipt', async () => {
    for (let i = 0; i < ORDERS; i++) {
      const phone = `138001382${String(i).padStart(2, '0')}`;
      const yuan = 3000 + 500 * i;
      const body = { requestId: id(), behalf: { name: `木工${i}`, phone, consent: CONSENT }, facts: facts(yuan) };
      const [receipt, again] = [ok(await grid.post('/api/cases/quick', body)), ok(await grid.post('/api/cases/quick', body))];
      expect(again).toEqual(receipt);
      expect(receipt.responsible).toBe('东阁街道劳动争议调解工作站');
      orders.push({ caseId: receipt.caseId, number: receipt.number, phone, yuan });
    }
    expect((await mine()).map((c: { id: string }) => c.id).sort()).toEqual(orders.map((o) => o.caseId).sort());
    const [first] = orders;
    expect((await smsTo(product.urls[0]!, first!.phone, /编号 (\S+?)，/))[1]).toBe(first!.number);
    const worker = await signInByPhone(product.urls[0]!, first!.phone);
    expect(ok(await worker.get(`/api/cases/${first!.caseId}/receipt`))).toEqual(ok(await grid.get(`/api/cases/${first!.caseId}/receipt`)));
    expect(ok(await worker.get(`/api/cases/${first!.caseId}`)).filedFor).toEqual({ by: '网格员小丁', consent: CONSENT });
    expect((await operator.get(`/api/cases/${first!.caseId}`)).status).toBe(404);
  });

  it('hands one over to the hotline, which then has it alone', async () => {
    const { caseId } = orders.at(-1)!;
    ok(await grid.post(`/api/cases/${caseId}/hand-over`, { requestId: id(), to: { accountId: operator.accountId }, reason: '劳动者改由电话联系' }));
    expect((await grid.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect(ok(await operator.get('/api/cases?relation=officer')).items.map((c: { id: string }) => c.id)).toEqual([caseId]);
    await eventually(async () => ok(await operator.get('/api/notifications')).items.some((n: { link: string }) => n.link === `/cases/${caseId}`), 'the operator is told');
  });

  it('closes every order with proof of payment, and the recovered yuan add up', async () => {
    for (const [i, { caseId, yuan }] of orders.entries()) {
      const owner = i === ORDERS - 1 ? operator : grid;
      const proof = ok(await owner.upload(`/api/cases/${caseId}/evidence`, { name: '转账.png', type: 'image/png', bytes: PNG }, { title: '转账凭证' }));
      const paid = { requestId: id(), move: 'paid_after_contact', expectedStatus: 'filed', evidenceId: proof.id, amountFen: yuan * 100 };
      for (let n = 0; n < 2; n++) ok(await owner.post(`/api/cases/${caseId}/moves`, paid));
    }
    const closed = await mine('&status=closed');
    expect(closed).toHaveLength(ORDERS - 1);
    expect(await mine('&status=filed')).toEqual([]);
    const views = await Promise.all(closed.map(async (c: { id: string }) => ok(await grid.get(`/api/cases/${c.id}`))));
    expect(new Set(views.map((v) => v.outcome))).toEqual(new Set(['paid_after_contact']));
    expect(views.reduce((sum: number, v) => sum + v.amountSettledFen, 0)).toBe(orders.slice(0, -1).reduce((sum, o) => sum + o.yuan * 100, 0));
  });
});
