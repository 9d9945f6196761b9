import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { RoomAccess } from '@hejie/rooms';
import { type Client, Host, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { Random } from './random.js';
import { type Person, World } from './world.js';

// `npm run test:confidentiality` runs the long form (SEQUENCES, SEED); `npm test` a short one with a new seed each time
const SEQUENCES = Number(process.env['SEQUENCES'] ?? 150);
const SEED = Number(process.env['SEED'] ?? randomBytes(4).readUInt32LE());
const STEPS = 12;
const TEN_HOURS = 36_000_000;

describe(`what is said in a room stays in it (seed ${SEED}, ${SEQUENCES} sequences)`, () => {
  let app: TestApp;
  let second: Host;
  let people: Person[];
  let caseId: string;
  beforeAll(async () => {
    app = await startTestApp();
    // a process of its own, so that everything it prints can be read
    second = new Host('dist/apps/api/main.js', {
      HOST: '127.0.0.1', PORT: '0', DEV_TOOLS: 'true', LOG_LEVEL: 'debug', NODE_ENV: 'test',
      DATABASE_URL: app.config.databaseUrl, FIELD_KEY: app.config.fieldKey.toString('base64'), DATA_DIR: app.config.dataDir,
    });
    const [, port] = await second.printed(/listening on port (\d+)/);
    const clients: Client[] = [];
    for (const [i, name] of ['劳动者', '律师', '单位', '调解员', '外人', '看热闹的'].entries()) clients.push(await signInByPhone(app.url, `1380000000${i}`, name));
    people = await Promise.all(
      clients.map(async (client, i) => ({ client, name: `${i}`, sockets: [await client.socket(app.url), await client.socket(`http://127.0.0.1:${port}`)] })),
    );
    await clients[0]!.post('/api/cases/quick', aQuickCase());
    caseId = (await clients[0]!.get('/api/cases')).body.items[0].id;
  });
  afterAll(async () => {
    for (const p of people ?? []) p.client.close();
    await second?.stop();
    await app?.close();
  });

  async function nothingLeaks(sequences: number, salt: number): Promise<void> {
    const world = new World(app, people, caseId, new Random(SEED + salt), ((SEED + salt) >>> 0).toString(16).padStart(8, '0').slice(-8));
    for (let i = 0; i < sequences && world.leaks.length === 0; i++) await world.sequence(STEPS);
    const kept = await app.db.query<{ t: string }[]>(
      `select coalesce(string_agg(to_jsonb(m)::text, ''), '') as t from sent_message m union all select coalesce(string_agg(to_jsonb(n)::text, ''), '') from notification n union all select coalesce(string_agg(to_jsonb(o)::text, ''), '') from outbox_event o`,
    );
    for (const { t } of kept) world.scan('texts, mails, notices and events', t);
    world.scan('what a process prints', second.output);
    expect(world.leaks).toEqual([]);
    expect(world.steps).toBe(sequences * STEPS);
    expect(world.received).toBeGreaterThan(sequences * 100);
  }

  it('whatever people do and wherever they look', () => nothingLeaks(SEQUENCES, 0), TEN_HOURS);

  it('even with the application\'s own check switched off: the database shows nothing', async () => {
    const access = app.app.get(RoomAccess);
    const off = [jest.spyOn(access, 'canRead').mockResolvedValue(true), jest.spyOn(access, 'require').mockResolvedValue(undefined)];
    try {
      await nothingLeaks(Math.ceil(SEQUENCES / 3), 1);
      expect(off[1]).toHaveBeenCalled();
    } finally {
      for (const spy of off) spy.mockRestore();
    }
  }, TEN_HOURS);

  it('and the watch itself sees a leak: a line that a removed person gets is reported', async () => {
    const world = new World(app, people, caseId, new Random(SEED), 'ffffffff');
    const leaky = world as unknown as { createRoom(): Promise<void>; rooms: { id: string; members: Set<Person>; met: Set<Person> }[]; say(room: unknown, by: Person): Promise<void>; hear(p: Person, through: string, text: string): void };
    await leaky.createRoom();
    const [room] = leaky.rooms;
    room!.members.clear();
    await leaky.say(room, people[0]!);
    leaky.hear(people[1]!, 'a frame', '["canary-ffffffff-00000000"]');
    expect(world.leaks).toMatchObject([{ person: '1', through: 'a frame' }]);
  });
});
