import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '@hejie/platform';
import { Client, createTestDatabase, eventually, signInByPhone, signInStaff, startTestApp, type TestApp } from '@hejie/test-kit';
import { DEMO_LAWYERS, DEMO_PASSWORD, DEMO_STAFF, DEMO_TOTP_SECRET } from './demo-accounts.js';
import { pastCases } from './past-cases.js';
import { seedDemo } from './seed-demo.js';
import { demoAccounts } from './shown-accounts.js';
import { DEMO_GROUP, OPEN_CASES } from './story/open-cases.js';
import { workerPhone } from './story/plot.js';

describe('the demo city', () => {
  let t: TestApp;
  let config: Config;
  let legal: Client;
  const signedIn = new Map<string, Promise<Client>>();
  /** Once for each account: a code works once. */
  const signIn = (username: string): Promise<Client> => {
    if (!signedIn.has(username)) signedIn.set(username, signInStaff(t.url, { username, password: DEMO_PASSWORD, totpSecret: DEMO_TOTP_SECRET }));
    return signedIn.get(username)!;
  };
  const items = async (who: Client, path: string) => (await who.get(path)).body.items as Record<string, any>[];
  const count = async (sql: string) => Number((await t.db.query(`select count(*) as n from ${sql}`))[0].n);

  beforeAll(async () => {
    const env = { DATABASE_URL: await createTestDatabase(), DATA_DIR: await mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'demo-')), FIELD_KEY: randomBytes(32).toString('base64') };
    config = new Config({ NODE_ENV: 'test', DEV_TOOLS: 'true', LOG_LEVEL: 'fatal', ...env });
    expect(await seedDemo(config)).toBe(OPEN_CASES.length);
    t = await startTestApp({ env });
    legal = await signIn('legal');
  }, 180_000);
  afterAll(() => t?.close());

  it('has last year as it was and cases in every state on the way', async () => {
    const rows: { status: string; n: string }[] = await t.db.query(`select status, count(*) as n from dispute_case where facts->>'story' not like '历史案件%' group by 1`);
    expect(Object.fromEntries(rows.map((r) => [r.status, Number(r.n)]))).toEqual({ filed: 8, consulting: 5, negotiating: 1, mediating: 7, agreed: 3, escalated: 5 });
    expect(await count(`dispute_case where facts->>'story' like '历史案件%'`)).toBe(259);
  });

  it('hangs last year on an account nobody can sign in to, that no desk counts as staff and no case can be handed to', async () => {
    const rows = await t.db.query(`select distinct c.claimant_id from dispute_case c where c.facts->>'story' like '历史案件%'`);
    expect(rows).toHaveLength(1);
    const standIn = rows[0].claimant_id as string;
    for (const table of ['account_role', 'staff_credential', 'staff_oidc', 'staff_set_up']) expect([table, await count(`${table} where account_id = '${standIn}'`)]).toEqual([table, 0]);
    expect(await t.db.query('select phone_index, email_sealed from account where id = $1', [standIn])).toEqual([{ phone_index: null, email_sealed: null }]);
    const sessions = await count('session');
    await expect(signIn('archive')).rejects.toThrow();
    expect(await new Client(t.url).post('/api/auth/staff/sessions', { username: 'archive', password: DEMO_PASSWORD })).toMatchObject({ status: 401, body: { code: 'CREDENTIALS_INVALID' } });
    expect(await count('session')).toBe(sessions);
    const staff = (await (await signIn('admin')).get('/api/staff')).body;
    expect(staff.total).toBe(DEMO_STAFF.length + DEMO_LAWYERS.length);
    const [past] = await items(legal, '/api/cases?status=escalated');
    expect(JSON.stringify((await legal.get(`/api/cases/${past!.id}/takers`)).body)).not.toContain('历史案件');
  });

  it('has something on every desk', async () => {
    for (const { username } of DEMO_LAWYERS) {
      const lawyer = await signIn(username);
      const open = (await items(lawyer, '/api/lawyer-requests')).filter((r) => r.status === 'open');
      expect([username, open.length + (await items(lawyer, '/api/desk/caseload')).length]).not.toEqual([username, 0]);
    }
    for (const username of ['mediator', 'mediator2']) {
      const sessions = await items(await signIn(username), '/api/sessions');
      expect(new Set(sessions.map((s) => s.status))).toEqual(new Set(['scheduled', 'open', 'closed']));
      expect(sessions.filter((s) => s.status === 'scheduled').every((s) => new Date(s.startsAt) > new Date())).toBe(true);
    }
    expect((await items(await signIn('operator'), '/api/desk/caseload')).map((c) => c.claimantName).sort()).toEqual(['郭庆华', '马会兰']);
  });

  it('has two officers of the legal department, so that a change of the tables can be approved', async () => {
    const change = await legal.post('/api/local-figures/changes', {
      requestId: randomUUID(),
      reason: '按示例标准录入',
      rows: [{ region: '山东省/平度市', figure: 'min_monthly_wage', value: 200_000, validFrom: '2025-01-01', validTo: null, sourceTitle: '示例数据，非真实标准', sourceUrl: null, certainty: 'unverified' }],
    });
    const decided = await (await signIn('legal2')).post(`/api/local-figures/changes/${change.body.id}/decision`, { requestId: randomUUID(), approve: true });
    expect(decided.body).toMatchObject({ status: 'approved', proposedBy: '法律部赵主任', decidedBy: '法律部钱科长' });
  });

  it('gives commission and court what was handed to each, with packets that open', async () => {
    const inbox = async (username: string) => {
      const partner = await signIn(username);
      const found = await items(partner, '/api/partner/inbox');
      for (const { id } of found) expect((await partner.get(`/api/partner/inbox/${id}/packet`)).body.subarray(0, 4).toString()).toBe('%PDF');
      return found.map((i) => [i.track, i.status]).sort();
    };
    expect(await inbox('commission')).toEqual([['arbitration', 'hearing'], ['arbitration', 'sent']]);
    expect(await inbox('court')).toEqual([['judicial_confirmation', 'sent'], ['litigation', 'received'], ['payment_order', 'sent']]);
  });

  it('can be looked at by everybody npm start names', async () => {
    const shown = await demoAccounts(t.app);
    expect(shown).toContain(`with password ${DEMO_PASSWORD} `);
    expect(shown).toContain(`the secret ${DEMO_TOTP_SECRET})`);
    const staff = [...shown.matchAll(/^ {4}([a-z]+\d*) +\S/gm)].map((m) => m[1]!);
    const [, first, last] = /\(lawyer(\d+) \.\.\. lawyer(\d+) likewise\)/.exec(shown)!;
    for (let n = Number(first); n <= Number(last); n++) staff.push(`lawyer${n}`);
    expect(new Set(staff).size).toBe(22);
    for (const username of staff) expect((await (await signIn(username)).get('/api/auth/me')).status).toBe(200);
    const [, phone, name] = /(\d{11}) is (\S+), a worker/.exec(shown)!;
    const worker = await signInByPhone(t.url, phone!);
    expect((await worker.get('/api/auth/me')).body.name).toBe(name);
    expect((await items(worker, '/api/cases')).map((c) => c.status)).toEqual(['mediating']);
  });

  it('has deadlines near and over for the department', async () => {
    const { body } = await legal.get('/api/insight/deadlines');
    expect(body.overdue).toBeGreaterThan(0);
    expect(body.total).toBeGreaterThan(body.overdue);
    expect(new Set(body.items.map((c: { kind: string }) => c.kind))).toEqual(new Set(['mediation_period', 'arbitral_review', 'instalment']));
  });

  it('lets a worker of it sign in and read the case as it happened, in order', async () => {
    const index = OPEN_CASES.findIndex((c) => c.plot.worker === '祝有才') + 1;
    const worker = await signInByPhone(t.url, workerPhone(index));
    const [mine] = await items(worker, '/api/cases');
    const kinds = (await items(worker, `/api/cases/${mine!.id}/timeline`)).map((e) => e.kind).reverse();
    const told = ['cases.file', 'lawyers.asked', 'cases.assign_counsel', 'cases.respondent_invited', 'cases.respondent_joined', 'mediation.scheduled', 'mediation.sealed', 'mediation.paid'];
    expect(kinds.filter((k) => told.includes(k))).toEqual(told);
    const [agreement] = await items(worker, `/api/cases/${mine!.id}/agreements`);
    expect(agreement!.instalments.map((i: { paidAt: string | null }) => i.paidAt !== null)).toEqual([true, false]);
  });

  it('has workers who stand together: on the desks of lawyer and mediator, and each on the own phone', async () => {
    for (const { name, phone } of Object.values(DEMO_GROUP)) expect(await demoAccounts(t.app)).toContain(`${phone} is ${name}`);
    const lawyer = await signIn('lawyer8');
    const ours = (await items(lawyer, '/api/desk/caseload')).find((c) => c.claimantName === DEMO_GROUP.representative.name)!;
    const { body: group } = await lawyer.get(`/api/cases/${ours.caseId}/group`);
    expect(group).toMatchObject({ workers: 12, dueFen: 3_120_000, collective: { isCollective: true } });
    expect(group.members.filter((m: { representative: boolean }) => m.representative).map((m: { name: string }) => m.name)).toContain(DEMO_GROUP.representative.name);
    expect((await items(await signIn('mediator'), '/api/sessions')).map((s) => s.caseId)).toContain(ours.caseId);
    const [place] = await items(await signInByPhone(t.url, DEMO_GROUP.member.phone), '/api/group-memberships');
    expect(place).toMatchObject({ name: DEMO_GROUP.member.name, status: 'in', workers: 12, dueFen: 300_000 });
    expect(place!.representatives).toHaveLength(3);
  });

  it('was told to people as it happened: nothing waits, and everybody has heard', async () => {
    expect(await count('outbox_event where relayed_at is null')).toBe(0);
    expect(await count('notification')).toBeGreaterThan(50);
    expect(await count(`sent_message where body like '%/i/%'`)).toBe(0);
    await eventually(async () => (await legal.get('/api/insight/city')).body.cases === 259 + OPEN_CASES.length, 'the numbers count the open cases');
  });

  it('is the same every time it is made, and made once', async () => {
    const now = new Date('2026-11-21T02:00:00Z');
    expect(pastCases(now)).toEqual(pastCases(now));
    const cases = await count('dispute_case');
    expect(await seedDemo(config)).toBeNull();
    expect(await count('dispute_case')).toBe(cases);
  });
});
