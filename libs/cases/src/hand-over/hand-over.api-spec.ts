import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, eventually, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';

const CONSENT = '已向来电人宣读授权内容，来电人同意由网格员代为提交。';

describe('a case filed for somebody, and its owner', () => {
  let t: TestApp;
  let grid: Client;
  let colleague: Client;
  let county: Client;
  let operator: Client;
  let outsider: Client;
  let stationId: string;
  let firmId: string;
  let caseId: string;

  beforeAll(async () => {
    t = await startTestApp();
    operator = await createStaff(t, 'operator', '坐席李');
    const organisations = t.app.get(Organisations);
    const cityId = (await organisations.root())!.id;
    const make = (name: string, kind: 'county' | 'station' | 'law_firm', parentId: string) => t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name, kind, parentId }));
    const countyId = (await make('东阁街道总工会', 'county', cityId)).id;
    stationId = (await make('东阁街道工作站', 'station', countyId)).id;
    firmId = (await make('正和律师事务所', 'law_firm', cityId)).id;
    const elsewhere = (await make('南村镇总工会', 'county', cityId)).id;
    grid = await createStaff(t, 'grid_officer', '网格员王', { organisationId: stationId });
    colleague = await createStaff(t, 'grid_officer', '网格员丁', { organisationId: stationId });
    county = await createStaff(t, 'legal_officer', '街道法律干事', { organisationId: countyId });
    outsider = await createStaff(t, 'legal_officer', '南村法律干事', { organisationId: elsewhere });
  });
  beforeEach(async () => {
    ({ caseId } = await file());
  });
  afterAll(() => t?.close());

  const id = () => crypto.randomUUID();
  const file = () => aFiledCase(grid, { claimant: undefined, behalf: { name: '郭先生', phone: '13800000099', consent: CONSENT } });
  const hand = (who: Client, to: object, requestId = id()) => who.post(`/api/cases/${caseId}/hand-over`, { requestId, to, reason: '调往其他网格' });
  const take = (who: Client) => who.post(`/api/hand-overs/${caseId}/take`, { requestId: id() });
  const owners = async () => (await county.get(`/api/cases/${caseId}`)).body.members.filter((m: { relation: string }) => m.relation === 'officer').map((m: { name: string }) => m.name);
  const seen = async () => [(await county.get(`/api/cases/${caseId}`)).body, (await county.get(`/api/cases/${caseId}/timeline`)).body, (await county.get('/api/hand-overs')).body];
  const owned = async (who: Client) => (await who.get('/api/cases?relation=officer&limit=100')).body.items.map((c: { id: string }) => c.id);

  it('is the grid officer\'s: seen by them and by the departments above, by no colleague and no other county', async () => {
    expect(await owned(grid)).toContain(caseId);
    expect((await grid.get('/api/desk/caseload')).body.items.map((c: { caseId: string }) => c.caseId)).toContain(caseId);
    expect((await county.get(`/api/cases/${caseId}`)).status).toBe(200);
    expect(await owned(county)).toEqual([]);
    for (const who of [colleague, operator, outsider]) {
      expect((await who.get(`/api/cases/${caseId}`)).status).toBe(404);
      expect((await who.get('/api/cases')).body.items).toEqual([]);
    }
  });

  it('gives the worker the same receipt, naming the station, and what was said to be agreed to', async () => {
    const caller = await signInByPhone(t.url, '13800000099');
    expect((await caller.get(`/api/cases/${caseId}/receipt`)).body).toEqual((await grid.get(`/api/cases/${caseId}/receipt`)).body);
    expect((await caller.get(`/api/cases/${caseId}/receipt`)).body.responsible).toBe('东阁街道工作站');
    expect((await caller.get(`/api/cases/${caseId}`)).body.filedFor).toEqual({ by: '网格员王', consent: CONSENT });
    expect((await grid.post('/api/cases/quick', { requestId: id(), facts: {} })).status).toBe(400);
  });

  it('goes to another officer with a reason, once, and the old owner loses it at once', async () => {
    const requestId = id();
    const answers = await Promise.all(Array.from({ length: 4 }, () => hand(grid, { accountId: operator.accountId }, requestId)));
    for (const { status, body } of answers) expect([status, body]).toEqual([200, { caseId, to: '坐席李', organisation: '和解市总工会', at: expect.any(String) }]);
    expect((await hand(grid, { accountId: operator.accountId }, requestId)).body).toEqual(answers[0]!.body);

    for (const path of ['', '/timeline', '/evidence', '/particulars', '/receipt', '/takers']) expect((await grid.get(`/api/cases/${caseId}${path}`)).status).toBe(404);
    expect(await owned(grid)).not.toContain(caseId);
    expect(await owned(operator)).toContain(caseId);
    const lines = (await operator.get(`/api/cases/${caseId}/timeline`)).body.items.filter((i: { kind: string }) => i.kind === 'cases.handed_over');
    expect(lines).toMatchObject([{ actorName: '网格员王', data: { to: '坐席李', organisation: '和解市总工会', reason: '调往其他网格' } }]);
    // it is the city's now, no longer the county's
    expect((await county.get(`/api/cases/${caseId}`)).status).toBe(404);
    await eventually(async () => (await operator.get('/api/notifications')).body.items.some((n: { link: string }) => n.link === `/cases/${caseId}`), 'the new owner is told');
  });

  it('goes to an organisation, whose officers see it waiting; the first to take it owns it', async () => {
    expect((await hand(grid, { organisationId: stationId })).body).toMatchObject({ to: null, organisation: '东阁街道工作站' });
    expect(await owners()).toEqual([]);
    const { items } = (await colleague.get('/api/hand-overs')).body;
    expect(items).toEqual([expect.objectContaining({ caseId, claimantName: '郭某', reason: '调往其他网格', handedBy: '网格员王' })]);
    for (const who of [operator, outsider]) {
      expect((await who.get('/api/hand-overs')).body.items).toEqual([]);
      expect((await take(who)).status).toBe(404);
    }
    const both = await Promise.all([take(colleague), take(grid)]);
    expect(both.map((a) => a.status).sort()).toEqual([200, 404]);
    const winner = both[0]!.status === 200 ? colleague : grid;
    expect((await take(winner)).status).toBe(200);
    expect(await owners()).toHaveLength(1);
    expect((await colleague.get('/api/hand-overs')).body.items).toEqual([]);
  });

  it('can be taken from an officer by the department, also while it waits', async () => {
    expect((await hand(county, { organisationId: stationId })).status).toBe(200);
    expect((await grid.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await hand(county, { accountId: colleague.accountId })).status).toBe(200);
    expect(await owners()).toEqual(['网格员丁']);
    expect((await grid.get('/api/hand-overs')).body.items).toEqual([]);
  });

  it('offers the union\'s officers and organisations, and nobody else is accepted; nothing changes', async () => {
    const { items } = (await grid.get(`/api/cases/${caseId}/takers`)).body;
    expect(items.map((i: { organisation: string }) => i.organisation).sort()).toEqual(['东阁街道工作站', '东阁街道总工会', '南村镇总工会', '和解市总工会'].sort());
    expect(items.find((i: { organisation: string }) => i.organisation === '东阁街道工作站').officers.map((o: { name: string }) => o.name).sort()).toEqual(['网格员丁', '网格员王'].sort());
    const lawyer = await createStaff(t, 'lawyer', '王律师');
    const before = await seen();
    for (const to of [{ accountId: lawyer.accountId }, { accountId: id() }, { accountId: grid.accountId }, { organisationId: firmId }, { organisationId: id() }]) {
      expect(await hand(grid, to)).toMatchObject({ status: 422, body: { code: 'HAND_OVER_NO_TAKER' } });
    }
    expect((await grid.post(`/api/cases/${caseId}/hand-over`, { requestId: id(), to: { accountId: operator.accountId }, reason: '' })).status).toBe(400);
    for (const who of [colleague, operator, outsider, lawyer, await signInByPhone(t.url, '13800000098')]) expect((await hand(who, { accountId: colleague.accountId })).status).toBe(404);
    expect(await seen()).toEqual(before);
  });

  it('stays where it is once it is over', async () => {
    const caller = await signInByPhone(t.url, '13800000097');
    ({ caseId } = await aFiledCase(grid, { claimant: undefined, behalf: { name: '郭先生', phone: '13800000097', consent: CONSENT } }));
    await caller.post(`/api/cases/${caseId}/moves`, { requestId: id(), move: 'withdraw', expectedStatus: 'filed' });
    const before = await seen();
    expect(await hand(grid, { accountId: colleague.accountId })).toMatchObject({ status: 409, body: { code: 'CASE_MOVE_ILLEGAL' } });
    expect(await seen()).toEqual(before);
  });
});
