import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { DataSource } from 'typeorm';

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

  const add = async (name: string, kind: string, parentId = city) => (await admin.post('/api/organisations', { name, kind, parentId })).body.id as string;
  const places = (caseId: string, to: string) => t.db.query<{ path: string; at: string }[]>('select o.path, c.organisation_path as at from organisation o, dispute_case c where o.id = $2 and c.id = $1', [caseId, to]);
  const handing = (caseId: string, organisationId: string) => legal.post(`/api/cases/${caseId}/hand-over`, { requestId: crypto.randomUUID(), to: { organisationId }, reason: '就近办理' });

  it('are where it is, handed over to it in the very moment of its move', async () => {
    const [county, moving] = [await add('南湖区总工会', 'county'), await add('南湖街道服务站', 'station')];
    const { caseId } = await aFiledCase(await signInByPhone(t.url, '13800000093', '姜小明'));
    const mover = t.app.get(DataSource).createQueryRunner();
    await mover.startTransaction();
    // as a move stands just before its commit: what looks for the place still finds the old one
    await mover.query(`update organisation set parent_id = $2, path = (select path from organisation where id = $2) || id || '/' where id = $1`, [moving, county]);
    const answered = handing(caseId, moving);
    await eventually(async () => (await t.db.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'select path from organisation%'`)).length === 1, 'it waits for the move');
    await mover.commitTransaction();
    await mover.release();
    expect((await answered).status).toBeLessThan(300);
    const [row] = await places(caseId, moving);
    expect(row).toEqual({ path: `${city}/${county}/${moving}/`, at: `${city}/${county}/${moving}/` });
  });

  it('are where it is after moves and hand-overs at once, and neither waits for the other in vain', async () => {
    const homes = [await add('北湖区总工会', 'county'), await add('西湖区总工会', 'county')];
    const stations = [await add('一号服务站', 'station', homes[0]), await add('二号服务站', 'station', homes[0])];
    const worker = await signInByPhone(t.url, '13800000094', '姜小明');
    const cases = [(await aFiledCase(worker)).caseId, (await aFiledCase(worker)).caseId];
    for (let round = 0; round < 4; round++) {
      clock.advance(60_000);
      const answers = await Promise.all([
        ...stations.map((s) => admin.put(`/api/organisations/${s}/parent`, { parentId: homes[(round + 1) % 2] })),
        ...cases.map((c, i) => handing(c, stations[(round + i) % 2]!)),
      ]);
      expect(answers.map((a) => a.status < 300)).toEqual(answers.map(() => true));
      for (const [i, c] of cases.entries()) await eventually(async () => (await places(c, stations[(round + i) % 2]!)).every(({ path, at }) => path === at), 'the case is where its organisation is');
    }
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
