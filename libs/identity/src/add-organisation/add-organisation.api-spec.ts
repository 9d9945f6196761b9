import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, startTestApp, type TestApp } from '@hejie/test-kit';
import type { OrganisationView } from '../contract/index.js';

describe('the tree of the union, and adding to it', () => {
  let t: TestApp;
  let admin: Client;
  let countyAdmin: Client;
  let foreignAdmin: Client;
  let city: string;
  let county: string;
  let foreign: string;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    admin = await createStaff(t, 'admin', '管理员');
    const organisations = t.app.get(Organisations);
    city = (await organisations.root())!.id;
    [county, foreign] = await t.app.get(UnitOfWork).run(async (tx) => {
      const below = await organisations.create(tx, { name: '东湖区总工会', kind: 'county', parentId: city });
      return [below.id, (await organisations.create(tx, { name: '外市总工会', kind: 'city', parentId: null })).id];
    });
    countyAdmin = await createStaff(t, 'admin', '区管理员', { organisationId: county });
    foreignAdmin = await createStaff(t, 'admin', '外市管理员', { organisationId: foreign });
  });
  afterAll(() => t?.close());

  const tree = async (who: Client): Promise<OrganisationView[]> => (await who.get('/api/organisations')).body.items;
  const add = (who: Client, parentId: string, name: string, kind = 'station') => who.post('/api/organisations', { parentId, name, kind });
  const kept = async () => JSON.stringify(await Promise.all(['select * from organisation order by id', `select count(*) from audit_entry where action <> 'identity.contact_read'`].map((q) => t.db.query(q))));

  it('adds a place below one they administer, at which staff can then be invited, and is audited', async () => {
    const { status, body } = await add(countyAdmin, county, '  东湖区职工服务站 ');
    expect(status).toBe(201);
    expect(await tree(countyAdmin)).toEqual([
      { id: county, parentId: null, name: '东湖区总工会', kind: 'county', depth: 0, closedAt: null, staff: 1, openCases: 0 },
      { id: body.id, parentId: county, name: '东湖区职工服务站', kind: 'station', depth: 1, closedAt: null, staff: 0, openCases: 0 },
    ]);
    expect((await tree(admin)).map((o) => [o.depth, o.name])).toEqual([[0, '和解市总工会'], [1, '东湖区总工会'], [2, '东湖区职工服务站']]);
    expect((await tree(foreignAdmin)).map((o) => o.name)).toEqual(['外市总工会']);
    const [line] = await t.db.query('select actor_id, action, detail from audit_entry where subject = $1', [`organisation:${body.id}`]);
    expect(line).toEqual({ actor_id: countyAdmin.accountId, action: 'identity.organisation_added', detail: { parentId: county, name: '东湖区职工服务站', kind: 'station' } });
    const invited = await countyAdmin.post('/api/staff', { name: '陈调解', username: 'chen', places: [{ role: 'mediator', organisationId: body.id }] });
    expect(invited.status).toBe(201);
    expect((await tree(admin)).at(-1)).toMatchObject({ id: body.id, staff: 1 });
    await countyAdmin.put(`/api/staff/${invited.body.accountId}/disabled`, {});
    expect((await tree(admin)).at(-1)).toMatchObject({ id: body.id, staff: 0 });
  });

  it('takes every kind but a second union', async () => {
    for (const kind of ['county', 'street', 'station', 'enterprise', 'law_firm', 'commission', 'court']) expect([kind, (await add(admin, city, `新的${kind}`, kind)).status]).toEqual([kind, 201]);
    const before = await kept();
    for (const body of [{ kind: 'city' }, { kind: 'club' }, { name: '站' }, { name: '长'.repeat(101) }, { parentId: 'x' }, { path: '/' }]) {
      expect(await admin.post('/api/organisations', { parentId: city, name: '又一个', kind: 'station', ...body })).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    }
    expect(await kept()).toBe(before);
  });

  it('keeps names apart within one place, also of two who add at once; nothing changes', async () => {
    const answers = await Promise.all([add(admin, county, '城南街道总工会', 'street'), add(countyAdmin, county, '城南街道总工会', 'street')]);
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409]);
    const before = await kept();
    expect(await add(admin, county, '城南街道总工会', 'station')).toMatchObject({ status: 409, body: { code: 'ORGANISATION_NAME_TAKEN', title: expect.stringContaining('城南街道总工会') } });
    expect(await kept()).toBe(before);
    expect((await add(admin, city, '城南街道总工会', 'street')).status).toBe(201); // another place
  });

  it('is for administrators above that place: others get the same answer as for nothing, and nothing changes', async () => {
    const operator = await createStaff(t, 'operator', '坐席');
    const before = await kept();
    const missing = await admin.get(`/api/staff?organisationId=${crypto.randomUUID()}`);
    for (const answer of [await add(admin, crypto.randomUUID(), '某站'), await add(countyAdmin, city, '某站'), await add(admin, foreign, '某站'), await add(foreignAdmin, county, '某站'), await add(operator, city, '某站'), await operator.get('/api/organisations')]) {
      expect([answer.status, answer.body.code, answer.body.title]).toEqual([404, 'NOT_FOUND', missing.body.title]);
    }
    expect(await kept()).toBe(before);
  });
});
