import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock } from '@hejie/platform/testing';
import { type Client, createStaff, signInByPhone, smsTo, startTestApp, type TestApp } from '@hejie/test-kit';

const CODES = '/api/auth/phone/codes';

describe('changing one\'s phone', () => {
  let t: TestApp;
  let client: Client;
  let from: string;
  let to: string;
  let n = 0;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock });
  });
  afterAll(() => t?.close());
  beforeEach(async () => {
    n++;
    [from, to] = [`1380000${1000 + n}`, `1390000${1000 + n}`];
    client = await signInByPhone(t.url, from, '姜小明');
  });

  const ask = (phone: string) => client.post(CODES, { phone });
  const oldCode = async () => (await smsTo(t.url, from, /更换登录手机号.*旧手机.* (\d{6})/))[1]!;
  const newCode = async (phone = to) => (await smsTo(t.url, phone, /更换登录手机号.*新手机.* (\d{6})/))[1]!;
  const change = (phone: string, codes: { oldCode: string; newCode: string }) => client.put('/api/auth/phone', { phone, ...codes });
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const masked = async () => (await client.get('/api/auth/me')).body.phoneMasked;
  const unchanged = () => expect(masked()).resolves.toBe(`${from.slice(0, 3)}****${from.slice(-4)}`);

  it('takes a fresh code of both, keeps this session and ends the others', async () => {
    clock.advance(61_000);
    const second = await signInAgain();
    expect((await ask(to)).body).toEqual({ resendAfter: 60 });
    const done = await change(`+86 ${to}`, { oldCode: await oldCode(), newCode: await newCode() });
    expect(done).toMatchObject({ status: 200, body: { accountId: client.accountId, phoneMasked: `139****${to.slice(-4)}` } });
    expect((await second.get('/api/auth/me')).status).toBe(401);
    expect((await client.get('/api/auth/me')).status).toBe(200);
    clock.advance(61_000);
    await t.db.query('delete from sent_message');
    expect((await signInByPhone(t.url, to)).accountId).toBe(client.accountId);
    expect(await t.db.query(`select 1 from audit_entry where action = 'identity.phone_changed' and actor_id = $1`, [client.accountId])).toHaveLength(1);
    expect((await signInByPhone(t.url, from)).accountId).not.toBe(client.accountId);
  });

  /** A second device of the same person. */
  async function signInAgain(): Promise<Client> {
    await t.db.query('delete from sent_message');
    return signInByPhone(t.url, from);
  }

  it('needs both codes, and a slip in one leaves the other good', async () => {
    await ask(to);
    const codes = { oldCode: await oldCode(), newCode: await newCode() };
    for (const slip of [{ ...codes, oldCode: wrong(codes.oldCode) }, { ...codes, newCode: wrong(codes.newCode) }, { oldCode: codes.newCode, newCode: codes.oldCode }]) {
      expect(await change(to, slip)).toMatchObject({ status: 400, body: { code: 'CODE_INVALID' } });
      await unchanged();
    }
    expect((await change(to, codes)).status).toBe(200);
    expect(await change(to, codes)).toMatchObject({ status: 400, body: { code: 'PHONE_INVALID' } });
  });

  it('does not take codes for another number, of another person, or that expired', async () => {
    await ask(to);
    const codes = { oldCode: await oldCode(), newCode: await newCode() };
    expect((await change(`1370000${1000 + n}`, codes)).body.code).toBe('CODE_INVALID');
    const thief = await signInByPhone(t.url, `1360000${1000 + n}`);
    expect((await thief.put('/api/auth/phone', { phone: to, ...codes })).body.code).toBe('CODE_INVALID');
    clock.advance(10 * 60_000 + 1);
    expect((await change(to, codes)).body.code).toBe('CODE_INVALID');
    await unchanged();
  });

  it('wears the codes out after five slips', async () => {
    await ask(to);
    const codes = { oldCode: await oldCode(), newCode: await newCode() };
    for (let i = 0; i < 5; i++) await change(to, { ...codes, newCode: wrong(codes.newCode) });
    expect((await change(to, codes)).body.code).toBe('CODE_INVALID');
    await unchanged();
  });

  it('says that a phone is somebody else\'s only to who holds it', async () => {
    const owner = await signInByPhone(t.url, to);
    expect((await ask(to)).status).toBe(202);
    const answer = await change(to, { oldCode: await oldCode(), newCode: await newCode() });
    expect(answer).toMatchObject({ status: 409, body: { code: 'PHONE_TAKEN' } });
    await unchanged();
    expect((await owner.get('/api/auth/me')).body.phoneMasked).toBe(`139****${to.slice(-4)}`);
  });

  it('asks for a valid number other than the present one, sends once a minute, and is not for those without a phone', async () => {
    expect((await ask(from)).body.code).toBe('PHONE_INVALID');
    expect((await ask('12345678901')).body.code).toBe('PHONE_INVALID');
    expect((await ask(to)).status).toBe(202);
    expect((await ask(to)).body.code).toBe('CODE_TOO_SOON');
    const staff = await createStaff(t, 'lawyer', '王律师');
    expect((await staff.post(CODES, { phone: to })).body.code).toBe('PHONE_INVALID');
  });
});
