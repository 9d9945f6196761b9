import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';

const CONSENT = '已向来电人宣读授权内容，来电人同意由网格员代为提交。';

describe('the cases of an organisation of the tree', () => {
  let t: TestApp;
  let admin: Client;
  let legal: Client;
  let city: string;
  let station: string;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    admin = await createStaff(t, 'admin', '管理员');
    legal = await createStaff(t, 'legal_officer', '法律部赵');
    const organisations = t.app.get(Organisations);
    city = (await organisations.root())!.id;
    station = (await t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name: '东阁街道服务站', kind: 'station', parentId: city }))).id;
  });
  afterAll(() => t?.close());

  const look = async (id: string) => (await admin.get('/api/organisations')).body.items.find((o: { id: string }) => o.id === id);
  const close = () => admin.put(`/api/organisations/${station}/closed`, {});
  const kept = async () => JSON.stringify(await Promise.all(['organisation', 'dispute_case', 'case_hand_over'].map((table) => t.db.query(`select * from ${table} order by id`))));

  it('keep it open until they are over or handed on; nothing is handed to it afterwards', async () => {
    const grid = await createStaff(t, 'grid_officer', '网格员', { organisationId: station });
    const { caseId } = await aFiledCase(grid, { claimant: undefined, behalf: { name: '郭先生', phone: '13800000091', consent: CONSENT } });
    expect(await look(station)).toMatchObject({ staff: 1, openCases: 1 });
    await admin.put(`/api/staff/${grid.accountId}/disabled`, {});
    const before = await kept();
    expect(await close()).toMatchObject({ status: 409, body: { code: 'ORGANISATION_HAS_CASES', title: expect.stringContaining('1 件') } });
    expect(await kept()).toBe(before);
    const hand = (organisationId: string) => legal.post(`/api/cases/${caseId}/hand-over`, { requestId: crypto.randomUUID(), to: { organisationId }, reason: '服务站撤销' });
    expect((await hand(city)).status).toBeLessThan(300);
    expect(await look(station)).toMatchObject({ openCases: 0 });
    expect((await close()).status).toBe(204);
    const closed = await kept();
    expect(JSON.stringify((await legal.get(`/api/cases/${caseId}/takers`)).body)).not.toContain(station);
    expect(await hand(station)).toMatchObject({ status: 422, body: { code: 'HAND_OVER_NO_TAKER' } });
    expect(await kept()).toBe(closed);
  });

  it('have a new name of the union on their receipts within a minute', async () => {
    const worker = await signInByPhone(t.url, '13800000090', '姜小明');
    const filed = async () => (await aFiledCase(worker)).responsible;
    expect(await filed()).toBe('和解市总工会');
    expect((await admin.put(`/api/organisations/${city}/name`, { name: '和解新市总工会' })).status).toBe(204);
    clock.advance(60_000);
    expect(await filed()).toBe('和解新市总工会');
  });
});
