import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, codesTo, createStaff, eventually, signInByPhone, smsTo, startTestApp, type TestApp, withoutSweep } from '@hejie/test-kit';
import { TestClock } from '@hejie/platform/testing';

describe('signing in by phone', () => {
  let t: TestApp;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    t = await startTestApp({ clock, env: { TRUST_PROXY: 'loopback' } });
  });
  afterAll(() => t?.close());

  let n = 0;
  let phone: string;
  beforeEach(() => {
    phone = `1380000${String(1000 + n++)}`;
    clock.advance(60 * 60_000);
  });
  const sessions = () => t.db.query('select count(*)::int as n from session').then((r: [{ n: number }]) => r[0].n);
  const codes = () => t.db.query('select count(*)::int as n from one_time_code').then((r: [{ n: number }]) => r[0].n);

  it('makes an account at the first sign-in, finds it at the next, and shows only a masked phone', async () => {
    const first = await signInByPhone(t.url, phone, '姜小明');
    const me = await first.get('/api/auth/me');
    expect(me.body).toMatchObject({ name: '姜小明', roles: ['person'], phoneMasked: `${phone.slice(0, 3)}****${phone.slice(-4)}` });
    clock.advance(61_000);
    await new Client(t.url).post('/api/auth/codes', { phone: `+86 ${phone}` });
    const seen = new Set<string>();
    const again = new Client(t.url);
    const signedIn = await eventually(async () => {
      const [, code] = await smsTo(t.url, phone, /(\d{6})/, seen);
      const answer = await again.post('/api/auth/sessions', { phone, code });
      return answer.status === 201 && answer;
    }, 'the second code works');
    expect(signedIn.body.accountId).toBe(me.body.accountId);
    expect(await t.db.query('select distinct means from session where account_id = $1', [me.body.accountId])).toEqual([{ means: 'phone_code' }]);
  });

  it('stores neither phone, name nor code readable', async () => {
    await signInByPhone(t.url, phone, '姜小明');
    const rows = await t.db.query('select * from account, one_time_code, session');
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${phone}|姜小明`));
  });

  it('lets nobody into a staff account by SMS alone, and starts no session', async () => {
    const lawyer = await createStaff(t, 'lawyer', '王律师', { phone });
    const client = new Client(t.url);
    await client.post('/api/auth/codes', { phone });
    const [, code] = await smsTo(t.url, phone, /(\d{6})/);
    const before = await sessions();
    expect(await client.post('/api/auth/sessions', { phone, code })).toMatchObject({ status: 403, body: { code: 'STAFF_SIGN_IN' } });
    expect(await sessions()).toBe(before);
    expect((await lawyer.get('/api/auth/me')).body.roles).toEqual(['lawyer']);
  });

  it('refuses a used code and nothing changes', async () => {
    await signInByPhone(t.url, phone);
    const [, code] = await smsTo(t.url, phone, /(\d{6})/);
    const before = await sessions();
    const answer = await new Client(t.url).post('/api/auth/sessions', { phone, code });
    expect(answer).toMatchObject({ status: 400, body: { code: 'CODE_INVALID' } });
    expect(await sessions()).toBe(before);
  });

  it('refuses an expired code and nothing changes', async () => {
    const client = new Client(t.url);
    await client.post('/api/auth/codes', { phone });
    const [, code] = await smsTo(t.url, phone, /(\d{6})/);
    clock.advance(10 * 60_000 + 1);
    const before = await sessions();
    expect(await client.post('/api/auth/sessions', { phone, code })).toMatchObject({ status: 400, body: { code: 'CODE_INVALID' } });
    expect(await sessions()).toBe(before);
  });

  it('wears a code out after five wrong tries, the right one included', async () => {
    const client = new Client(t.url);
    await client.post('/api/auth/codes', { phone });
    const [, code] = await smsTo(t.url, phone, /(\d{6})/);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (let i = 0; i < 5; i++) expect((await client.post('/api/auth/sessions', { phone, code: wrong })).status).toBe(400);
    const before = await sessions();
    expect((await client.post('/api/auth/sessions', { phone, code })).status).toBe(400);
    expect(await sessions()).toBe(before);
  });

  it('sends no second code within a minute, later ones after growing waits, and says when to come back', async () => {
    const client = new Client(t.url);
    expect((await client.post('/api/auth/codes', { phone })).body).toEqual({ resendAfter: 60 });
    const before = await codes();
    const early = await client.post('/api/auth/codes', { phone });
    expect(early).toMatchObject({ status: 429, body: { code: 'CODE_TOO_SOON' } });
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await codes()).toBe(before);
    const waits: number[] = [];
    for (let i = 0; i < 10; i++) {
      clock.advance(61_000);
      const refused = await client.post('/api/auth/codes', { phone });
      if (refused.status === 202) continue;
      const wait = Number(refused.headers.get('retry-after'));
      expect(refused).toMatchObject({ status: 429, body: wait > 60 ? { code: 'CODE_TOO_OFTEN', title: expect.stringContaining('分钟后再获取') } : { code: 'CODE_TOO_SOON' } });
      const sent = await codes();
      clock.advance((wait - 2) * 1000);
      expect((await client.post('/api/auth/codes', { phone })).status).toBe(429);
      expect(await codes()).toBe(sent);
      clock.advance(2000);
      expect((await client.post('/api/auth/codes', { phone })).status).toBe(202);
      waits.push(Math.round((wait + 61) / 60));
    }
    expect(waits).toEqual([2, 5, 10, 30, 30, 30, 30]);
  });

  describe('while strangers keep asking for codes to a phone', () => {
    /** Asks from another network each time and as often as may be, for so long and until a code was sent just now. @returns how often one was sent */
    const attack = async (forMs: number) => {
      let sent = 0;
      for (const end = clock.now().getTime() + forMs; ; ) {
        const answer = await new Client(t.url).send('POST', '/api/auth/codes', { phone }, { 'x-forwarded-for': `198.51.${sent % 250}.7` });
        if (answer.status === 202) sent++;
        if (answer.status === 202 && clock.now().getTime() >= end) return sent;
        clock.advance(answer.status === 202 ? 1000 : Number(answer.headers.get('retry-after')) * 1000);
      }
    };
    const askAgain = async (who: Client) => who.post('/api/auth/codes', { phone });
    /** The codes on the phone, once none is on its way. */
    const arrived = async () => {
      await eventually(async () => (await t.db.query('select 1 from one_time_code where code_sealed is not null and used_at is null and created_at > $1', [new Date(clock.now().getTime() - 600_000)])).length === 0, 'every code has arrived');
      return new Set(await codesTo(t.url, phone));
    };
    const newCode = (seen: Set<string>) => eventually(async () => (await codesTo(t.url, phone)).find((c) => !seen.has(c)), 'the new code');

    it('sends to no phone more than some 170 a day, whoever asks', async () => {
      const sent = await attack(24 * 3_600_000);
      expect(sent).toBeGreaterThan(50);
      expect(sent).toBeLessThanOrEqual(180);
    });

    it('lets the device on which the phone has proved itself ask at once, and enter it whatever the strangers guess', async () => {
      const owner = await signInByPhone(t.url, phone, '姜小明');
      clock.advance(61_000);
      await attack(6 * 3_600_000);
      const stranger = new Client(t.url);
      expect(await askAgain(stranger)).toMatchObject({ status: 429 });
      const seen = await arrived();
      expect((await askAgain(owner)).status).toBe(202);
      const code = await newCode(seen);
      // another of theirs in between, and their guesses
      clock.advance(599_000);
      await askAgain(stranger);
      for (let i = 0; i < 6; i++) expect((await stranger.post('/api/auth/sessions', { phone, code: code === '000000' ? '000001' : '000000' })).status).toBe(400);
      const before = await sessions();
      expect((await owner.post('/api/auth/sessions', { phone, code })).status).toBe(201);
      expect(await sessions()).toBe(before + 1);
    });

    it('gets its holder in within minutes on a device never seen, by what the strangers had sent or by asking', async () => {
      await attack(12 * 3_600_000);
      const owner = new Client(t.url);
      const seen = await arrived();
      const refused = await askAgain(owner);
      expect(refused.status).toBe(429);
      const wait = Number(refused.headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(600);
      clock.advance(wait * 1000);
      expect((await askAgain(owner)).status).toBe(202);
      const code = await newCode(seen);
      const other = new Client(t.url);
      // a stranger who asks anew and guesses takes neither from them
      for (let i = 0; i < 6; i++) await other.post('/api/auth/sessions', { phone, code: code === '000000' ? '000001' : '000000' });
      expect((await owner.post('/api/auth/sessions', { phone, code })).status).toBe(201);

      // and who may not ask yet enters what a stranger had sent
      clock.advance(24 * 3_600_000);
      const had = await arrived();
      expect((await askAgain(new Client(t.url))).status).toBe(202);
      const theirs = await newCode(had);
      const elsewhere = new Client(t.url);
      expect((await askAgain(elsewhere)).body.code).toBe('CODE_TOO_SOON');
      expect((await elsewhere.post('/api/auth/sessions', { phone, code: theirs })).status).toBe(201);
    });

    it('sends longer codes to a phone at whose codes somebody guesses, which let its holder in, and shorter ones again a day later', async () => {
      const digits = async (who = new Client(t.url)) => {
        const seen = await arrived();
        expect((await askAgain(who)).status).toBe(202);
        return newCode(seen);
      };
      for (let i = 0; i < 4; i++) {
        const guesser = new Client(t.url);
        const code = await digits(guesser);
        expect(code).toHaveLength(6);
        for (let k = 0; k < 5; k++) expect((await guesser.post('/api/auth/sessions', { phone, code: code === '000000' ? '000001' : '000000' })).status).toBe(400);
        clock.advance(1_900_000);
      }
      const owner = new Client(t.url);
      const long = await digits(owner);
      expect(long).toMatch(/^\d{8}$/);
      const before = await sessions();
      expect((await owner.post('/api/auth/sessions', { phone, code: long.slice(0, 6) })).status).toBe(400);
      expect(await sessions()).toBe(before);
      expect((await owner.post('/api/auth/sessions', { phone, code: long })).status).toBe(201);
      clock.advance(24 * 3_600_000);
      expect(await digits()).toHaveLength(6);
    });

    it('believes no device that only says so', async () => {
      const owner = await signInByPhone(t.url, phone);
      clock.advance(61_000);
      await attack(3_600_000);
      const other = await signInByPhone(t.url, `1390000${String(5000 + n)}`);
      const before = await codes();
      // known for another phone, made up, or none
      for (const device of [other.device, 'hejie_device=' + 'x'.repeat(43), '']) expect((await askAgain(Object.assign(new Client(t.url), { device }))).status).toBe(429);
      expect(await codes()).toBe(before);
      expect((await askAgain(owner)).status).toBe(202);
    });
  });

  it('does not let whoever asks for sign-in codes use up those its holder signs with, nor the other way round', async () => {
    const client = await signInByPhone(t.url, phone);
    const ask = { signIn: () => new Client(t.url).post('/api/auth/codes', { phone }), sign: () => client.post('/api/auth/confirmation-codes', { purpose: 'sign_agreement', subject: crypto.randomUUID() }) };
    let refused;
    for (let i = 0; i < 9 && !refused; i++) {
      clock.advance(61_000);
      const answer = await ask.signIn();
      if (answer.status === 429) refused = answer.body.code;
    }
    expect(refused).toBe('CODE_TOO_SOON'); // not yet: the wait has grown beyond a minute
    for (let i = 0; i < 11; i++) {
      clock.advance(61_000);
      expect((await ask.sign()).status).toBe(202);
    }
    for (let i = 0; i < 2; i++) {
      clock.advance(121_000);
      await ask.sign();
    }
    clock.advance(61_000);
    const before = await codes();
    expect((await ask.sign()).body.code).toBe('CODE_TOO_OFTEN');
    expect(await codes()).toBe(before);
    expect((await client.post('/api/auth/codes', { phone })).status).toBe(202);
  });

  it.each([['+852 9123 4567'], ['+886 912 345 678'], ['+1 212 555 0123'], ['+447400123456']])('sends nothing to %s: only phones of the mainland, unless the installation names others', async (foreign) => {
    const before = await codes();
    const client = new Client(t.url);
    for (const answer of [await client.post('/api/auth/codes', { phone: foreign }), await client.post('/api/auth/sessions', { phone: foreign, code: '000000' })]) expect(answer.status).toBe(400);
    expect((await client.post('/api/auth/codes', { phone: '+85291234567' })).body).toMatchObject({ code: 'PHONE_COUNTRY', title: expect.stringContaining('地区') });
    expect(await codes()).toBe(before);
  });

  it('sends to the regions that an installation names, and still to no others; nothing changes', async () => {
    const wider = await startTestApp({ clock, env: { DATABASE_URL: t.config.databaseUrl, FIELD_KEY: t.config.fieldKey.toString('base64'), SMS_COUNTRIES: 'CN, HK,MO,TW' } });
    try {
      for (const [abroad, shown] of [['+85291234567', '+85'], ['+85366123456', '+85'], ['+886912345678', '+88'], [phone, phone.slice(0, 3)]] as const) {
        const { body } = await (await signInByPhone(wider.url, abroad, '港澳台同胞')).get('/api/auth/me');
        expect([body.name, body.phoneMasked.slice(0, 3), body.phoneMasked.slice(-4)]).toEqual(['港澳台同胞', shown, abroad.slice(-4)]);
      }
      const before = await codes();
      for (const other of ['+1 212 555 0123', '+447400123456']) expect(await new Client(wider.url).post('/api/auth/codes', { phone: other })).toMatchObject({ status: 400, body: { code: 'PHONE_COUNTRY' } });
      // an account that is there already gets none either where its region is not named
      expect(await new Client(t.url).post('/api/auth/codes', { phone: '+85291234567' })).toMatchObject({ status: 400, body: { code: 'PHONE_COUNTRY' } });
      expect(await codes()).toBe(before);
    } finally {
      await wider.close();
    }
  });

  it('issues one code when asked twenty times at once', async () => {
    const before = await codes();
    const answers = await Promise.all(Array.from({ length: 20 }, () => new Client(t.url).post('/api/auth/codes', { phone })));
    expect(answers.filter((a) => a.status === 202)).toHaveLength(1);
    expect(await codes()).toBe(before + 1);
  });

  it.each([['not a phone'], ['12345678901'], ['010-12345678']])('refuses %s as a phone', async (bad) => {
    const before = await codes();
    expect((await new Client(t.url).post('/api/auth/codes', { phone: bad })).status).toBe(400);
    expect(await codes()).toBe(before);
  });

  it('refuses a foreign origin and a missing CSRF token, and nothing changes', async () => {
    const client = await signInByPhone(t.url, phone, '姜小明');
    const foreign = await client.send('PATCH', '/api/auth/me', { name: '别人' }, { origin: 'https://evil.example' });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'ORIGIN_REFUSED' } });
    const bare = await client.send('PATCH', '/api/auth/me', { name: '别人' }, { 'x-csrf-token': '' });
    expect(bare).toMatchObject({ status: 403, body: { code: 'CSRF_REFUSED' } });
    expect((await client.get('/api/auth/me')).body.name).toBe('姜小明');
  });

  it('closes the sockets of a revoked session at once, and its cookie is worth nothing', async () => {
    const client = await signInByPhone(t.url, phone);
    const socket = await client.socket();
    withoutSweep(t);
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    expect((await client.delete('/api/auth/sessions/current')).status).toBe(204);
    await closed;
    expect((await client.get('/api/auth/me')).status).toBe(401);
    await expect(client.socket()).rejects.toThrow('UNAUTHENTICATED');
  });

  it('does not revoke the session of somebody else: missing and foreign look the same', async () => {
    const one = await signInByPhone(t.url, phone);
    const other = await signInByPhone(t.url, `1390000${1000 + n}`);
    const [theirs] = (await other.get('/api/auth/sessions')).body.items;
    const foreign = await one.delete(`/api/auth/sessions/${theirs.id}`);
    const missing = await one.delete('/api/auth/sessions/00000000-0000-7000-8000-000000000000');
    expect([foreign.status, foreign.body.code, foreign.body.title]).toEqual([missing.status, missing.body.code, missing.body.title]);
    expect(foreign.status).toBe(404);
    expect((await other.get('/api/auth/me')).status).toBe(200);
  });

  it('refuses a socket handshake from a foreign origin', async () => {
    const client = await signInByPhone(t.url, phone);
    const answer = await fetch(`${t.url}/socket/?EIO=4&transport=polling`, { headers: { cookie: client.cookie, origin: 'https://evil.example' } });
    expect(answer.status).toBe(403);
  });
});
