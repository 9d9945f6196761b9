import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { Sessions } from '../sessions/sessions.js';

describe('disabling the account of somebody who left', () => {
  let t: TestApp;
  let admin: Client;
  let elsewhere: Client;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    admin = await createStaff(t, 'admin', '管理员');
    const other = await t.app.get(UnitOfWork).run((tx) => t.app.get(Organisations).create(tx, { name: '外市总工会', kind: 'city', parentId: null }));
    elsewhere = await createStaff(t, 'admin', '外市管理员', { organisationId: other.id });
  });
  afterAll(() => t?.close());
  let lawyer: Client;
  beforeEach(async () => {
    lawyer = await createStaff(t, 'lawyer', '王律师');
  });

  const path = (c: Client) => `/api/staff/${c.accountId}/disabled`;
  const startsSession = (c: Client) => t.app.get(UnitOfWork).run((tx) => t.app.get(Sessions, { strict: false }).start(tx, c.accountId, ''));
  const audited = () => t.db.query(`select count(*)::int as n from audit_entry where action like 'identity.staff_%'`).then((r: [{ n: number }]) => r[0].n);

  it('ends its sessions and sockets at once, starts no new ones, and can be taken back', async () => {
    const socket = await lawyer.socket();
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    const before = await audited();
    expect((await admin.put(path(lawyer), {})).status).toBe(204);
    expect((await admin.put(path(lawyer), {})).status).toBe(204);
    await closed;
    expect((await lawyer.get('/api/auth/me')).status).toBe(401);
    await expect(startsSession(lawyer)).rejects.toThrow('ACCOUNT_DISABLED');
    expect((await admin.delete(path(lawyer))).status).toBe(204);
    expect((await lawyer.get('/api/auth/me')).status).toBe(401);
    await startsSession(lawyer);
    expect(await audited()).toBe(before + 2);
  });

  it('is for administrators above that person only; people and oneself are left alone, and nothing changes', async () => {
    const person = await signInByPhone(t.url, '13800000077');
    const before = await audited();
    const missing = await admin.put(`/api/staff/${crypto.randomUUID()}/disabled`, {});
    expect(missing).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    for (const answer of [await elsewhere.put(path(lawyer), {}), await lawyer.put(path(admin), {}), await admin.put(path(person), {})]) {
      expect([answer.status, answer.body.code, answer.body.title]).toEqual([404, missing.body.code, missing.body.title]);
    }
    expect(await admin.put(path(admin), {})).toMatchObject({ status: 409, body: { code: 'OWN_ACCOUNT' } });
    for (const c of [admin, lawyer, person]) expect((await c.get('/api/auth/me')).status).toBe(200);
    expect(await audited()).toBe(before);
  });
});
