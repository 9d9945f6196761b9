import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, startTestApp, type TestApp } from '@hejie/test-kit';
import type { OrganisationView } from '../contract/index.js';

describe('closing an organisation', () => {
  let t: TestApp;
  let admin: Client;
  let countyAdmin: Client;
  let legal: Client;
  const at = {} as Record<'city' | 'county' | 'other' | 'foreign', string>;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    admin = await createStaff(t, 'admin', '管理员');
    const organisations = t.app.get(Organisations);
    at.city = (await organisations.root())!.id;
    await t.app.get(UnitOfWork).run(async (tx) => {
      at.county = (await organisations.create(tx, { name: '东湖区总工会', kind: 'county', parentId: at.city })).id;
      at.other = (await organisations.create(tx, { name: '西山区总工会', kind: 'county', parentId: at.city })).id;
      at.foreign = (await organisations.create(tx, { name: '外市总工会', kind: 'city', parentId: null })).id;
    });
    countyAdmin = await createStaff(t, 'admin', '区管理员', { organisationId: at.county });
    legal = await createStaff(t, 'legal_officer', '法律部赵');
  });
  afterAll(() => t?.close());
  let n = 0;
  let station: string;
  beforeEach(async () => {
    clock.advance(60_000);
    station = (await countyAdmin.post('/api/organisations', { parentId: at.county, name: `服务站${++n}`, kind: 'station' })).body.id;
  });

  const close = (who: Client, id: string) => who.put(`/api/organisations/${id}/closed`, {});
  const open = (who: Client, id: string) => who.delete(`/api/organisations/${id}/closed`);
  const look = async (id: string): Promise<OrganisationView> => (await admin.get('/api/organisations')).body.items.find((o: OrganisationView) => o.id === id);
  const invite = (id: string, more: object = {}) => countyAdmin.post('/api/staff', { name: '孙调解', username: `sun.${n}`, places: [{ role: 'mediator', organisationId: id }], ...more });
  const kept = async () => JSON.stringify(await Promise.all(['select * from organisation order by id', 'select * from account_role order by account_id, role', 'select * from account order by id', `select count(*) from audit_entry where action <> 'identity.contact_read'`].map((q) => t.db.query(q))));

  it('takes it from where people can serve, keeps it in the tree, can be taken back, and is audited once each', async () => {
    expect((await close(countyAdmin, station)).status).toBe(204);
    expect((await close(countyAdmin, station)).status).toBe(204);
    expect(await look(station)).toMatchObject({ closedAt: clock.now().toISOString() });
    const places = async () => (await countyAdmin.get('/api/staff/organisations')).body.items.map((o: { id: string }) => o.id);
    expect(await places()).not.toContain(station);
    const before = await kept();
    const closed = { status: 409, body: { code: 'ORGANISATION_CLOSED', title: expect.stringContaining(`服务站${n}`) } };
    expect(await invite(station)).toMatchObject(closed);
    expect(await countyAdmin.post('/api/organisations', { parentId: station, name: '服务点', kind: 'station' })).toMatchObject(closed);
    expect(await kept()).toBe(before);
    expect((await open(countyAdmin, station)).status).toBe(204);
    expect((await open(countyAdmin, station)).status).toBe(204);
    expect(await look(station)).toMatchObject({ closedAt: null });
    expect(await places()).toContain(station);
    expect((await invite(station)).status).toBe(201);
    const trail = await t.db.query('select actor_id, action from audit_entry where subject = $1 order by seq', [`organisation:${station}`]);
    expect(trail).toEqual(['added', 'closed', 'opened'].map((what) => ({ actor_id: countyAdmin.accountId, action: `identity.organisation_${what}` })));
  });

  it('waits for staff: moved away or disabled; one disabled there comes back only elsewhere', async () => {
    const [one, two] = [await createStaff(t, 'mediator', '陈调解', { organisationId: station }), await createStaff(t, 'operator', '周坐席', { organisationId: station })];
    const before = await kept();
    expect(await close(countyAdmin, station)).toMatchObject({ status: 409, body: { code: 'ORGANISATION_HAS_STAFF', title: expect.stringMatching(/2 位/) } });
    expect(await kept()).toBe(before);
    expect((await countyAdmin.put(`/api/staff/${one.accountId}/roles`, { places: [{ role: 'mediator', organisationId: at.county }] })).status).toBe(204);
    expect(await close(countyAdmin, station)).toMatchObject({ status: 409, body: { code: 'ORGANISATION_HAS_STAFF' } });
    expect((await countyAdmin.put(`/api/staff/${two.accountId}/disabled`, {})).status).toBe(204);
    expect((await close(countyAdmin, station)).status).toBe(204);
    const closed = await kept();
    expect(await countyAdmin.delete(`/api/staff/${two.accountId}/disabled`)).toMatchObject({ status: 409, body: { code: 'ORGANISATION_CLOSED' } });
    expect(await kept()).toBe(closed);
    expect((await countyAdmin.put(`/api/staff/${two.accountId}/roles`, { places: [{ role: 'operator', organisationId: at.county }] })).status).toBe(204);
    expect((await countyAdmin.delete(`/api/staff/${two.accountId}/disabled`)).status).toBe(204);
  });

  it('waits for somebody who was only invited, also of one invited at the very moment', async () => {
    const [closing, inviting] = await Promise.all([close(admin, station), invite(station)]);
    expect([[204, 409], [409, 201]]).toContainEqual([closing.status, inviting.status]);
    const { closedAt, staff } = await look(station);
    expect(closedAt === null).toBe(staff === 1);
  });

  it('goes from below: first what belongs to it, and back from above', async () => {
    const point = (await countyAdmin.post('/api/organisations', { parentId: station, name: '服务点', kind: 'station' })).body.id;
    const before = await kept();
    expect(await close(countyAdmin, station)).toMatchObject({ status: 409, body: { code: 'ORGANISATION_HAS_PARTS', title: expect.stringContaining(`服务站${n}`) } });
    expect(await kept()).toBe(before);
    for (const id of [point, station]) expect((await close(countyAdmin, id)).status).toBe(204);
    expect(await open(countyAdmin, point)).toMatchObject({ status: 409, body: { code: 'ORGANISATION_CLOSED', title: expect.stringContaining(`服务站${n}`) } });
    for (const id of [station, point]) expect((await open(countyAdmin, id)).status).toBe(204);
  });

  it('is for administrators above it: others get the same answer as for nothing, and nothing changes', async () => {
    const before = await kept();
    const missing = await close(admin, crypto.randomUUID());
    expect(missing).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    for (const answer of [await close(countyAdmin, at.other), await close(countyAdmin, at.city), await close(admin, at.foreign), await open(admin, at.foreign), await close(legal, station), await open(countyAdmin, at.other)]) {
      expect([answer.status, answer.body.code, answer.body.title]).toEqual([404, 'NOT_FOUND', missing.body.title]);
    }
    // whoever administers serves there, so nobody closes the place under their own feet
    expect(await close(countyAdmin, at.county)).toMatchObject({ status: 409 });
    expect(await kept()).toBe(before);
  });
});
