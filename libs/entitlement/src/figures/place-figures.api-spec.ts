import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, startTestApp, type TestApp } from '@hejie/test-kit';

describe('the local figures of a place, for everybody', () => {
  let app: TestApp;
  let anybody: Client;
  beforeAll(async () => {
    app = await startTestApp();
    anybody = new Client(app.url);
  });
  afterAll(() => app?.close());

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
