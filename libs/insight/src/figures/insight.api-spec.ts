import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportCase } from '@hejie/cases';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { pastCases } from '../../../../apps/standalone/demo/past-cases.js';
import type { City, FigureCase, FigureCases } from '../contract/index.js';
import { CompileInsight } from '../compile/compile-insight.js';
import { monthsBetween, yearBefore } from './months.js';

const NO_MONEY = { agreedFen: 0, paidFen: 0, awardedFen: 0, awards: 0, awardsWithoutAmount: 0 };
const NOW = new Date('2026-11-21T00:00:00Z');
const sum = (items: readonly FigureCase[]) => items.reduce((fen, c) => fen + c.agreedFen, 0);

describe('the numbers of a city', () => {
  let t: TestApp;
  let legal: Client;
  let elsewhere: Client;
  let takeOver: (cases: ReturnType<typeof pastCases>) => Promise<void>;
  beforeAll(async () => {
    t = await startTestApp();
    legal = await createStaff(t, 'legal_officer', '法律部赵');
    const person = await signInByPhone(t.url, '13800000001', '某人');
    const city = (await t.app.get(Organisations).root())!;
    const other = await t.app.get(UnitOfWork).run((tx) => t.app.get(Organisations).create(tx, { name: '外市', kind: 'county', parentId: null }));
    elsewhere = await createStaff(t, 'legal_officer', '外市钱', { organisationId: other.id });
    takeOver = async (cases) => {
      await t.app.get(UnitOfWork).run(async (tx) => {
        for (const past of cases) await t.app.get(ImportCase).execute(tx, { ...past, claimantId: person.accountId, organisationPath: city.path });
      });
      await t.app.get(CompileInsight).compile();
    };
    await takeOver(pastCases(NOW));
  });
  afterAll(() => t?.close());

  const city = async (query = '') => (await legal.get(`/api/insight/city${query}`)).body;
  const page = async (query: string): Promise<FigureCases> => (await legal.get(`/api/insight/cases?${query}`)).body;
  /** Every page of a list; its own count and sum must be those of what it shows. */
  const behind = async (query: string) => {
    const items: FigureCase[] = [];
    for (let n = 1; ; n++) {
      const found = await page(`${query}&limit=40&page=${n}`);
      items.push(...found.items);
      if (found.items.length < 40) {
        expect([items.length, sum(items)]).toEqual([found.total, found.agreedFen]);
        return items;
      }
    }
  };

  it('counts every case once and opens each figure to exactly its cases', async () => {
    const numbers = await city();
    expect(numbers.cases).toBe(259);
    const all = await behind('figure=cases');
    expect(new Set(all.map((c) => c.caseId)).size).toBe(259);
    const settled = await behind('figure=settled');
    expect(settled).toHaveLength(numbers.settled);
    expect(sum(settled)).toBe(numbers.agreedFen);
    expect(numbers.agreedFen).toBe(pastCases(NOW).reduce((fen, c) => fen + (c.settledFen ?? 0), 0));
    // all of them were performed before this platform, and none was decided by others
    expect(numbers).toMatchObject({ paidFen: numbers.agreedFen, awards: 0, awardedFen: 0 });
    expect((await behind('figure=days')).map((c) => c.daysToSettle)).toEqual(settled.map((c) => c.daysToSettle).sort((a, b) => b! - a!));
    for (const g of numbers.byType) expect([g.type, (await behind(`figure=cases&type=${g.type}`)).length, (await behind(`figure=settled&type=${g.type}`)).length]).toEqual([g.type, g.cases, g.settled]);
    for (const g of numbers.byMonth) expect([g.month, (await behind(`figure=cases&month=${g.month}`)).length]).toEqual([g.month, g.cases]);
    expect(numbers.byMonth.reduce((sum: number, g: { cases: number }) => sum + g.cases, 0)).toBe(259);
    expect(numbers.daysToSettle.median).toBeGreaterThan(0);
  });

  it('opens what was agreed to a list of its own: only cases about money, the largest first', async () => {
    // a leaving certificate, an apology
    await takeOver(pastCases(NOW).filter((c) => c.outcome === 'settled').slice(0, 1).map((c) => ({ ...c, settledFen: 0 })));
    const agreed = await behind('figure=agreed');
    expect(sum(agreed)).toBe((await city()).agreedFen);
    expect(agreed.every((c) => c.agreedFen > 0)).toBe(true);
    expect(agreed.map((c) => c.agreedFen)).toEqual(agreed.map((c) => c.agreedFen).sort((a, b) => b - a));
    expect((await behind('figure=settled')).filter((c) => c.agreedFen === 0)).toHaveLength(1);
    expect((await city()).settled).toBe(agreed.length + 1);
  });

  it('says that there are no days yet where nothing was settled, and when it was counted all the same', async () => {
    const numbers = await city('?from=2030-01-01');
    expect(numbers).toMatchObject({ cases: 0, settled: 0, ...NO_MONEY, daysToSettle: { median: null, p90: null }, byType: [], byMonth: [] });
    expect(numbers.compiledAt).toMatch(/^20/);
  });

  it('counts a month without cases as none, and shows the year before only where records reach back', async () => {
    await takeOver(pastCases(new Date('2025-11-21T00:00:00Z')).slice(0, 30));
    const numbers: City = await city('?from=2025-09-01');
    const months = numbers.byMonth.map((g) => g.month);
    expect(months).toEqual(monthsBetween(months));
    const withYearBefore = numbers.byMonth.filter((g) => g.lastYear);
    const first = (await city()).byMonth[0]!.month;
    expect(withYearBefore.map((g) => g.month)).toEqual(months.filter((m) => yearBefore(m) >= first));
    expect(withYearBefore.length).toBeGreaterThan(6);
    for (const g of withYearBefore) {
      expect(g.lastYear!.month).toBe(yearBefore(g.month));
      expect([g.month, g.lastYear!.cases]).toEqual([g.month, (await page(`figure=cases&month=${g.lastYear!.month}`)).total]);
    }
    expect(months[0]! < withYearBefore[0]!.month).toBe(true);
  });

  it('gives the same when it is made again, by two workers at once', async () => {
    const { compiledAt: _before, ...before } = await city();
    await Promise.all([t.app.get(CompileInsight).compile(), t.app.get(CompileInsight).compile()]);
    const { compiledAt: _after, ...after } = await city();
    expect(after).toEqual(before);
  });

  it('counts only the days asked for', async () => {
    const numbers = await city('?from=2026-06-01&to=2026-06-30');
    expect(numbers.byMonth.map((g: { month: string }) => g.month)).toEqual(['2026-06']);
    expect(await behind('figure=cases&from=2026-06-01&to=2026-06-30')).toHaveLength(numbers.cases);
  });

  it('shows another city nothing, and people no numbers at all', async () => {
    expect((await elsewhere.get('/api/insight/city')).body.cases).toBe(0);
    expect((await elsewhere.get('/api/insight/cases?figure=cases')).body).toEqual({ items: [], total: 0, ...NO_MONEY });
    const person = await signInByPhone(t.url, '13800000055');
    expect((await person.get('/api/insight/city')).status).toBe(404);
  });
});
