import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Accounts, Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { type Answer, Client, startTestApp, type TestApp } from '@hejie/test-kit';
import { Secret, TOTP } from 'otpauth';

const PASSWORD = 'correct horse battery';
const CODES = 4;
const TRIES = 40;

describe('how often one may try to sign in', () => {
  let t: TestApp;
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  const totp = new TOTP({ secret: new Secret({ size: 20 }) });
  beforeAll(async () => {
    // addresses as a proxy in front reports them
    t = await startTestApp({ clock, env: { TRUST_PROXY: 'loopback', CODES_PER_ADDRESS: String(CODES), TRIES_PER_ADDRESS: String(TRIES) } });
    await t.app.get(UnitOfWork).run(async (tx) => {
      const city = await t.app.get(Organisations).create(tx, { name: '和解市总工会', kind: 'city', parentId: null });
      for (const username of ['wang', 'li']) {
        await t.app.get(Accounts).createStaff(tx, { username, password: PASSWORD, totpSecret: totp.secret.base32, name: username, role: 'lawyer', organisationId: city.id });
      }
    });
  });
  afterAll(() => t?.close());

  const from = (address: string, path: string, body: unknown): Promise<Answer> => new Client(t.url).send('POST', path, body, { 'x-forwarded-for': address });
  const password = (address: string, username: string, given: string) => from(address, '/api/auth/staff/sessions', { username, password: given });
  const refused = (answer: Answer) => {
    expect(answer).toMatchObject({ status: 429, body: { code: 'SIGN_IN_TOO_MANY' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  };
  const rows = (table: string) => t.db.query(`select count(*)::int as n from ${table}`).then((r: [{ n: number }]) => r[0].n);

  it('stops guessing at one name from one address, and leaves its owner elsewhere alone', async () => {
    const answers = [];
    for (let i = 0; i < 11; i++) answers.push(await password('203.0.113.5', 'wang', 'guess'));
    expect(answers.slice(0, 10).map((a) => a.status)).toEqual(Array(10).fill(401));
    refused(answers.at(-1)!);
    const before = await rows('staff_challenge');
    refused(await password('203.0.113.5', 'WANG', PASSWORD));
    expect(await rows('staff_challenge')).toBe(before);
    expect((await password('198.51.100.7', 'wang', PASSWORD)).status).toBe(200);
  });

  it('takes the addresses of one IPv6 network for one', async () => {
    const answers = [];
    for (let i = 0; i < 11; i++) answers.push(await password(`2001:db8:1:2::${i + 1}`, 'li', 'guess'));
    refused(answers.at(-1)!);
    expect((await password('2001:db8:1:3::1', 'li', PASSWORD)).status).toBe(200);
  });

  it('slows guessing from many addresses down, and still answers', async () => {
    for (let i = 0; i < 24; i++) expect((await password(`192.0.2.${i}`, 'nobody', 'guess')).status).toBe(401);
    const asked = Date.now();
    expect((await password('192.0.2.99', 'nobody', 'guess')).status).toBe(401);
    expect(Date.now() - asked).toBeGreaterThanOrEqual(1000);
  });

  it('stops guessing at the time-based code of an account whose password is known', async () => {
    const wrong = String((Number(totp.generate({ timestamp: clock.now().getTime() })) + 1) % 1_000_000).padStart(6, '0');
    const withCode = (n: number, challengeId: string, code: string) => from(`198.51.100.${n}`, '/api/auth/staff/sessions/totp', { challengeId, code });
    for (let n = 1; n <= 4; n++) {
      const { challengeId } = (await password(`198.51.100.${n}`, 'li', PASSWORD)).body;
      for (let i = 0; i < 5; i++) expect((await withCode(n, challengeId, wrong)).status).toBe(401);
    }
    const { challengeId } = (await password('198.51.100.5', 'li', PASSWORD)).body;
    const before = await rows('session');
    refused(await withCode(5, challengeId, totp.generate({ timestamp: clock.now().getTime() })));
    expect(await rows('session')).toBe(before);
  });

  it('sends only so many codes an hour to one address, whatever the phones', async () => {
    const ask = (n: number, address = '203.0.113.77') => from(address, '/api/auth/codes', { phone: `138111100${String(n).padStart(2, '0')}` });
    for (let n = 0; n < CODES; n++) expect((await ask(n)).status).toBe(202);
    const before = await rows('one_time_code');
    refused(await ask(CODES));
    expect(await rows('one_time_code')).toBe(before);
    expect((await ask(CODES, '203.0.113.78')).status).toBe(202);
  });

  it('believes only what the proxy in front says: an address a caller writes before it changes nothing', async () => {
    const ask = (n: number) => from(`192.0.2.${n}, 203.0.113.79`, '/api/auth/codes', { phone: `138111200${String(n).padStart(2, '0')}` });
    for (let n = 1; n <= CODES; n++) expect((await ask(n)).status).toBe(202);
    refused(await ask(CODES + 1));
  });

  it('takes only so many tries an hour from one address, at codes and passwords together', async () => {
    const address = '203.0.113.88';
    for (let n = 0; n < TRIES; n++) {
      const answer = n % 2 ? await from(address, '/api/auth/sessions', { phone: '13822220000', code: '000000' }) : await password(address, `name-${n}`, 'guess');
      expect([400, 401]).toContain(answer.status);
    }
    refused(await from(address, '/api/auth/sessions', { phone: '13822220000', code: '000000' }));
    refused(await password(address, 'wang', PASSWORD));
  });
});
