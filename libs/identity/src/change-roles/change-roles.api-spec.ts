import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';

describe('changing what a member of staff is', () => {
  let t: TestApp;
  let admin: Client;
  let city: string;
  let street: string;
  let foreign: string;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    admin = await createStaff(t, 'admin', '管理员');
    const organisations = t.app.get(Organisations);
    city = (await organisations.root())!.id;
    [street, foreign] = await t.app.get(UnitOfWork).run(async (tx) => {
      const below = await organisations.create(tx, { name: '东阁街道总工会', kind: 'county', parentId: city });
      return [below.id, (await organisations.create(tx, { name: '外市总工会', kind: 'city', parentId: null })).id];
    });
  });
  afterAll(() => t?.close());
  let mediator: Client;
  beforeEach(async () => {
    mediator = await createStaff(t, 'mediator', '陈调解');
  });

  const change = (who: Client, of: Client, places: readonly { role: string; organisationId: string }[]) => who.put(`/api/staff/${of.accountId}/roles`, { places });
  const kept = async () => JSON.stringify([
    await t.db.query('select * from account_role order by account_id, role'),
    await t.db.query(`select count(*) from audit_entry where action = 'identity.staff_roles_changed'`),
  ]);
  const rolesOf = (who: Client) => who.get('/api/auth/me').then((a) => a.body.roles);

  it('holds from the next request on, closes sockets that had other roles, and is audited once with both', async () => {
    const socket = await mediator.socket();
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    const places = [{ role: 'operator', organisationId: street }, { role: 'legal_officer', organisationId: city }];
    expect((await change(admin, mediator, places)).status).toBe(204);
    expect(await rolesOf(mediator)).toEqual(['legal_officer', 'operator']);
    await closed;
    const after = await kept();
    expect((await change(admin, mediator, [...places].reverse())).status).toBe(204);
    expect(await kept()).toBe(after);
    const [line] = await t.db.query(`select actor_id, detail from audit_entry where action = 'identity.staff_roles_changed' and subject = $1`, [`account:${mediator.accountId}`]);
    expect(line).toEqual({
      actor_id: admin.accountId,
      detail: { from: [{ role: 'mediator', organisationId: city }], to: [{ role: 'legal_officer', organisationId: city }, { role: 'operator', organisationId: street }] },
    });
  });

  it('is refused beyond an administrator’s reach as if there were nothing, and nothing changes', async () => {
    const person = await signInByPhone(t.url, '13800000078');
    const below = await createStaff(t, 'admin', '街道管理员', { organisationId: street });
    const abroad = await createStaff(t, 'mediator', '外市调解', { organisationId: foreign });
    // a role elsewhere gives no reach there
    await t.db.query(`insert into account_role (account_id, role, organisation_id) values ($1, 'lawyer', $2)`, [below.accountId, city]);
    const both = await createStaff(t, 'mediator', '两处调解', { organisationId: street });
    await t.db.query(`insert into account_role (account_id, role, organisation_id) values ($1, 'operator', $2)`, [both.accountId, foreign]);
    const before = await kept();
    const to = [{ role: 'operator', organisationId: street }];
    const missing = await admin.put(`/api/staff/${crypto.randomUUID()}/roles`, { places: to });
    expect(missing).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    for (const answer of [
      await change(admin, person, to),
      await change(admin, abroad, to),
      await change(admin, both, to),
      await change(below, mediator, to),
      await change(mediator, below, to),
      await change(admin, mediator, [{ role: 'operator', organisationId: foreign }]),
      await change(admin, mediator, [{ role: 'operator', organisationId: crypto.randomUUID() }]),
      await change(below, both, [{ role: 'admin', organisationId: city }]),
    ]) expect([answer.status, answer.body.title]).toEqual([404, missing.body.title]);
    expect(await kept()).toBe(before);
  });

  it('takes no role of people, none twice and not none, and leaves oneself alone; nothing changes', async () => {
    const before = await kept();
    const at = { organisationId: city };
    for (const places of [[], [{ role: 'person', ...at }], [{ role: 'mediator', ...at }, { role: 'mediator', organisationId: street }]]) {
      expect(await change(admin, mediator, places)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    }
    expect(await change(admin, admin, [{ role: 'operator', ...at }])).toMatchObject({ status: 409, body: { code: 'OWN_ACCOUNT' } });
    expect(await kept()).toBe(before);
  });

  it('leaves an organisation its last administrator who can sign in, and nothing changes', async () => {
    const organisation = await t.app.get(UnitOfWork).run((tx) => t.app.get(Organisations).create(tx, { name: '西阁街道总工会', kind: 'county', parentId: city }));
    const at = { organisationId: organisation.id };
    const only = await createStaff(t, 'admin', '唯一管理员', at);
    // one who has only been invited does not count, nor one who is disabled, nor the one above
    await admin.post('/api/staff', { name: '候任', username: 'next-admin', places: [{ role: 'admin', ...at }] });
    const gone = await createStaff(t, 'admin', '离任', at);
    await admin.put(`/api/staff/${gone.accountId}/disabled`, {});
    const before = await kept();
    for (const places of [[{ role: 'mediator', ...at }], [{ role: 'admin', organisationId: city }]]) {
      expect(await change(admin, only, places)).toMatchObject({ status: 409, body: { code: 'LAST_ADMINISTRATOR' } });
    }
    expect(await kept()).toBe(before);
    expect((await change(admin, only, [{ role: 'admin', ...at }, { role: 'mediator', ...at }])).status).toBe(204);
    await createStaff(t, 'admin', '继任', at);
    expect((await change(admin, only, [{ role: 'mediator', ...at }])).status).toBe(204);
  });
});
