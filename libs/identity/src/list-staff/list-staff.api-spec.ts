import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { StaffMember } from '../contract/index.js';

describe('the list of staff', () => {
  let t: TestApp;
  const at = {} as Record<'city' | 'street' | 'station' | 'foreign', string>;
  const who = {} as Record<'admin' | 'streetAdmin' | 'foreignAdmin' | 'mediator' | 'operator' | 'lawyer' | 'both', Client>;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    await t.app.get(UnitOfWork).run(async (tx) => {
      const organisations = t.app.get(Organisations);
      const make = async (name: string, kind: 'city' | 'county' | 'station', parentId: string | null) => (await organisations.create(tx, { name, kind, parentId })).id;
      at.city = await make('和解市总工会', 'city', null);
      at.street = await make('东阁街道总工会', 'county', at.city);
      at.station = await make('东阁调解工作站', 'station', at.street);
      at.foreign = await make('外市总工会', 'city', null);
    });
    who.admin = await createStaff(t, 'admin', '管理员', { organisationId: at.city });
    who.streetAdmin = await createStaff(t, 'admin', '街道管理员', { organisationId: at.street });
    who.foreignAdmin = await createStaff(t, 'admin', '外市管理员', { organisationId: at.foreign });
    who.mediator = await createStaff(t, 'mediator', '陈调解', { organisationId: at.station, phone: '13912345678' });
    who.operator = await createStaff(t, 'operator', '坐席小周', { organisationId: at.city });
    who.lawyer = await createStaff(t, 'lawyer', '王律师', { organisationId: at.foreign });
    who.both = await createStaff(t, 'mediator', '两处调解', { organisationId: at.street });
    await t.db.query(`insert into account_role (account_id, role, organisation_id) values ($1, 'lawyer', $2)`, [who.both.accountId, at.foreign]);
    await signInByPhone(t.url, '13800000080', '姜小明');
  });
  afterAll(() => t?.close());

  const list = async (reader: Client, query = ''): Promise<StaffMember[]> => {
    const { status, body } = await reader.get(`/api/staff${query}`);
    expect([status, body.total]).toEqual([200, body.items.length]);
    return body.items;
  };
  const names = async (reader: Client, query = '') => (await list(reader, query)).map((m) => m.name).sort();
  const sorted = (...of: string[]) => [...of].sort();

  it('has everybody who serves in the reader’s organisations or below, and nobody else', async () => {
    expect(await names(who.admin)).toEqual(sorted('管理员', '街道管理员', '陈调解', '坐席小周', '两处调解'));
    expect(await names(who.streetAdmin)).toEqual(sorted('街道管理员', '陈调解', '两处调解'));
    expect(await names(who.foreignAdmin)).toEqual(sorted('外市管理员', '王律师', '两处调解'));
  });

  it('finds by place, role, state, name and user name', async () => {
    expect(await names(who.admin, `?organisationId=${at.street}`)).toEqual(sorted('街道管理员', '陈调解', '两处调解'));
    expect(await names(who.admin, `?organisationId=${at.station}`)).toEqual(['陈调解']);
    expect(await names(who.admin, '?role=admin')).toEqual(sorted('管理员', '街道管理员'));
    expect(await names(who.admin, `?find=${encodeURIComponent('调解')}`)).toEqual(sorted('陈调解', '两处调解'));
    expect(await names(who.admin, '?find=OPERATOR')).toEqual(['坐席小周']);
    expect(await names(who.admin, '?state=active&role=lawyer')).toEqual([]); // a role held elsewhere is not one here
    await who.admin.put(`/api/staff/${who.operator.accountId}/disabled`, {});
    await who.admin.post('/api/staff', { name: '新人', username: 'newcomer', places: [{ role: 'lawyer', organisationId: at.city }] });
    expect(await names(who.admin, '?state=disabled')).toEqual(['坐席小周']);
    expect(await names(who.admin, '?state=invited')).toEqual(['新人']);
  });

  it('says who may be changed, masks phones, and tells nothing of places beyond reach', async () => {
    const mediator = (await list(who.admin)).find((m) => m.name === '陈调解');
    expect(mediator).toMatchObject({ phoneMasked: '139****5678', changeable: true, mine: false, state: 'active', places: [{ role: 'mediator', organisation: '东阁调解工作站', organisationId: at.station }] });
    const [both] = await list(who.admin, `?find=${encodeURIComponent('两处')}`);
    expect(both).toMatchObject({ changeable: false, places: [{ role: 'mediator', organisation: '东阁街道总工会' }] });
    expect(JSON.stringify(both)).not.toContain('外市');
    expect((await who.admin.get(`/api/staff/${who.both.accountId}`)).body).toEqual(both);
    expect((await list(who.admin)).find((m) => m.name === '管理员')).toMatchObject({ mine: true, changeable: false });
  });

  it('comes with the tree it can be narrowed by', async () => {
    const { items } = (await who.admin.get('/api/staff/organisations')).body;
    expect(items.map((o: { name: string; depth: number }) => [o.depth, o.name])).toEqual([[0, '和解市总工会'], [1, '东阁街道总工会'], [2, '东阁调解工作站']]);
    expect((await who.streetAdmin.get('/api/staff/organisations')).body.items.map((o: { depth: number }) => o.depth)).toEqual([0, 1]);
  });

  it('goes on page by page', async () => {
    await t.db.query(
      `with made as (insert into account (id, name_sealed, locale, created_at) select gen_random_uuid(), (select name_sealed from account where id = $1), 'zh-CN', now() from generate_series(1, 60) returning id),
            roles as (insert into account_role select id, 'grid_officer', $2::uuid from made)
       insert into staff_credential (account_id, username) select id, 'grid-' || id from made`,
      [who.mediator.accountId, at.station],
    );
    const [one, two] = [await who.admin.get('/api/staff?role=grid_officer'), await who.admin.get('/api/staff?role=grid_officer&page=2')];
    expect([one.body.total, one.body.items.length, two.body.items.length]).toEqual([60, 50, 10]);
    expect(new Set([...one.body.items, ...two.body.items].map((m: StaffMember) => m.accountId)).size).toBe(60);
  });

  it('is for administrators: others, and organisations beyond reach, get the same answer as for nothing', async () => {
    const missing = await who.admin.get(`/api/staff?organisationId=${crypto.randomUUID()}`);
    expect(missing.status).toBe(404);
    for (const answer of [await who.admin.get(`/api/staff?organisationId=${at.foreign}`), await who.streetAdmin.get(`/api/staff?organisationId=${at.city}`), await who.admin.get(`/api/staff/${who.lawyer.accountId}`), await who.streetAdmin.get(`/api/staff/${who.operator.accountId}`), await who.mediator.get('/api/staff'), await who.mediator.get(`/api/staff/${who.mediator.accountId}`), await who.mediator.get('/api/staff/organisations')]) {
      expect([answer.status, answer.body.title]).toEqual([404, missing.body.title]);
    }
  });
});
