import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { Client, createStaff, signInStaff, startTestApp, type TestApp } from '@hejie/test-kit';
import { Secret, TOTP } from 'otpauth';

const HOUR_MS = 3_600_000;
const PASSWORD = 'river stone lantern';

describe('a new member of staff', () => {
  let t: TestApp;
  let admin: Client;
  let city: string;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
    admin = await createStaff(t, 'admin', '管理员');
    city = (await t.app.get(Organisations).root())!.id;
  });
  afterAll(() => t?.close());
  let n = 0;
  let username: string;
  beforeEach(() => {
    username = `sun.${++n}`;
    clock.advance(HOUR_MS);
  });

  const invite = (who: Client, more: object = {}) => who.post('/api/staff', { name: '孙调解', username, places: [{ role: 'mediator', organisationId: city }], ...more });
  const look = (token: string) => new Client(t.url).post('/api/auth/staff/set-ups/look', { token });
  const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() });
  const setUp = (token: string, code: string, password = PASSWORD) => new Client(t.url).post('/api/auth/staff/set-ups', { token, password, code });
  const kept = async () => JSON.stringify(await Promise.all(
    ['select * from account order by id', 'select * from account_role order by account_id', 'select * from staff_credential order by account_id', 'select * from staff_set_up', 'select count(*) from session', `select count(*) from audit_entry where action <> 'identity.contact_read'`]
      .map((q) => t.db.query(q))));
  const signIn = (totpSecret: string, password = PASSWORD) => signInStaff(t.url, { username, password, totpSecret }, clock.now().getTime());

  it('sets signing in up by the link alone, is signed in, and signs in like everybody from then on', async () => {
    const invited = await invite(admin, { username: username.toUpperCase(), phone: `1390000${1000 + n}`, email: 'sun@union.example' });
    expect(invited).toMatchObject({ status: 201, body: { accountId: expect.any(String), expiresAt: '2026-11-24T03:00:00.000Z' } });
    const seen = await look(invited.body.token);
    expect(seen).toMatchObject({ status: 200, body: { name: '孙调解', username } });
    expect(seen.body.authenticator).toContain(`secret=${seen.body.secret}`);
    const made = await setUp(invited.body.token, codeOf(seen.body.secret));
    expect(made).toMatchObject({ status: 201, body: { accountId: invited.body.accountId, roles: ['mediator'], name: '孙调解' } });
    await expect(signIn(seen.body.secret)).rejects.toThrow('CREDENTIALS_INVALID'); // that code was used
    clock.advance(31_000);
    expect((await (await signIn(seen.body.secret)).get('/api/auth/me')).body.organisations).toEqual([expect.objectContaining({ id: city })]);
    const trail = await t.db.query('select actor_id, action from audit_entry where subject = $1 order by seq', [`account:${invited.body.accountId}`]);
    expect(trail).toEqual([{ actor_id: admin.accountId, action: 'identity.staff_invited' }, { actor_id: invited.body.accountId, action: 'identity.staff_set_up' }]);
    expect(JSON.stringify(await t.db.query('select * from audit_entry'))).not.toMatch(/孙调解|sun@union/);
  });

  it('cannot sign in before, and an unknown, used, replaced or late link opens nothing; nothing changes', async () => {
    const { token, accountId } = (await invite(admin)).body;
    const { secret } = (await look(token)).body;
    expect(await new Client(t.url).post('/api/auth/staff/sessions', { username, password: PASSWORD })).toMatchObject({ status: 401, body: { code: 'CREDENTIALS_INVALID' } });
    const again = (await admin.post(`/api/staff/${accountId}/sign-in-reset`)).body.token;
    const used = (await invite(admin, { username: `${username}-used` })).body.token;
    expect((await setUp(used, codeOf((await look(used)).body.secret))).status).toBe(201);
    const before = await kept();
    for (const wrong of [token, used, 'x'.repeat(43)]) {
      expect(await look(wrong)).toMatchObject({ status: 400, body: { code: 'SET_UP_INVALID' } });
      expect(await setUp(wrong, codeOf(secret))).toMatchObject({ status: 400, body: { code: 'SET_UP_INVALID' } });
    }
    const mine = (await look(again)).body.secret;
    clock.advance(72 * HOUR_MS + 1);
    expect(await setUp(again, codeOf(mine))).toMatchObject({ status: 400, body: { code: 'SET_UP_INVALID' } });
    expect(await kept()).toBe(before);
  });

  it('keeps the link when the code or the password is not good; nothing changes', async () => {
    const { token, accountId } = (await invite(admin)).body;
    const { secret } = (await look(token)).body;
    const wrong = String((Number(codeOf(secret)) + 1) % 1_000_000).padStart(6, '0');
    const before = await kept();
    expect(await setUp(token, wrong)).toMatchObject({ status: 400, body: { code: 'TOTP_INVALID' } });
    expect(await setUp(token, codeOf(secret), 'short')).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await setUp(token, codeOf(secret), `${username}-and-more`)).toMatchObject({ status: 400, body: { code: 'PASSWORD_IS_NAME' } });
    expect(await kept()).toBe(before);
    await admin.put(`/api/staff/${accountId}/disabled`, {});
    const disabled = await kept();
    expect(await setUp(token, codeOf(secret))).toMatchObject({ status: 403, body: { code: 'ACCOUNT_DISABLED' } });
    expect(await kept()).toBe(disabled);
    await admin.delete(`/api/staff/${accountId}/disabled`);
    expect((await setUp(token, codeOf(secret))).status).toBe(201);
  });

  it('uses a link once, whoever is faster', async () => {
    const { token } = (await invite(admin)).body;
    const { secret } = (await look(token)).body;
    const answers = await Promise.all([setUp(token, codeOf(secret)), setUp(token, codeOf(secret), 'another long password')]);
    expect(answers.map((a) => a.status).sort()).toEqual([201, 400]);
  });

  it('needs a free user name, a free phone and an organisation within reach; nothing changes', async () => {
    expect((await invite(admin, { phone: '13911110001' })).status).toBe(201);
    const elsewhere = await t.app.get(UnitOfWork).run((tx) => t.app.get(Organisations).create(tx, { name: '外市总工会', kind: 'city', parentId: null }));
    const foreign = await createStaff(t, 'admin', '外市管理员', { organisationId: elsewhere.id });
    const before = await kept();
    expect(await invite(admin)).toMatchObject({ status: 409, body: { code: 'USERNAME_TAKEN' } });
    expect(await invite(admin, { username: 'somebody', phone: '+86 139 1111 0001' })).toMatchObject({ status: 409, body: { code: 'STAFF_PHONE_TAKEN' } });
    expect(await invite(admin, { username: 'somebody', phone: '12345678' })).toMatchObject({ status: 400, body: { code: 'PHONE_INVALID' } });
    expect(await invite(foreign, { username: 'somebody' })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await invite(admin, { username: 'Ä b' })).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(await kept()).toBe(before);
  });
});
