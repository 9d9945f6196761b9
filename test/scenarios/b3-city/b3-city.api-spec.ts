import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, eventually, MODES, type Product, startProduct } from '@hejie/test-kit';
import { demoStaff, ok } from '../people.js';

const CASES = 77 + 182;

interface Numbers { cases: number; settled: number; agreedFen: number; paidFen: number; byType: { type: string; cases: number; settled: number }[]; byMonth: { month: string; cases: number }[] }

/** A city's year: 77 legal-aid cases and 182 mediations (平度). The department reads figures, and each opens to exactly its cases. */
describe.each(MODES)('scenario B3 (%s)', (mode) => {
  let product: Product;
  let department: Client;
  let numbers: Numbers;

  beforeAll(async () => {
    product = await startProduct(mode);
    department = await demoStaff(product, 'legal', 0);
    numbers = await eventually(async () => ((n) => n.cases === CASES && n)(ok(await department.get('/api/insight/city'))), 'the numbers are compiled', 60_000);
  }, 150_000);
  afterAll(() => product?.close());

  const behind = async (query: string) => {
    const items: { caseId: string; agreedFen: number; paidFen: number }[] = [];
    for (let page = 1; ; page++) {
      const found = ok(await department.get(`/api/insight/cases?${query}&limit=200&page=${page}`));
      items.push(...found.items);
      if (items.length >= found.total) return items;
    }
  };

  it('counts the year, what was agreed and what was paid of it', () => {
    expect(numbers.settled).toBeGreaterThan(0.7 * CASES);
    expect(numbers.agreedFen).toBeGreaterThan(0);
    expect(numbers.paidFen).toBe(numbers.agreedFen);
    expect(numbers.byType.reduce((sum, g) => sum + g.cases, 0)).toBe(CASES);
    expect(numbers.byMonth.reduce((sum, g) => sum + g.cases, 0)).toBe(CASES);
  });

  it('opens each figure to exactly the cases behind it, and each of these to the case', async () => {
    const all = await behind('figure=cases');
    expect(new Set(all.map((c) => c.caseId)).size).toBe(CASES);
    const paid = await behind('figure=paid');
    expect(paid.reduce((sum, c) => sum + c.paidFen, 0)).toBe(numbers.paidFen);
    expect(await behind('figure=settled')).toHaveLength(numbers.settled);
    for (const { type, cases } of numbers.byType) expect([type, (await behind(`figure=cases&type=${type}`)).length]).toEqual([type, cases]);
    for (const { month, cases } of numbers.byMonth) expect([month, (await behind(`figure=cases&month=${month}`)).length]).toEqual([month, cases]);
    expect(ok(await department.get(`/api/cases/${paid[0]!.caseId}`)).amountSettledFen).toBe(paid[0]!.agreedFen);
  });

  it('is the department\'s alone', async () => {
    const mediator = await demoStaff(product, 'mediator', 1);
    for (const path of ['/api/insight/city', '/api/insight/cases?figure=cases', '/api/insight/deadlines']) expect((await mediator.get(path)).status).toBe(404);
  });
});
