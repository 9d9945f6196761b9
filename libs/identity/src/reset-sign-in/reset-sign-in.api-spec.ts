import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { Client, createStaff, signInAgain, signInByPhone, smsTo, startTestApp, type TestApp, withoutSweep } from '@hejie/test-kit';
import { Secret, TOTP } from 'otpauth';

describe('resetting the sign-in of somebody who lost their authenticator', () => {
  let t: TestApp;
  let admin: Client;
  let lawyer: Client;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    admin = await createStaff(t, 'admin', '管理员');
  });
  afterAll(() => t?.close());
  beforeEach(async () => {
    lawyer = await createStaff(t, 'lawyer', '王律师');
    clock.advance(60_000);
  });

  const reset = (who: Client, of: Client) => who.post(`/api/staff/${of.accountId}/sign-in-reset`);
  const kept = async () => JSON.stringify(await Promise.all(['select * from staff_credential order by account_id', 'select * from staff_set_up', 'select * from session order by id', `select count(*) from audit_entry where action <> 'identity.contact_read'`].map((q) => t.db.query(q))));
  const memberOf = async (of: Client) => (await admin.get(`/api/staff/${of.accountId}`)).body as { username: string; state: string };

  it('ends sessions and sockets at once and the old code with them, until the person sets it up anew', async () => {
    const socket = await lawyer.socket();
    withoutSweep(t);
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    const { token } = (await reset(admin, lawyer)).body;
    await closed;
    expect((await lawyer.get('/api/auth/me')).status).toBe(401);
    const { username, state } = await memberOf(lawyer);
    expect(state).toBe('reset');
    // not even as far as the code
    expect(await new Client(t.url).post('/api/auth/staff/sessions', { username, password: 'correct horse battery' })).toMatchObject({ status: 401, body: { code: 'CREDENTIALS_INVALID' } });
    const { secret } = (await new Client(t.url).post('/api/auth/staff/set-ups/look', { token })).body;
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() });
    expect((await new Client(t.url).post('/api/auth/staff/set-ups', { token, password: 'correct horse battery', code })).status).toBe(201);
    await expect(signInAgain(t, lawyer)).rejects.toThrow('CREDENTIALS_INVALID'); // with the lost authenticator
    expect(await memberOf(lawyer)).toMatchObject({ state: 'active' });
    const trail = await t.db.query('select actor_id, action from audit_entry where subject = $1 and action like \'identity.staff_%\' order by seq', [`account:${lawyer.accountId}`]);
    expect(trail).toEqual([{ actor_id: admin.accountId, action: 'identity.staff_sign_in_reset' }, { actor_id: lawyer.accountId, action: 'identity.staff_set_up' }]);
  });

  it('leaves a sign-in that waits for its code no way in', async () => {
    const { username } = await memberOf(lawyer);
    const { challengeId } = (await new Client(t.url).post('/api/auth/staff/sessions', { username, password: 'correct horse battery' })).body;
    expect(challengeId).toBeTruthy();
    await reset(admin, lawyer);
    const answer = await new Client(t.url).post('/api/auth/staff/sessions/totp', { challengeId, code: '000000' });
    expect(answer).toMatchObject({ status: 401, body: { code: 'CREDENTIALS_INVALID' } });
  });

  it('is told to the person where the administrator does not read', async () => {
    const phone = '13900000091';
    const officer = await createStaff(t, 'legal_officer', '周干事', { phone });
    await reset(admin, officer);
    await smsTo(t.url, phone, /管理员于 2026年11月21日.*重置了您的登录方式/);
  });

  it('is refused for oneself, the disabled and whoever is beyond reach; nothing changes', async () => {
    const elsewhere = await t.app.get(UnitOfWork).run((tx) => t.app.get(Organisations).create(tx, { name: '外市总工会', kind: 'city', parentId: null }));
    const foreign = await createStaff(t, 'admin', '外市管理员', { organisationId: elsewhere.id });
    const person = await signInByPhone(t.url, '13800000079');
    const gone = await createStaff(t, 'mediator', '离任');
    await admin.put(`/api/staff/${gone.accountId}/disabled`, {});
    const before = await kept();
    expect(await reset(admin, admin)).toMatchObject({ status: 409, body: { code: 'OWN_ACCOUNT' } });
    expect(await reset(admin, gone)).toMatchObject({ status: 403, body: { code: 'ACCOUNT_DISABLED' } });
    const missing = await admin.post(`/api/staff/${crypto.randomUUID()}/sign-in-reset`);
    for (const answer of [await reset(foreign, lawyer), await reset(lawyer, admin), await reset(admin, person)]) {
      expect([answer.status, answer.body.title]).toEqual([404, missing.body.title]);
    }
    expect(await kept()).toBe(before);
  });
});
