import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock } from '@hejie/platform/testing';
import { signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { OvertimeDays1700000008320 } from '../migrations/1700000008320-overtime-days.js';
import { aFiledCase, groupWorker } from '../testing/index.js';

describe('the overtime of workers in a group', () => {
  let t: TestApp;
  let worker: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await startTestApp({ clock: new TestClock(new Date('2026-03-02T02:00:00Z')) });
    worker = await signInByPhone(t.url, groupWorker(0).phone, groupWorker(0).name);
  });
  beforeEach(async () => {
    ({ caseId } = await aFiledCase(worker));
  });
  afterAll(() => t?.close());

  const add = (n: number, days: object[]) => worker.post(`/api/cases/${caseId}/group/members`, { requestId: crypto.randomUUID(), ...groupWorker(n), monthlyWageFen: 522_000, days });
  const group = async () => (await worker.get(`/api/cases/${caseId}/group`)).body;

  it('is counted day by day, beyond eight hours, on rest days and on statutory holidays, each at its own rate', async () => {
    // 5,220 a month is 30 an hour
    const days = [{ date: '2026-02-17', hours: 10 }, { date: '2026-01-10', hours: 4 }, { date: '2026-02-20', hours: 8 }, { date: '2026-01-12', hours: 2.5 }, { date: '2026-02-14', hours: 2 }];
    expect((await add(0, days)).status).toBe(201);
    const [row] = (await group()).members;
    expect(row.days).toEqual([
      { date: '2026-01-10', hours: 4, dayType: 'rest_day' },
      { date: '2026-01-12', hours: 2.5, dayType: 'workday' },
      { date: '2026-02-14', hours: 2, dayType: 'workday' }, // a Saturday that is worked for the holiday
      { date: '2026-02-17', hours: 10, dayType: 'statutory_holiday' },
      { date: '2026-02-20', hours: 8, dayType: 'rest_day' }, // of the break, not of the holiday
    ]);
    expect(row.dueFen).toBe((4 + 8) * 6000 + (2.5 + 2) * 4500 + 10 * 9000);
    expect(row.working.map((w: { zh: string }) => w.zh).join('\n')).toMatch(/2026-02-20 休息日：8 小时 × 200%/);
    expect(row.source).toContain('劳动法 Art 44');
  });

  it('is refused for a day to come, a day told twice, no hours and a year without a calendar, and nothing changes', async () => {
    expect((await add(0, [{ date: '2026-03-01', hours: 2 }])).status).toBe(201);
    const before = await group();
    expect(await add(1, [{ date: '2026-03-03', hours: 2 }])).toMatchObject({ status: 422, body: { code: 'GROUP_DAY_AHEAD', date: '2026-03-03' } });
    expect(await add(1, [{ date: '2023-03-04', hours: 2 }])).toMatchObject({ status: 422, body: { code: 'GROUP_CALENDAR_MISSING' } });
    for (const days of [[], [{ date: '2026-03-01', hours: 0 }], [{ date: '2026-03-01', hours: 25 }], [{ date: '2026-03-01', hours: 1 }, { date: '2026-03-01', hours: 2 }]]) expect((await add(1, days)).status).toBe(400);
    expect(await group()).toEqual(before);
  });

  it('says of rows from before that their days were statutory holidays', async () => {
    expect((await add(0, [{ date: '2026-02-16', hours: 8 }, { date: '2026-02-17', hours: 9 }])).status).toBe(201);
    const before = await group();
    const runner = t.db.createQueryRunner();
    await new OvertimeDays1700000008320().down(runner);
    expect((await t.db.query(`select days from case_group_member where case_id = $1`, [caseId]))).toEqual([{ days: [{ date: '2026-02-16', hours: 8 }, { date: '2026-02-17', hours: 9 }] }]);
    await new OvertimeDays1700000008320().up(runner);
    await runner.release();
    expect(await group()).toEqual(before);
  });
});
