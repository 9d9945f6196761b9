import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { FigureRow } from '../contract/index.js';
import { LocalTables } from './local-tables.js';

const REASON = '按当地公布的最新标准更新';
// illustrative, not real standards
const row = (over: Partial<FigureRow> = {}): FigureRow => ({
  region: '示例省/示例市', figure: 'min_monthly_wage', value: 200_000, validFrom: '2025-07-01', validTo: null, sourceTitle: '示例数据，非真实标准', sourceUrl: null, certainty: 'unverified', ...over,
});

describe('local figures', () => {
  let t: TestApp;
  let first: Client;
  let second: Client;
  beforeAll(async () => {
    t = await startTestApp();
    first = await createStaff(t, 'legal_officer', '法律部赵');
    second = await createStaff(t, 'legal_officer', '法律部钱');
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const propose = (who: Client, rows: unknown[], requestId = id()) => who.post('/api/local-figures/changes', { requestId, reason: REASON, rows });
  const decide = (who: Client, changeId: string, approve: boolean) => who.post(`/api/local-figures/changes/${changeId}/decision`, { requestId: id(), approve });
  const approved = async (...rows: FigureRow[]) => {
    const { status, body } = await propose(first, rows);
    expect(status).toBe(201);
    expect((await decide(second, body.id, true)).body.status).toBe('approved');
  };
  const stored = () => t.db.query('select (select json_agg(f order by f.id) from local_figure f) as figures, (select json_agg(c order by c.id) from figure_change c) as changes, (select count(*) from audit_entry) as audited');
  const at = (place: string, on: string) => t.app.get(LocalTables).at(place, on);

  it('ships the national incomes and nothing local', async () => {
    const { body } = await first.get('/api/local-figures?on=2026-05-01');
    expect(body).toMatchObject({ on: '2026-05-01', regions: ['全国'], total: 4 });
    expect(body.items.filter((i: { inForce: boolean }) => i.inForce)).toMatchObject([{ figure: 'national_urban_income_prev_year', value: 5_650_200, certainty: 'secondary', validFrom: '2026-01-01', validTo: '2026-12-31' }]);
    expect((await at('示例市', '2026-05-01')).local).toMatchObject({ localAvgMonthlyWage: null, localMinMonthlyWage: null, subsidyMonths: null, nationalUrbanDisposableIncomePrevYear: 56_502 });
    expect((await at('示例市', '2024-02-01')).local.nationalUrbanDisposableIncomePrevYear).toBe(51_821);
    expect((await at('示例市', '2031-05-01')).local.nationalUrbanDisposableIncomePrevYear ?? null).toBeNull();
  });

  it('counts only when a second officer has approved, once however often it is sent', async () => {
    const requestId = id();
    const answers = await Promise.all(Array.from({ length: 4 }, () => propose(first, [row()], requestId)));
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
    const change = answers[0]!.body;
    expect(change).toMatchObject({ status: 'open', mine: true, proposedBy: '法律部赵', rows: [{ value: 200_000, now: null }] });
    expect((await at('示例市', '2025-08-01')).local.localMinMonthlyWage).toBeNull();

    for (const { body } of await Promise.all([decide(second, change.id, true), decide(second, change.id, true)])) expect(body).toMatchObject({ status: 'approved', decidedBy: '法律部钱' });
    expect(await at('示例省示例市', '2025-08-01')).toMatchObject({ local: { localMinMonthlyWage: 2_000, sourceTitle: '示例数据，非真实标准', validFrom: '2025-07-01' }, figures: [{ certainty: 'unverified', value: 200_000 }, { figure: 'national_urban_income_prev_year' }] });
    expect((await at('示例市', '2025-06-30')).local.localMinMonthlyWage).toBeNull();
    expect((await at('别的市', '2025-08-01')).local.localMinMonthlyWage).toBeNull();
    const actions = await t.db.query(`select action from audit_entry where subject = $1 order by seq`, [`figure_change:${change.id}`]);
    expect(actions).toEqual([{ action: 'entitlement.figures_proposed' }, { action: 'entitlement.figures_approved' }]);
  });

  it('keeps every version: the newest start counts, a correction replaces, what was taken back is missing', async () => {
    await approved(row({ value: 210_000, validFrom: '2026-01-01' }), row({ region: '示例省', figure: 'subsidy_base', value: 720_000 }));
    const wages = async () => Promise.all(['2025-12-31', '2026-01-01'].map(async (on) => (await at('示例市', on)).local.localMinMonthlyWage));
    expect(await wages()).toEqual([2_000, 2_100]);
    await approved(row({ value: 211_000, validFrom: '2026-01-01' }));
    expect(await wages()).toEqual([2_000, 2_110]);
    expect((await at('示例市', '2026-01-01')).local.subsidyBase).toBe(7_200);
    await approved(row({ value: null, validFrom: '2026-01-01' }));
    expect(await wages()).toEqual([2_000, null]);
    expect((await first.get('/api/local-figures?region=%E7%A4%BA%E4%BE%8B%E7%9C%81%2F%E7%A4%BA%E4%BE%8B%E5%B8%82&on=2026-02-01')).body.items.map((i: { value: number; inForce: boolean }) => [i.value, i.inForce])).toEqual([[null, true], [211_000, false], [210_000, false], [200_000, false]]);
  });

  it('counts at once where another process approved it', async () => {
    const { body } = await propose(first, [row({ figure: 'avg_monthly_wage', value: 800_000 })]);
    const wage = async () => (await at('示例市', '2025-08-01')).local.localAvgMonthlyWage;
    expect(await wage()).toBeNull();
    await t.db.query('update figure_change set approved = true, decided_at = now(), decided_by = proposed_by where id = $1', [body.id]);
    expect(await wage()).toBe(8_000);
  });

  it('states the months of a grade only when both are stated', async () => {
    await approved(row({ figure: 'medical_months_8', value: 10 }), row({ figure: 'employment_months_8', value: 12 }), row({ figure: 'medical_months_9', value: 8 }));
    expect((await at('示例市', '2025-08-01')).local.subsidyMonths).toEqual({ 8: { medical: 10, employment: 12 } });
  });

  it('states how the year of a second wage is counted, once that is settled', async () => {
    expect((await at('示例市', '2025-08-01')).local.doubleWageLimitation).toBeNull();
    await approved(row({ region: '示例省', figure: 'double_wage_limitation', value: 2 }));
    expect((await at('示例市', '2025-08-01')).local.doubleWageLimitation).toBe('from_end');
  });

  it('goes out as CSV and comes back the same', async () => {
    const { body, headers } = await first.get('/api/local-figures/export');
    expect(headers.get('content-type')).toContain('text/csv');
    const csv = (body as Buffer).toString('utf8');
    const imported = await first.post('/api/local-figures/changes/import', { requestId: id(), reason: REASON, csv });
    expect(imported.status).toBe(201);
    expect(imported.body.rows).toHaveLength((await first.get('/api/local-figures')).body.total);
    await decide(second, imported.body.id, false);
    expect(((await first.get('/api/local-figures/export')).body as Buffer).toString('utf8')).toBe(csv);
  });

  it('refuses the second look of the first officer, and another decision after the first, and nothing changes', async () => {
    const { body } = await propose(first, [row({ value: 999_900, validFrom: '2026-03-01' })]);
    const before = await stored();
    expect(await decide(first, body.id, true)).toMatchObject({ status: 409, body: { code: 'FIGURES_NEED_ANOTHER' } });
    expect((await decide(second, id(), true)).status).toBe(404);
    expect(await stored()).toEqual(before);
    await decide(second, body.id, false);
    const declined = await stored();
    expect(await decide(second, body.id, true)).toMatchObject({ status: 409, body: { code: 'FIGURES_DECIDED' } });
    expect(await stored()).toEqual(declined);
    expect((await at('示例市', '2026-03-01')).local.localMinMonthlyWage).toBeNull();
  });

  it('refuses what cannot be a figure, all of a file for one bad line, and nothing changes', async () => {
    const before = await stored();
    const bad: Partial<Record<keyof FigureRow, unknown>>[] = [{ value: 0 }, { value: -1 }, { value: 1.5 }, { validTo: '2025-01-01' }, { region: '全国' }, { region: 'a' }, { figure: 'employment_months_8', value: 500 }, { figure: 'double_wage_limitation', value: 3 }, { sourceTitle: '' }, { certainty: 'sure' }, { sourceUrl: 'javascript:alert(1)' }];
    for (const over of bad) expect([over, (await propose(first, [row(), { ...row(), ...over }])).status]).toEqual([over, 400]);
    const csv = '\ufeffregion,figure,value,validFrom,validTo,sourceTitle,sourceUrl,certainty\r\n示例省,min_monthly_wage,2000,2026-01-01,,来源,,verified\r\n示例省,min_monthly_wage,0,2026-01-01,,来源,,verified\r\n';
    expect(await first.post('/api/local-figures/changes/import', { requestId: id(), reason: REASON, csv })).toMatchObject({ status: 422, body: { code: 'FIGURES_CSV_INVALID', errors: [{ path: '3.value', message: expect.stringMatching(/[\u4e00-\u9fff]/) }] } });
    expect(await stored()).toEqual(before);
  });

  it('is no door for anybody outside the legal department, and nothing changes', async () => {
    const { body } = await propose(first, [row()]);
    const before = await stored();
    for (const who of [await createStaff(t, 'lawyer', '王律师'), await createStaff(t, 'operator', '坐席李'), await signInByPhone(t.url, '13800000001', '姜小明')]) {
      expect([(await who.get('/api/local-figures')).status, (await who.get('/api/local-figures/export')).status, (await propose(who, [row()])).status, (await decide(who, body.id, true)).status]).toEqual([404, 404, 404, 404]);
    }
    expect(await stored()).toEqual(before);
  });
});
