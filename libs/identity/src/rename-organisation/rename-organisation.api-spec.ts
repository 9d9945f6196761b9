import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, startTestApp, type TestApp } from '@hejie/test-kit';

describe('renaming an organisation', () => {
  let t: TestApp;
  let admin: Client;
  let countyAdmin: Client;
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
  });
  afterAll(() => t?.close());

  const rename = (who: Client, id: string, name: string) => who.put(`/api/organisations/${id}/name`, { name });
  const nameOf = async (id: string) => (await admin.get('/api/organisations')).body.items.find((o: { id: string }) => o.id === id)?.name;
  const kept = async () => JSON.stringify(await Promise.all(['select * from organisation order by id', `select count(*) from audit_entry where action <> 'identity.contact_read'`].map((q) => t.db.query(q))));

  it('holds at once for who serves there, and is audited once', async () => {
    expect((await rename(countyAdmin, at.county, ' 东湖新区总工会')).status).toBe(204);
    expect(await nameOf(at.county)).toBe('东湖新区总工会');
    expect((await countyAdmin.get('/api/auth/me')).body.organisations).toEqual([expect.objectContaining({ name: '东湖新区总工会' })]);
    const after = await kept();
    expect((await rename(admin, at.county, '东湖新区总工会')).status).toBe(204);
    expect(await kept()).toBe(after);
    expect(await t.db.query('select actor_id, action, detail from audit_entry where subject = $1', [`organisation:${at.county}`])).toEqual([
      { actor_id: countyAdmin.accountId, action: 'identity.organisation_renamed', detail: { from: '东湖区总工会', to: '东湖新区总工会' } },
    ]);
  });

  it('keeps names apart within one place, takes no empty one and none of a closed organisation; nothing changes', async () => {
    const { id } = (await admin.post('/api/organisations', { parentId: at.city, name: '旧服务站', kind: 'station' })).body;
    expect((await admin.put(`/api/organisations/${id}/closed`, {})).status).toBe(204);
    const before = await kept();
    expect(await rename(admin, at.other, '东湖新区总工会')).toMatchObject({ status: 409, body: { code: 'ORGANISATION_NAME_TAKEN' } });
    expect(await rename(admin, at.other, ' ')).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await rename(admin, id, '新服务站')).toMatchObject({ status: 409, body: { code: 'ORGANISATION_CLOSED', title: expect.stringContaining('旧服务站') } });
    expect(await kept()).toBe(before);
    expect((await rename(admin, at.other, '旧服务站')).status).toBe(204); // a closed one keeps no name from others
    expect(await admin.delete(`/api/organisations/${id}/closed`)).toMatchObject({ status: 409, body: { code: 'ORGANISATION_NAME_TAKEN' } });
  });

  it('is for administrators above it: others get the same answer as for nothing, and nothing changes', async () => {
    const operator = await createStaff(t, 'operator', '坐席');
    const before = await kept();
    const missing = await rename(admin, crypto.randomUUID(), '某站');
    expect(missing).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    for (const answer of [await rename(countyAdmin, at.city, '某市总工会'), await rename(countyAdmin, at.other, '某区总工会'), await rename(admin, at.foreign, '某市总工会'), await rename(operator, at.city, '某市总工会')]) {
      expect([answer.status, answer.body.code, answer.body.title]).toEqual([404, 'NOT_FOUND', missing.body.title]);
    }
    expect(await kept()).toBe(before);
  });
});
