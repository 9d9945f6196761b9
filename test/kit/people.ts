import { setTimeout as sleep } from 'node:timers/promises';
import { Accounts, Organisations } from '@hejie/identity';
import { UnitOfWork } from '@hejie/platform';
import type { StaffRole } from '@hejie/identity/contract';
import { Secret, TOTP } from 'otpauth';
import { Client } from './client.js';
import type { TestApp } from './app.js';

const POLL_MS = 25;

/** Polls until `look` answers something; for what a job brings about. */
export async function eventually<T>(look: () => Promise<T | undefined | null | false>, what: string, withinMs = 15_000): Promise<T> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(POLL_MS)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`did not happen in ${withinMs} ms: ${what}`);
}

interface SentMessage {
  readonly recipient: string;
  readonly body: string;
  readonly sentAt: string;
}

/** The newest SMS to a phone whose text fits, read from the development gateway. */
export function smsTo(url: string, phone: string, pattern: RegExp, seen: ReadonlySet<string> = new Set()): Promise<RegExpExecArray> {
  return eventually(async () => {
    const { items } = (await (await fetch(`${url}/api/dev/messages`)).json()) as { items: SentMessage[] };
    for (const m of items) {
      const match = m.recipient.endsWith(phone) && !seen.has(m.sentAt) ? pattern.exec(m.body) : null;
      if (match) return match;
    }
    return null;
  }, `an SMS to ${phone} like ${String(pattern)}`);
}

/** The codes that were sent to a phone, the newest first. */
export async function codesTo(url: string, phone: string): Promise<string[]> {
  const { items } = (await (await fetch(`${url}/api/dev/messages`)).json()) as { items: SentMessage[] };
  return items.flatMap((m) => (m.recipient.endsWith(phone) ? (/验证码 (\d+)/.exec(m.body)?.[1] ?? []) : []));
}

/** Signs in as people do: asks for a code, reads it from the SMS, enters it; gives a name if one is passed. */
export async function signInByPhone(url: string, phone: string, name?: string, locale?: string): Promise<Client> {
  const client = new Client(url, locale);
  const earlier = await codesTo(url, phone);
  const asked = await client.post('/api/auth/codes', { phone });
  if (asked.status !== 202) throw new Error(`no code for ${phone}: ${JSON.stringify(asked.body)}`);
  // whoever signs in again must not read the code of the time before
  const code = await eventually(async () => (await codesTo(url, phone)).find((c) => !earlier.includes(c)), `a new code for ${phone}`);
  const me = await client.post('/api/auth/sessions', { phone, code });
  if (me.status !== 201) throw new Error(`sign-in failed: ${JSON.stringify(me.body)}`);
  client.csrf = me.body.csrfToken;
  client.accountId = me.body.accountId;
  if (name) await client.patch('/api/auth/me', { name });
  return client;
}

/** Signs a member of staff in with password and time-based code. */
export async function signInStaff(url: string, staff: { username: string; password: string; totpSecret: string }, at = Date.now()): Promise<Client> {
  const client = new Client(url);
  const { body } = await client.post('/api/auth/staff/sessions', { username: staff.username, password: staff.password });
  const code = new TOTP({ secret: Secret.fromBase32(staff.totpSecret) }).generate({ timestamp: at });
  const me = await client.post('/api/auth/staff/sessions/totp', { challengeId: body.challengeId, code });
  if (me.status !== 201) throw new Error(`staff sign-in failed: ${JSON.stringify(me.body)}`);
  client.csrf = me.body.csrfToken;
  client.accountId = me.body.accountId;
  return client;
}

/** Signs a member of staff in by the OpenID provider the app is set up with, as whoever the provider says they are. */
export async function signInByOidc(url: string): Promise<Client> {
  const client = new Client(url);
  const started = await client.post('/api/auth/staff/oidc/attempts');
  const cookie = started.headers.getSetCookie().find((c) => c.startsWith('hejie_oidc='))!.split(';')[0]!;
  const { headers } = await fetch(started.body.url as string, { redirect: 'manual' });
  const me = await client.send('POST', '/api/auth/staff/oidc/sessions', { parameters: new URL(headers.get('location')!).search.slice(1) }, { cookie });
  if (me.status !== 201) throw new Error(`sign-in by OpenID Connect failed: ${JSON.stringify(me.body)}`);
  client.csrf = me.body.csrfToken;
  client.accountId = me.body.accountId;
  return client;
}

let made = 0;
const credentialsOf = new WeakMap<Client, Parameters<typeof signInStaff>[1]>();

/** Makes a member of staff at the city union (or the given organisation) and signs them in. */
export async function createStaff(
  t: TestApp,
  role: StaffRole,
  name: string,
  options: { organisationId?: string; phone?: string; email?: string } = {},
): Promise<Client> {
  const work = t.app.get(UnitOfWork);
  const organisations = t.app.get(Organisations);
  const credentials = { username: `${role}-${++made}`, password: 'correct horse battery', totpSecret: new Secret({ size: 20 }).base32 };
  await work.serialised('test-staff', async (tx) => {
    const root = options.organisationId ?? (await organisations.root())?.id ?? (await organisations.create(tx, { name: '和解市总工会', kind: 'city', parentId: null })).id;
    await t.app.get(Accounts).createStaff(tx, { ...credentials, name, role, organisationId: root, ...options });
  });
  return remembered(await signInStaff(t.url, credentials, t.now().getTime()), credentials);
}

/** Signs a member of staff made by `createStaff` in anew, when so much time has passed that the session is over. */
export async function signInAgain(t: TestApp, client: Client): Promise<Client> {
  const credentials = credentialsOf.get(client)!;
  return remembered(await signInStaff(t.url, credentials, t.now().getTime()), credentials);
}

function remembered(client: Client, credentials: Parameters<typeof signInStaff>[1]): Client {
  credentialsOf.set(client, credentials);
  return client;
}
