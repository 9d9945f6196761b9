import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aFiledCase } from '@hejie/cases/testing';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, signInByPhone, startTestApp, type TestApp, withoutSweep } from '@hejie/test-kit';
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
  const startsSession = (c: Client) => t.app.get(UnitOfWork).run((tx) => t.app.get(Sessions, { strict: false }).start(tx, c.accountId, '', { means: 'password_totp' }));
  const audited = () => t.db.query(`select count(*)::int as n from audit_entry where action like 'identity.staff_%'`).then((r: [{ n: number }]) => r[0].n);

  it('ends its sessions and sockets at once, starts no new ones, and can be taken back', async () => {
    const socket = await lawyer.socket();
    withoutSweep(t);
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

  it('takes it from what work is given by: no case is handed to it and no session set with it, and nothing changes', async () => {
    const [operator, gone, mediator] = [await createStaff(t, 'operator', '坐席小周'), await createStaff(t, 'operator', '离任坐席'), await createStaff(t, 'mediator', '离任调解员')];
    const { caseId } = await aFiledCase(operator, { claimant: undefined, behalf: { name: '郭先生', phone: '13800000098', consent: '已向来电人宣读授权内容，来电人同意代为提交。' } });
    const offered = async () => JSON.stringify([(await operator.get(`/api/cases/${caseId}/takers`)).body, (await operator.get('/api/mediators')).body]);
    for (const name of ['离任坐席', '离任调解员']) expect(await offered()).toContain(name);
    for (const c of [gone, mediator]) await admin.put(path(c), {});
    for (const name of ['离任坐席', '离任调解员']) expect(await offered()).not.toContain(name);
    const kept = async () => (await t.db.query('select organisation_path, version from dispute_case')) as unknown;
    const before = await kept();
    expect(await operator.post(`/api/cases/${caseId}/hand-over`, { requestId: crypto.randomUUID(), to: { accountId: gone.accountId }, reason: '换人办理' })).toMatchObject({ status: 422, body: { code: 'HAND_OVER_NO_TAKER' } });
    expect(await kept()).toEqual(before);
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

  it('leaves an organisation its last administrator, and nothing changes; two who go at once cannot count on each other', async () => {
    const county = await t.app.get(UnitOfWork).run(async (tx) => {
      const organisations = t.app.get(Organisations);
      return organisations.create(tx, { name: '东阁街道总工会', kind: 'county', parentId: (await organisations.root())!.id });
    });
    const [one, two] = [await createStaff(t, 'admin', '街道管理员甲', { organisationId: county.id }), await createStaff(t, 'admin', '街道管理员乙', { organisationId: county.id })];
    const both = await Promise.all([admin.put(path(one), {}), admin.put(path(two), {})]);
    expect(both.map((a) => a.status).sort()).toEqual([204, 409]);
    const last = both[0]!.status === 409 ? one : two;
    const before = await audited();
    const refused = await admin.put(path(last), {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'LAST_ADMINISTRATOR', title: expect.stringContaining('东阁街道总工会') } });
    expect((await last.get('/api/auth/me')).status).toBe(200);
    expect(await audited()).toBe(before);
  });
});
