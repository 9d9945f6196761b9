import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Accounts, Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { Client, startTestApp, type TestApp } from '@hejie/test-kit';
import { Secret, TOTP } from 'otpauth';

const PASSWORD = 'correct horse battery';

describe('staff sign-in', () => {
  let t: TestApp;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  const totp = new TOTP({ secret: new Secret({ size: 20 }) });
  beforeAll(async () => {
    t = await startTestApp({ clock });
    await t.app.get(UnitOfWork).run(async (tx) => {
      const city = await t.app.get(Organisations).create(tx, { name: '和解市总工会', kind: 'city', parentId: null });
      await t.app.get(Accounts).createStaff(tx, { username: 'wang', password: PASSWORD, totpSecret: totp.secret.base32, name: '王律师', role: 'lawyer', organisationId: city.id });
    });
  });
  afterAll(() => t?.close());
  beforeEach(() => clock.advance(20 * 60_000));

  const password = (username: string, pass: string) => new Client(t.url).post('/api/auth/staff/sessions', { username, password: pass });
  const code = () => totp.generate({ timestamp: clock.now().getTime() });
  const sessions = () => t.db.query('select count(*)::int as n from session').then((r: [{ n: number }]) => r[0].n);
  const withCode = async (challengeId: string, given: string) => new Client(t.url).post('/api/auth/staff/sessions/totp', { challengeId, code: given });

  it('needs the password and then the code', async () => {
    const { body } = await password('wang', PASSWORD);
    const me = await withCode(body.challengeId, code());
    expect(me).toMatchObject({ status: 201, body: { name: '王律师', roles: ['lawyer'], organisations: [{ name: '和解市总工会', kind: 'city' }] } });
    expect(await t.db.query('select means, acr, amr from session where account_id = $1', [me.body.accountId])).toEqual([{ means: 'password_totp', acr: null, amr: [] }]);
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const [wrong, unknown] = await Promise.all([password('wang', 'nope'), password('nobody', 'nope')]);
    expect(wrong.status).toBe(401);
    expect([wrong.body.code, wrong.body.title]).toEqual([unknown.body.code, unknown.body.title]);
  });

  it('takes a code once only, even with a new challenge, and nothing changes', async () => {
    const first = await password('wang', PASSWORD);
    const used = code();
    expect((await withCode(first.body.challengeId, used)).status).toBe(201);
    const before = await sessions();
    const second = await password('wang', PASSWORD);
    expect(await withCode(second.body.challengeId, used)).toMatchObject({ status: 401, body: { code: 'CREDENTIALS_INVALID' } });
    expect(await withCode(first.body.challengeId, used)).toMatchObject({ status: 401 });
    expect(await sessions()).toBe(before);
  });

  it('forgets a challenge after five minutes', async () => {
    const { body } = await password('wang', PASSWORD);
    clock.advance(5 * 60_000 + 1);
    const before = await sessions();
    expect((await withCode(body.challengeId, code())).status).toBe(401);
    expect(await sessions()).toBe(before);
  });

  it('wears a challenge out after five wrong codes', async () => {
    const { body } = await password('wang', PASSWORD);
    const wrong = String((Number(code()) + 1) % 1_000_000).padStart(6, '0');
    for (let i = 0; i < 5; i++) expect((await withCode(body.challengeId, wrong)).status).toBe(401);
    const before = await sessions();
    expect((await withCode(body.challengeId, code())).status).toBe(401);
    expect(await sessions()).toBe(before);
  });
});
