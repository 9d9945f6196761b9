import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { injuryFacts } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { type Client, createStaff, startTestApp, type TestApp } from '@hejie/test-kit';
import { id, ok } from '../people.js';

const STATIONS = 23;
const SUB_STATIONS = 105;

/** City -> counties -> 23 town stations -> 105 sub-stations (青岛西海岸): each desk sees its own subtree, and cases move within the tree. */
describe('scenario B1', () => {
  let t: TestApp;
  let city: Client;
  const county: Client[] = [];
  const station: Client[] = [];
  const grid: Client[] = [];
  const cases: string[] = [];

  beforeAll(async () => {
    t = await startTestApp();
    city = await createStaff(t, 'legal_officer', '市总法律部');
    const organisations = t.app.get(Organisations);
    const cityId = (await organisations.root())!.id;
    const tree = await t.app.get(UnitOfWork).run(async (tx) => {
      const make = (name: string, kind: 'county' | 'street' | 'station', parentId: string) => organisations.create(tx, { name, kind, parentId });
      const counties = [await make('甲区总工会', 'county', cityId), await make('乙区总工会', 'county', cityId)];
      const stations = [];
      for (let i = 0; i < STATIONS; i++) stations.push(await make(`镇街工作站${i + 1}`, 'station', counties[i % 2]!.id));
      const subs = [];
      for (let i = 0; i < SUB_STATIONS; i++) subs.push(await make(`服务点${i + 1}`, 'station', stations[i % STATIONS]!.id));
      return { counties, stations, subs };
    });
    for (const { id: organisationId } of tree.counties) county.push(await createStaff(t, 'legal_officer', '区法律干事', { organisationId }));
    // stations 1 and 3 are in the first county, station 2 in the second; each with a grid officer at a sub-station of its own
    for (const i of [0, 1, 2]) {
      station.push(await createStaff(t, 'legal_officer', `工作站${i + 1}负责人`, { organisationId: tree.stations[i]!.id }));
      grid.push(await createStaff(t, 'grid_officer', `网格员${i + 1}`, { organisationId: tree.subs[i]!.id }));
    }
    for (const [i, officer] of grid.entries()) {
      const behalf = { name: `来电人${i}`, phone: `1380013810${i}`, consent: '已宣读授权内容，来电人同意代为提交。' };
      cases.push(ok(await officer.post('/api/cases/quick', { requestId: id(), behalf, facts: injuryFacts() })).caseId);
    }
  }, 60_000);
  afterAll(() => t?.close());

  const list = async (who: Client) => ok(await who.get('/api/cases')).items.map((c: { id: string }) => c.id).sort();
  const of = (...indexes: number[]) => indexes.map((i) => cases[i]!).sort();

  it('shows every desk its own subtree, at the list and at the door', async () => {
    const sees: [Client, string[]][] = [
      [city, of(0, 1, 2)],
      [county[0]!, of(0, 2)],
      [county[1]!, of(1)],
      ...station.map((who, i): [Client, string[]] => [who, of(i)]),
      ...grid.map((who, i): [Client, string[]] => [who, of(i)]),
    ];
    for (const [who, expected] of sees) {
      expect(await list(who)).toEqual(expected);
      for (const caseId of cases) expect((await who.get(`/api/cases/${caseId}`)).status).toBe(expected.includes(caseId) ? 200 : 404);
    }
  });

  it('moves a case to a station of another county: the old desks lose it, the new ones have it, the city sees it throughout', async () => {
    const takers = ok(await county[0]!.get(`/api/cases/${cases[2]}/takers`)).items;
    expect(takers).toHaveLength(1 + 2 + STATIONS + SUB_STATIONS);
    const to = takers.find((o: { organisation: string }) => o.organisation === '服务点2').organisationId;
    ok(await county[0]!.post(`/api/cases/${cases[2]}/hand-over`, { requestId: id(), to: { organisationId: to }, reason: '用人单位在乙区' }));
    expect([await list(county[0]!), await list(station[2]!), await list(grid[2]!)]).toEqual([of(0), [], []]);
    expect([await list(county[1]!), await list(station[1]!), await list(city)]).toEqual([of(1, 2), of(1, 2), of(0, 1, 2)]);
    expect(await list(grid[1]!)).toEqual(of(1));
    ok(await grid[1]!.post(`/api/hand-overs/${cases[2]}/take`, { requestId: id() }));
    expect(await list(grid[1]!)).toEqual(of(1, 2));
  });
});
