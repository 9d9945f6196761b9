import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CalendarsInForce } from '@hejie/cases';
import { aFiledCase, injuryFacts } from '@hejie/cases/testing';
import { createStaff, eventually, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { TestClock } from '@hejie/platform/testing';
import type { HolidayYear } from '../contract/index.js';

// made up for the test, not the State Council's
const YEAR: HolidayYear = {
  year: 2027,
  days: {
    breaks: [{ from: '2027-01-01', to: '2027-01-03' }, { from: '2027-02-05', to: '2027-02-11' }],
    makeUp: ['2027-01-30'],
    statutory: ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
  },
  sourceTitle: '示例通知，非真实安排',
  sourceUrl: null,
  certainty: 'unverified',
};

describe('the holiday calendar', () => {
  const clock = new TestClock(new Date('2026-12-20T02:00:00Z'));
  let t: TestApp;
  let first: Client;
  let second: Client;
  beforeAll(async () => {
    t = await startTestApp({ clock });
    first = await createStaff(t, 'legal_officer', '法律部赵');
    second = await createStaff(t, 'legal_officer', '法律部钱');
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const ask = { reason: '国务院办公厅公布了放假安排' };
  const propose = (who: Client, years: unknown[], requestId = id()) => who.post('/api/holiday-calendars/changes', { requestId, ...ask, years });
  const decide = (who: Client, changeId: string, approve: boolean) => who.post(`/api/local-figures/changes/${changeId}/decision`, { requestId: id(), approve });
  const listed = async () => (await first.get('/api/holiday-calendars')).body;
  const stored = () => t.db.query('select (select json_agg(h order by h.id) from holiday_calendar h) as years, (select json_agg(c order by c.id) from figure_change c) as changes, (select count(*) from audit_entry) as audited, (select count(*) from outbox_event) as announced');

  it('ships 2024 to 2026 with their notices, and says that the next year is missing', async () => {
    const { items, missing } = await listed();
    expect(items.map((i: { year: number; sourceTitle: string; approvedAt: null }) => [i.year, i.sourceTitle, i.approvedAt])).toEqual([[2026, '国办发明电〔2025〕7号', null], [2025, '国办发明电〔2024〕12号', null], [2024, '国办发明电〔2023〕7号', null]]);
    expect(items[0].days.statutory).toHaveLength(13);
    expect(missing).toEqual([2027]);
  });

  it('counts when a second officer has approved: the dates of open cases say no longer that they are provisional', async () => {
    const worker = await signInByPhone(t.url, '13800000002', '胡小奇');
    const { caseId } = await aFiledCase(worker);
    const due = async () => (await worker.get(`/api/cases/${caseId}`)).body.mediationDue;
    const provisional = { zh: expect.stringContaining('2027 年的放假安排尚未公布或者没有录入'), en: expect.stringContaining('holiday calendar of 2027') };
    expect(await due()).toMatchObject({ safeDate: '2027-01-04', lastDate: '2027-01-04', provisional: [provisional] });
    const clocks = (await worker.get(`/api/cases/${caseId}/clocks`)).body.clocks;
    expect(clocks.find((c: { rule: string }) => c.rule === 'MEDIATION_END_15D').provisional).toEqual([provisional]);
    expect((await worker.get('/api/cases')).body.items[0].next.provisional).toEqual([provisional]);

    const requestId = id();
    const { body: change } = await propose(first, [YEAR], requestId);
    expect((await propose(first, [YEAR], requestId)).body.id).toBe(change.id);
    expect(change).toMatchObject({ status: 'open', mine: true, rows: [], years: [YEAR] });
    expect((await listed()).missing).toEqual([2027]);
    expect((await decide(second, change.id, true)).body).toMatchObject({ status: 'approved', decidedBy: '法律部钱' });
    expect(await listed()).toMatchObject({ items: [{ year: 2027, days: YEAR.days, approvedAt: expect.any(String) }, {}, {}, {}], missing: [] });
    expect(await due()).toMatchObject({ lastDate: '2027-01-04', provisional: [] });
    // reminders are planned anew for every open case
    const planned = `select 1 from outbox_delivery d join outbox_event e on e.id = d.event_id where e.topic = 'entitlement.calendars_changed.v1' and d.done_at is not null`;
    await eventually(async () => ((await t.db.query(planned)) as unknown[]).length > 0, 'the reminders are planned anew');
    expect(await t.db.query(`select action from audit_entry where subject = $1 order by seq`, [`figure_change:${change.id}`])).toEqual([{ action: 'entitlement.figures_proposed' }, { action: 'entitlement.figures_approved' }]);
  });

  it('is corrected by a later decision, of a shipped year too, and what is taken back is as before', async () => {
    const now = async (year: string) => (await t.app.get(CalendarsInForce).now())[year];
    const approve = async (year: HolidayYear) => decide(second, (await propose(first, [year])).body.id, true);
    const shipped = await now('2026');
    const corrected: HolidayYear = { ...YEAR, year: 2026, days: { breaks: [{ from: '2026-01-01', to: '2026-01-02' }], makeUp: [], statutory: ['2026-01-01'] } };
    await approve(corrected);
    expect(await now('2026')).toEqual({ notice: YEAR.sourceTitle, breaks: [['01-01', '01-02']], makeUp: [], statutory: ['01-01'] });
    await approve({ ...corrected, days: null });
    expect(await now('2026')).toEqual(shipped);
    await approve({ ...YEAR, days: null });
    expect(await now('2027')).toBeUndefined();
    await approve(YEAR);
  });

  it('leaves a frozen sheet as it was, and makes a version beside it that counts on the new calendar', async () => {
    const back = (await propose(first, [{ ...YEAR, days: null }])).body.id;
    await decide(second, back, true);
    const worker = await signInByPhone(t.url, '13800000003', '姜小明');
    const employment = { contract: 'no' as const, insured: 'no' as const, platformWork: false, startDate: '2026-05-08', endDate: '2026-12-15', monthlyWageFen: 435_000 };
    const { caseId } = await aFiledCase(worker, { facts: injuryFacts({ disputeTypes: ['NO_CONTRACT'], employment, claims: [{ kind: 'double_wage' }] }) });
    const make = async () => (await worker.post(`/api/cases/${caseId}/sheets`)).body;
    const old = await make();
    expect(old.version).toBe(1);
    await decide(second, (await propose(first, [YEAR])).body.id, true);
    expect((await make()).version).toBe(1);
    const december: HolidayYear = { ...YEAR, year: 2026, days: { breaks: [{ from: '2026-12-09', to: '2026-12-13' }], makeUp: [], statutory: ['2026-12-09'] } };
    await decide(second, (await propose(first, [december])).body.id, true);
    const anew = await make();
    const secondWage = (sheet: { content: { lines: { claim: string; highFen: number }[] } }) => sheet.content.lines.find((l) => l.claim === 'double_wage')!.highFen;
    // 8 to 15 December: six working days before, three with the break
    expect([anew.version, secondWage(old) - secondWage(anew)]).toEqual([2, 60_000]);
    const items = (await worker.get(`/api/cases/${caseId}/sheets`)).body.items;
    expect(items.find((s: { version: number }) => s.version === 1).content ?? old.content).toEqual(old.content);
    await decide(second, (await propose(first, [{ ...december, days: null }])).body.id, true);
  });

  it('goes out as CSV and comes back the same', async () => {
    const exported = async () => ((await first.get('/api/holiday-calendars/export')).body as Buffer).toString('utf8');
    const csv = await exported();
    expect(csv).toContain('2027,break,2027-02-05,2027-02-11,');
    const imported = await first.post('/api/holiday-calendars/changes/import', { requestId: id(), ...ask, csv });
    expect(imported.body.years.map((y: HolidayYear) => y.year)).toEqual([2024, 2025, 2026, 2027]);
    await decide(second, imported.body.id, true);
    expect(await exported()).toBe(csv);
  });

  it('refuses what cannot be a calendar, and nothing changes', async () => {
    const before = await stored();
    const days = YEAR.days!;
    const bad: Partial<NonNullable<HolidayYear['days']>>[] = [
      { breaks: [] },
      { breaks: [{ from: '2027-01-03', to: '2027-01-01' }] },
      { breaks: [...days.breaks, { from: '2027-02-10', to: '2027-02-12' }] },
      { breaks: [...days.breaks, { from: '2028-01-01', to: '2028-01-02' }] },
      { makeUp: ['2027-02-06'] },
      { makeUp: ['2027-03-01'] },
      { statutory: [] },
      { statutory: ['2027-03-08'] },
      { statutory: ['2027-01-01', '2027-01-01'] },
    ];
    for (const over of bad) expect([over, (await propose(first, [{ ...YEAR, days: { ...days, ...over } }])).status]).toEqual([over, 400]);
    expect((await propose(first, [YEAR, YEAR])).status).toBe(400);
    const csv = 'year,kind,from,to,sourceTitle,sourceUrl,certainty\r\n2027,break,2027-01-01,2027-01-03,来源,,verified\r\n2027,fest,2027-01-01,2027-01-01,来源,,verified\r\n';
    expect(await first.post('/api/holiday-calendars/changes/import', { requestId: id(), ...ask, csv })).toMatchObject({ status: 422, body: { code: 'FIGURES_CSV_INVALID', errors: [{ path: '3.kind', message: '只能填 break、make_up、statutory 或 none。' }, { path: expect.stringMatching(/^2\./) }] } });
    const { body } = await propose(first, [YEAR]);
    const proposed = await stored();
    expect((await decide(first, body.id, true)).body.code).toBe('FIGURES_NEED_ANOTHER');
    expect(await stored()).toEqual(proposed);
    expect(before).not.toEqual(proposed);
    await decide(second, body.id, false);
  });

  it('is open to read, and no door for changes from outside the legal department', async () => {
    const before = await stored();
    for (const who of [await createStaff(t, 'lawyer', '王律师'), await createStaff(t, 'operator', '坐席李'), await signInByPhone(t.url, '13800000001', '姜小明')]) {
      expect((await who.get('/api/holiday-calendars')).status).toBe(200);
      expect([(await who.get('/api/holiday-calendars/export')).status, (await propose(who, [YEAR])).status]).toEqual([404, 404]);
    }
    expect((await stored())[0].years).toEqual(before[0].years);
  });
});
