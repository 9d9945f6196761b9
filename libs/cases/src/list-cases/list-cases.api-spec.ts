import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { TestClock } from '@hejie/platform/testing';
import { createStaff, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

describe('the list of cases', () => {
  const clock = new TestClock(new Date('2026-12-31T15:59:00Z')); // 23:59 in China
  let t: TestApp;
  let worker: Client;
  let department: Client;
  const filed: string[] = [];
  beforeAll(async () => {
    t = await startTestApp({ clock });
    department = await createStaff(t, 'legal_officer', '法律部赵');
    worker = await signInByPhone(t.url, '13800000001', '姜小明');
    // all in the same instant, as a batch is
    filed.push(...(await Promise.all(Array.from({ length: 25 }, () => aFiledCase(worker)))).map((r) => r.caseId));
  });
  afterAll(() => t?.close());

  const pages = async (who: Client, query: string) => {
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const { status, body } = await who.get(`/api/cases?limit=10${query}${cursor}`);
      expect(status).toBe(200);
      ids.push(...body.items.map((i: { id: string }) => i.id));
      if (!body.next) return ids;
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
  };

  it('gives each case once over its pages, also when all changed in one instant', async () => {
    for (const who of [worker, department]) {
      const ids = await pages(who, '');
      expect(ids).toHaveLength(25);
      expect(new Set(ids)).toEqual(new Set(filed));
    }
  });

  it('filters by status, and masks the worker for everybody else', async () => {
    await worker.post(`/api/cases/${filed[0]}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed' });
    expect(await pages(worker, '&status=withdrawn')).toEqual([filed[0]]);
    expect(await pages(worker, '&status=filed')).toHaveLength(24);
    const [mine] = (await worker.get('/api/cases?limit=1')).body.items;
    const [theirs] = (await department.get('/api/cases?limit=1')).body.items;
    expect([mine.claimantName, theirs.claimantName, theirs.relation]).toEqual(['姜小明', '姜某', 'department']);
    // withdrawn is over; the others stand in their mediation period of 15 days
    const [over] = (await worker.get('/api/cases?limit=1&status=withdrawn')).body.items;
    expect(over.next).toBeNull();
    const [open] = (await department.get('/api/cases?limit=1&status=filed')).body.items;
    expect(open.next).toMatchObject({ kind: 'mediation_period', safeDate: '2027-01-15', lastDate: '2027-01-15' });
  });

  it('finds by part of the number or of the employer, only among what one may see', async () => {
    const number = (await worker.get(`/api/cases/${filed[3]}`)).body.number as string;
    const stranger = await signInByPhone(t.url, '13800000002', '别人');
    const find = (words: string) => `&find=${encodeURIComponent(words)}`;
    expect(await pages(department, find(number.slice(4)))).toEqual([filed[3]]);
    expect(await pages(worker, find('机械厂'))).toHaveLength(25);
    for (const nothing of ['没有的单位', '%%', '__']) expect(await pages(worker, find(nothing))).toEqual([]);
    expect(await pages(stranger, find(number))).toEqual([]);
  });

  it('counts exactly what its lists show, for each one what they may see', async () => {
    const stranger = await signInByPhone(t.url, '13800000003', '别人');
    const counts = async (who: Client) => (await who.get('/api/cases/counts')).body;
    expect(await counts(stranger)).toEqual({ total: 0, byStatus: {}, openRefusals: 0, atRisk: 0 });
    expect(await counts(worker)).toEqual({ total: 25, byStatus: { filed: 24, withdrawn: 1 }, openRefusals: 0, atRisk: 0 });
    expect(await pages(department, '&refusal=open')).toEqual([]);
    await department.post(`/api/cases/${filed[5]}/refusal`, { requestId: crypto.randomUUID(), reason: '不属于劳动争议，建议向法院起诉。' });
    expect(await counts(department)).toMatchObject({ total: 25, openRefusals: 1 });
    expect(await pages(department, '&refusal=open')).toEqual([filed[5]]);
    // who asked for help learns of a refusal only when two officers have agreed on it
    expect(await counts(worker)).toMatchObject({ total: 25, openRefusals: 0 });
    expect(await pages(worker, '&refusal=open')).toEqual([]);
  });

  it('puts those at risk on top when asked to, the most urgent first, each once over the pages', async () => {
    // of filed ones the fifteen days end on 15 January; some were filed a day, some two days earlier
    const urgent = [filed[7]!, filed[3]!, filed[11]!, filed[9]!];
    await t.db.query(`update dispute_case set filed_at = filed_at - interval '2 days' where id = any($1)`, [urgent.slice(0, 2)]);
    await t.db.query(`update dispute_case set filed_at = filed_at - interval '1 day' where id = any($1)`, [urgent.slice(2)]);
    const safeFirst = [...urgent.slice(0, 2).sort(), ...urgent.slice(2).sort()];
    expect(await pages(department, '&risk=near')).toEqual([]);
    clock.set('2027-01-11T02:00:00Z'); // three days before the fourteenth, four before the fifteenth
    const after = await pages(department, '&order=risk');
    expect(after.slice(0, 4)).toEqual(safeFirst);
    expect(after.slice(4)).toEqual((await pages(department, '')).filter((id) => !urgent.includes(id)));
    expect(new Set(after).size).toBe(25);
    for (const limit of [1, 2, 3, 4, 5]) {
      const { body } = await department.get(`/api/cases?order=risk&limit=${limit}`);
      const more = (await department.get(`/api/cases?order=risk&limit=30&cursor=${body.next}`)).body.items;
      expect([...body.items, ...more].map((i: { id: string }) => i.id)).toEqual(after);
    }
    expect(await pages(department, '&risk=near')).toEqual(safeFirst);
    expect((await department.get('/api/cases/counts')).body.atRisk).toBe(4);
    expect(await pages(department, '&order=risk&status=withdrawn')).toEqual([filed[0]]);
    // a session loses no right; a case that is over none either
    await worker.post(`/api/cases/${safeFirst[0]}/moves`, { requestId: crypto.randomUUID(), move: 'withdraw', expectedStatus: 'filed' });
    expect(await pages(department, '&risk=near')).toEqual(safeFirst.slice(1));
    const stranger = await signInByPhone(t.url, '13800000004', '别人');
    expect(await pages(stranger, '&order=risk')).toEqual([]);
    clock.set('2026-12-31T15:59:00Z');
  });

  it.each(['abc', '1_2', '_', '99999999999999999_00000000-0000-7000-8000-000000000000', '1798732740000_not-an-id'])('refuses the cursor %s', async (cursor) => {
    expect(await worker.get(`/api/cases?cursor=${cursor}`)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  it('numbers by the year of the day in China, whatever the server calls it', async () => {
    expect((await aFiledCase(worker)).number).toMatch(/^和调〔2026〕/);
    clock.set('2026-12-31T16:01:00Z'); // 00:01 on new year's day in China
    expect((await aFiledCase(worker)).number).toMatch(/^和调〔2027〕/);
  });
});
