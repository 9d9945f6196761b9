import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config, ConfigError } from '@hejie/platform';
import { type Answer, Client, createStaff, freePort, OidcProvider, startTestApp, type TestApp } from '@hejie/test-kit';

const ATTEMPTS = '/api/auth/staff/oidc/attempts';
const SESSIONS = '/api/auth/staff/oidc/sessions';

describe('staff sign-in by OpenID Connect', () => {
  let t: TestApp;
  let provider: OidcProvider;
  let n = 0;
  let staff: Client;
  let email: string;
  let sub: string;

  beforeAll(async () => {
    provider = await new OidcProvider().start();
    const port = await freePort();
    t = await startTestApp({
      env: { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: provider.clientId, OIDC_CLIENT_SECRET: provider.clientSecret, OIDC_ACR_VALUES: 'urn:two urn:three' },
    });
  });
  afterAll(async () => {
    await t?.close();
    await provider?.stop();
  });
  beforeEach(async () => {
    email = `wang${++n}@union.example`;
    sub = `subject-${n}`;
    staff = await createStaff(t, 'lawyer', '王律师', { email });
    Object.assign(provider, { person: { sub, email, email_verified: true }, denies: undefined, forged: {}, forgedKey: false });
  });

  /** A browser that went to the provider and came back with its answer. */
  const goAndComeBack = async (change: (url: URL) => void = () => undefined) => {
    const client = new Client(t.url);
    const started = await client.post(ATTEMPTS);
    expect(started.status).toBe(201);
    const cookie = started.headers.getSetCookie().find((c) => c.startsWith('hejie_oidc='))!;
    expect(cookie).toMatch(/HttpOnly/);
    const url = new URL(started.body.url as string);
    change(url);
    const { headers } = await fetch(url, { redirect: 'manual' });
    const back = new URL(headers.get('location')!);
    expect(back.origin + back.pathname).toBe(`${t.url}/desk/sign-in/oidc`);
    return { client, cookie: cookie.split(';')[0]!, parameters: back.search.slice(1) };
  };
  type Back = Awaited<ReturnType<typeof goAndComeBack>>;
  const finish = ({ client, cookie, parameters }: Back): Promise<Answer> => client.send('POST', SESSIONS, { parameters }, { cookie });
  const signIn = async () => finish(await goAndComeBack());
  const facts = async () =>
    (await t.db.query(`select (select count(*)::int from account) as accounts, (select count(*)::int from session) as sessions, (select count(*)::int from staff_oidc) as bound, (select count(*)::int from audit_entry) as audited`))[0];
  const refuses = async (back: Back, status: number, code: string) => {
    const before = await facts();
    const answer = await finish(back);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.headers.getSetCookie().some((c) => c.startsWith('hejie_session='))).toBe(false);
    expect(await facts()).toEqual(before);
  };

  it('signs an existing account in, bound at first by its verified address, a session like any other', async () => {
    const first = await signIn();
    expect(first).toMatchObject({ status: 201, body: { accountId: staff.accountId, name: '王律师', roles: ['lawyer'] } });
    expect(first.headers.getSetCookie().find((c) => c.startsWith('hejie_session='))).toMatch(/HttpOnly.*SameSite=Lax/);
    provider.person = { sub, email: 'new-name@union.example', email_verified: false };
    const back = await goAndComeBack();
    expect((await finish(back)).body.accountId).toBe(staff.accountId);
    back.client.csrf = (await back.client.get('/api/auth/me')).body.csrfToken;
    expect((await back.client.socket()).connected).toBe(true);
    expect((await back.client.patch('/api/auth/me', { locale: 'en' })).status).toBe(200);
    const bound = await t.db.query(`select actor_id from audit_entry where action = 'identity.oidc_bound' and subject = $1`, [`account:${staff.accountId}`]);
    expect(bound).toHaveLength(1);
  });

  it('asks for the classes of authentication it is set to, and keeps with the session what the token says of class and methods', async () => {
    const asked: (string | null)[] = [];
    const kept = async (person: object) => {
      provider.person = { sub, email, email_verified: true, ...person };
      expect((await finish(await goAndComeBack((url) => asked.push(url.searchParams.get('acr_values'))))).status).toBe(201);
      return (await t.db.query('select means, acr, amr from session where account_id = $1 order by id desc limit 1', [staff.accountId]))[0];
    };
    expect(await kept({ acr: 'urn:two', amr: ['pwd', 'otp'] })).toEqual({ means: 'oidc', acr: 'urn:two', amr: ['pwd', 'otp'] });
    expect(await kept({})).toEqual({ means: 'oidc', acr: null, amr: [] });
    // what is no word says nothing
    expect(await kept({ acr: { level: 2 }, amr: 'mfa' })).toEqual({ means: 'oidc', acr: null, amr: [] });
    expect(await kept({ acr: 2, amr: [2, null, 'pwd', 'x'.repeat(201)] })).toEqual({ means: 'oidc', acr: null, amr: ['pwd'] });
    expect(asked).toEqual(Array(4).fill('urn:two urn:three'));
  });

  it('reads addresses without regard to case', async () => {
    provider.person = { sub, email: email.toUpperCase(), email_verified: true };
    expect((await signIn()).body.accountId).toBe(staff.accountId);
  });

  it('makes no account for somebody unknown, and believes no unverified address', async () => {
    for (const person of [{ sub, email: 'stranger@union.example', email_verified: true }, { sub, email, email_verified: false }, { sub, email }, { sub }]) {
      provider.person = person;
      await refuses(await goAndComeBack(), 403, 'OIDC_UNKNOWN');
    }
  });

  it('does not hand an account that is bound to somebody else with its address, nor choose between two accounts', async () => {
    expect((await signIn()).status).toBe(201);
    provider.person = { sub: `${sub}-other`, email, email_verified: true };
    await refuses(await goAndComeBack(), 403, 'OIDC_UNKNOWN');
    const shared = `shared${n}@union.example`;
    await createStaff(t, 'mediator', '陈调解', { email: shared });
    await createStaff(t, 'mediator', '刘调解', { email: shared });
    provider.person = { sub: `${sub}-shared`, email: shared, email_verified: true };
    await refuses(await goAndComeBack(), 403, 'OIDC_UNKNOWN');
  });

  it('refuses a disabled account, bound or not', async () => {
    const disable = () => t.db.query('update account set disabled_at = now() where id = $1', [staff.accountId]);
    await disable();
    await refuses(await goAndComeBack(), 403, 'ACCOUNT_DISABLED');
    await t.db.query('update account set disabled_at = null where id = $1', [staff.accountId]);
    expect((await signIn()).status).toBe(201);
    await disable();
    await refuses(await goAndComeBack(), 403, 'ACCOUNT_DISABLED');
  });

  it('refuses an answer with another state', async () => {
    await refuses(await goAndComeBack((url) => url.searchParams.set('state', 'another')), 401, 'OIDC_REFUSED');
    const back = await goAndComeBack();
    await refuses({ ...back, parameters: back.parameters.replace(/state=[^&]+&?/, '') }, 401, 'OIDC_REFUSED');
  });

  it.each([
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['another audience', { aud: 'another-client' }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['its time over', { exp: Math.floor(Date.now() / 1000) - 600 }],
  ])('refuses a token with %s', async (_what, forged) => {
    provider.forged = forged;
    await refuses(await goAndComeBack(), 401, 'OIDC_REFUSED');
  });

  it('refuses a token that the provider did not sign', async () => {
    provider.forgedKey = true;
    await refuses(await goAndComeBack(), 401, 'OIDC_REFUSED');
  });

  it('refuses an answer that was used, a code that was used, and one taken over from another browser', async () => {
    const back = await goAndComeBack();
    expect((await finish(back)).status).toBe(201);
    await refuses(back, 401, 'OIDC_REFUSED');
    const code = new URLSearchParams(back.parameters).get('code')!;
    const second = await goAndComeBack();
    const injected = new URLSearchParams(second.parameters);
    injected.set('code', code);
    await refuses({ ...second, parameters: injected.toString() }, 401, 'OIDC_REFUSED');
    const [victim, attacker] = [await goAndComeBack(), await goAndComeBack()];
    const stolen = new URLSearchParams(attacker.parameters);
    stolen.set('code', new URLSearchParams(victim.parameters).get('code')!);
    await refuses({ ...attacker, parameters: stolen.toString() }, 401, 'OIDC_REFUSED');
    await refuses({ ...victim, cookie: '' }, 401, 'OIDC_REFUSED');
  });

  it('uses an attempt up even when it is refused, and forgets it after ten minutes', async () => {
    provider.forged = { nonce: 'another' };
    const back = await goAndComeBack();
    await refuses(back, 401, 'OIDC_REFUSED');
    provider.forged = {};
    await refuses(back, 401, 'OIDC_REFUSED');
    const late = await goAndComeBack();
    await t.db.query(`update oidc_attempt set expires_at = now() - interval '1 second'`);
    await refuses(late, 401, 'OIDC_REFUSED');
  });

  it('hears that the provider said no, and takes no nonsense', async () => {
    provider.denies = 'access_denied';
    await refuses(await goAndComeBack(), 401, 'OIDC_REFUSED');
    provider.denies = undefined;
    await refuses({ ...(await goAndComeBack()), parameters: 'nonsense' }, 401, 'OIDC_REFUSED');
    const answer = await new Client(t.url).post(SESSIONS, { parameters: 'x'.repeat(5000) });
    expect(answer.body.code).toBe('VALIDATION_FAILED');
  });

  it('says so while the provider cannot be reached, and works once it can', async () => {
    const port = await freePort();
    const own = await freePort();
    const late = new OidcProvider();
    const app = await startTestApp({
      env: {
        DATABASE_URL: t.config.databaseUrl, FIELD_KEY: t.config.fieldKey.toString('base64'), PORT: String(own), PUBLIC_URL: `http://127.0.0.1:${own}`,
        OIDC_ISSUER: `http://127.0.0.1:${port}`, OIDC_CLIENT_ID: late.clientId, OIDC_CLIENT_SECRET: late.clientSecret,
      },
    });
    try {
      expect(await new Client(app.url).post(ATTEMPTS)).toMatchObject({ status: 503, body: { code: 'OIDC_UNAVAILABLE' } });
      await late.start(port);
      expect((await new Client(app.url).post(ATTEMPTS)).status).toBe(201);
    } finally {
      await app.close();
      await late.stop();
    }
  });

  it('is not there when it is not configured', async () => {
    const bare = await startTestApp();
    try {
      expect((await new Client(bare.url).get('/api/auth/staff/ways')).body).toEqual({ oidc: false });
      expect((await new Client(bare.url).post(ATTEMPTS)).status).toBe(404);
      expect((await new Client(bare.url).post(SESSIONS, { parameters: 'code=1' })).status).toBe(404);
    } finally {
      await bare.close();
    }
    expect((await new Client(t.url).get('/api/auth/staff/ways')).body).toEqual({ oidc: true });
  });

  it('needs all of its settings, our own address, and a provider over https', () => {
    const base = { DATABASE_URL: 'postgres://h/d', FIELD_KEY: Buffer.alloc(32).toString('base64'), PUBLIC_URL: 'https://hejie.example' };
    const all = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'hejie', OIDC_CLIENT_SECRET: 's' };
    expect(new Config({ ...base, ...all }).oidc).toEqual({ issuer: 'https://id.example', clientId: 'hejie', clientSecret: 's', acrValues: [] });
    expect(new Config({ ...base, ...all, OIDC_ACR_VALUES: ' urn:two  urn:three ' }).oidc?.acrValues).toEqual(['urn:two', 'urn:three']);
    expect(new Config(base).oidc).toBeUndefined();
    for (const broken of [{ ...all, OIDC_CLIENT_SECRET: '' }, { ...all, OIDC_ISSUER: '' }, { ...all, PUBLIC_URL: '' }, { ...all, OIDC_ISSUER: 'http://id.example' }]) {
      expect(() => new Config({ ...base, ...broken })).toThrow(ConfigError);
    }
  });
});
