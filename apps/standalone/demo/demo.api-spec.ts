import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '@hejie/platform';
import { type Client, createTestDatabase, eventually, signInByPhone, signInStaff, startTestApp, type TestApp } from '@hejie/test-kit';
import { DEMO_LAWYERS, DEMO_PASSWORD, DEMO_TOTP_SECRET } from './demo-accounts.js';
import { pastCases } from './past-cases.js';
import { seedDemo } from './seed-demo.js';
import { OPEN_CASES } from './story/open-cases.js';
import { workerPhone } from './story/plot.js';

describe('the demo city', () => {
  let t: TestApp;
  let config: Config;
  let legal: Client;
  const signIn = (username: string) => signInStaff(t.url, { username, password: DEMO_PASSWORD, totpSecret: DEMO_TOTP_SECRET });
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
    expect(Object.fromEntries(rows.map((r) => [r.status, Number(r.n)]))).toEqual({ filed: 8, consulting: 5, negotiating: 1, mediating: 6, agreed: 3, escalated: 5 });
    expect(await count(`dispute_case where facts->>'story' like '历史案件%'`)).toBe(259);
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
