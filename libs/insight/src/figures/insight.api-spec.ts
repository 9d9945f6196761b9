import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportCase } from '@hejie/cases';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { pastCases } from '../../../../apps/standalone/demo/past-cases.js';
import { CompileInsight } from '../compile/compile-insight.js';

describe('the numbers of a city', () => {
  let t: TestApp;
  let legal: Client;
  let elsewhere: Client;
  beforeAll(async () => {
    t = await startTestApp();
    legal = await createStaff(t, 'legal_officer', '法律部赵');
    const person = await signInByPhone(t.url, '13800000001', '某人');
    const city = (await t.app.get(Organisations).root())!;
    const other = await t.app.get(UnitOfWork).run((tx) => t.app.get(Organisations).create(tx, { name: '外市', kind: 'county', parentId: null }));
    elsewhere = await createStaff(t, 'legal_officer', '外市钱', { organisationId: other.id });
    await t.app.get(UnitOfWork).run(async (tx) => {
      for (const past of pastCases(new Date('2026-11-21T00:00:00Z'))) await t.app.get(ImportCase).execute(tx, { ...past, claimantId: person.accountId, organisationPath: city.path });
    });
    await t.app.get(CompileInsight).compile();
  });
  afterAll(() => t?.close());

  const city = async (query = '') => (await legal.get(`/api/insight/city${query}`)).body;
  const behind = async (query: string) => {
    const items: { caseId: string; settledFen: number }[] = [];
    for (let after = ''; ; ) {
      const { body } = await legal.get(`/api/insight/cases?${query}&limit=40${after}`);
      items.push(...body.items);
      if (!body.next) return items;
      after = `&after=${body.next}`;
    }
  };

  it('counts every case once and opens each figure to exactly its cases', async () => {
    const numbers = await city();
    expect(numbers.cases).toBe(259);
    const all = await behind('figure=cases');
    expect(new Set(all.map((c) => c.caseId)).size).toBe(259);
    const settled = await behind('figure=settled');
    expect(settled).toHaveLength(numbers.settled);
    expect(settled.reduce((sum, c) => sum + c.settledFen, 0)).toBe(numbers.recoveredFen);
    for (const g of numbers.byType) expect([g.type, (await behind(`figure=cases&type=${g.type}`)).length, (await behind(`figure=settled&type=${g.type}`)).length]).toEqual([g.type, g.cases, g.settled]);
    for (const g of numbers.byMonth) expect([g.month, (await behind(`figure=cases&month=${g.month}`)).length]).toEqual([g.month, g.cases]);
    expect(numbers.byMonth.reduce((sum: number, g: { cases: number }) => sum + g.cases, 0)).toBe(259);
    expect(numbers.daysToSettle.median).toBeGreaterThan(0);
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
    expect((await elsewhere.get('/api/insight/cases?figure=cases')).body.items).toEqual([]);
    const person = await signInByPhone(t.url, '13800000055');
    expect((await person.get('/api/insight/city')).status).toBe(404);
  });
});
