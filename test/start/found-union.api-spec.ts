import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, createTestDatabase, Host, startTestApp, type TestApp } from '@hejie/test-kit';
import { Secret, TOTP } from 'otpauth';

const UNION = {
  union: '青山市总工会',
  parts: [
    { name: '东湖区总工会', kind: 'county', parts: [{ name: '东湖区职工服务站', kind: 'station' }] },
    { name: '青山市劳动人事争议仲裁委员会', kind: 'commission' },
  ],
  administrator: { name: '周主任', username: 'zhou' },
};
const PASSWORD = 'river stone lantern';

describe('npm run found-union', () => {
  let t: TestApp;
  let env: Record<string, string>;
  let folder: string;
  const found = async (content: unknown): Promise<{ code: number | null; output: string }> => {
    const file = join(folder, 'union.json');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    const host = new Host(process.execPath, { ...env, PUBLIC_URL: 'https://hejie.example' }, ['dist/apps/standalone/found-union.js', file]);
    return { code: await host.exited(), output: host.output };
  };
  const kept = async () => JSON.stringify(await Promise.all(['organisation', 'account', 'account_role', 'staff_credential', 'staff_set_up', 'audit_entry'].map((table) => t.db.query(`select * from ${table} order by 1`))));
  beforeAll(async () => {
    folder = await mkdtemp(join(process.env.HEJIE_TEST_FOLDER!, 'found-'));
    env = { DATABASE_URL: await createTestDatabase(), FIELD_KEY: randomBytes(32).toString('base64'), DATA_DIR: folder };
    t = await startTestApp({ env });
  });
  afterAll(() => t?.close());

  it('says in one sentence what is wrong with the file, and nothing changes', async () => {
    const before = await kept();
    for (const [content, reason] of [
      [{ ...UNION, administrator: { name: '周主任', username: 'Z H' } }, /administrator\.username/],
      [{ ...UNION, parts: [{ name: '东湖区总工会', kind: 'city' }] }, /parts\.0\.kind/],
      ['{', /found-union: /],
    ] as const) {
      const { code, output } = await found(content);
      expect(code).toBe(1);
      expect(output.trim()).toMatch(reason);
      expect(output.trim().split('\n')).toHaveLength(1);
    }
    expect(await kept()).toBe(before);
  }, 60_000);

  it('makes the tree and an administrator, who sets signing in up by the link and invites others', async () => {
    const { code, output } = await found(UNION);
    expect([code, output]).toEqual([0, expect.stringContaining('青山市总工会')]);
    const [, token] = /https:\/\/hejie\.example\/desk\/set-up#([\w-]{43})/.exec(output)!;
    const zhou = new Client(t.url);
    const { secret, username } = (await zhou.post('/api/auth/staff/set-ups/look', { token })).body;
    expect(username).toBe('zhou');
    const made = await zhou.post('/api/auth/staff/set-ups', { token, password: PASSWORD, code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() });
    expect(made).toMatchObject({ status: 201, body: { roles: ['admin'], name: '周主任' } });
    zhou.csrf = made.body.csrfToken;
    const tree = (await zhou.get('/api/staff/organisations')).body.items as { id: string; name: string; kind: string; depth: number }[];
    expect(tree.map((o) => `${o.depth} ${o.name}`).sort()).toEqual(['0 青山市总工会', '1 东湖区总工会', '1 青山市劳动人事争议仲裁委员会', '2 东湖区职工服务站']);
    const invited = await zhou.post('/api/staff', { name: '陈调解', username: 'chen', places: [{ role: 'mediator', organisationId: tree.find((o) => o.kind === 'station')!.id }] });
    expect(invited.status).toBe(201);
  }, 60_000);

  it('does it once: a second time nothing changes', async () => {
    const before = await kept();
    const { code, output } = await found({ ...UNION, administrator: { name: '别人', username: 'other' } });
    expect([code, output.trim()]).toEqual([1, 'found-union: 这里已经有工会了，没有改动。新的工作人员请由管理员邀请。']);
    expect(await kept()).toBe(before);
  }, 60_000);
});
