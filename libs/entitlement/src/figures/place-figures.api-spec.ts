import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listRules } from '@hejie/law';
import { Client, startTestApp, type TestApp } from '@hejie/test-kit';

describe('what the law counts with, for everybody', () => {
  let app: TestApp;
  let anybody: Client;
  beforeAll(async () => {
    app = await startTestApp();
    anybody = new Client(app.url);
  });
  afterAll(() => app?.close());

  it('lists each rule of the registry with its articles, its time and how sure it is, and lets caches keep the list', async () => {
    const answer = await fetch(`${app.url}/api/rules`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=3600']);
    const { items } = (await answer.json()) as { items: unknown[] };
    expect(items).toEqual(listRules());
    expect(items).toContainEqual(expect.objectContaining({ topic: 'sick_pay', certainty: 'secondary', effectiveFrom: '1995-08-04', effectiveTo: null, title: { zh: '病假工资的最低标准', en: 'Floor of sick pay' } }));
  });

  const of = (query: string) => anybody.get(`/api/local-figures/of?${query}`);

  it('answers what is loaded, and nothing instead of nought for what is not', async () => {
    const { status, body } = await of(`place=${encodeURIComponent('无此省无此市')}&on=2026-11-21`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ region: '无此省无此市', localAvgMonthlyWage: null, localMinMonthlyWage: null, subsidyBase: null, subsidyMonths: null });
    expect(body.nationalUrbanDisposableIncomePrevYear).not.toBe(0);
  });

  it.each(['place=青&on=2026-11-21', 'place=青岛市', 'place=青岛市&on=2026-13-01', 'place=青岛市&on=2026-11-21&more=1'])('refuses %s', async (query) => {
    expect((await of(encodeURI(query))).body.code).toBe('VALIDATION_FAILED');
  });
});
