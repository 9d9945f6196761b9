import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Accounts } from '@hejie/identity';
import { newId, UnitOfWork, Vault } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import type { Api } from './api.js';
import { check, unheard, type Verdict } from './check.js';
import { FaultyClient, type Person } from './faulty-client.js';
import { History } from './history.js';
import { Random } from './random.js';
import type { RedisServer } from '../kit/redis-server.js';
import type { Stage } from './stage.js';
import { readStoredLog } from './stored-log.js';

/** People have a phone number each, also those of worlds that share a stage. */
let nextPhone = 13_000_000_000;

/** People and their rooms on a stage, and what they do and see. */
export class World {
  readonly history = new History();
  readonly people: Person[] = [];
  readonly clients: FaultyClient[] = [];
  private readonly closing: (() => Promise<unknown>)[] = [];
  /** Room id -> its members. */
  readonly rooms = new Map<string, Person[]>();

  readonly random: Random;

  constructor(
    private readonly stage: Stage,
    seed: number,
  ) {
    this.random = new Random(seed);
  }

  get apis(): readonly Api[] {
    return this.stage.apis;
  }

  /** The Redis of several api processes. */
  get redis(): RedisServer {
    return this.stage.redis;
  }

  /** Signed-in people in rooms of `members` each; the same people are in `roomsEach` of them. */
  async populate(people: number, members: number, roomsEach = 1): Promise<void> {
    const made: Person[] = [];
    const sessions: string[] = [];
    const tokens: string[] = [];
    await this.inTransaction(async (tx) => {
      for (let i = 0; i < people; i++) {
        const accountId = await this.stage.office.get(Accounts, { strict: false }).ensurePersonByPhone(tx, { phone: String(nextPhone++) });
        const token = randomBytes(32).toString('base64url');
        tokens.push(createHash('sha256').update(token).digest('base64url'));
        const sessionId = newId();
        sessions.push(sessionId);
        made.push({ accountId, cookie: `hejie_session=${token}`, csrfToken: this.stage.office.get(Vault).blindIndex('csrf', sessionId) });
      }
      await tx.query(
        `insert into session (id, account_id, token_hash, user_agent, means, amr, started_at, last_seen_at)
         select *, 'faults', 'phone_code', '{}', now(), now() from unnest($1::uuid[], $2::uuid[], $3::text[])`,
        [sessions, made.map((p) => p.accountId), tokens],
      );
      for (let round = 0; round < roomsEach; round++) {
        for (let i = 0; i < made.length; i += members) {
          const inside = Array.from({ length: members }, (_, k) => made[(i + k * (1 + round * members)) % made.length]!);
          const distinct = [...new Set(inside)];
          const roomId = await this.service.open(tx, { caseId: newId(), kind: 'joint', members: distinct.map((p) => ({ accountId: p.accountId, relation: 'claimant' })) });
          this.rooms.set(roomId, distinct);
        }
      }
    });
    this.people.push(...made);
  }

  /** Clients of all people, or the first `count` of them, at `url`, in all their rooms. */
  async enter(url: string | readonly string[], options?: ConstructorParameters<typeof FaultyClient>[4], count = this.people.length): Promise<void> {
    const urls = typeof url === 'string' ? [url] : url;
    const fresh = this.people.slice(0, count).map((p, i) => new FaultyClient(p, urls[i % urls.length]!, this.history, this.random.fork(), options));
    this.clients.push(...fresh);
    await Promise.all(fresh.map((c) => c.enter(this.roomsOf(c.person))));
  }

  roomsOf(person: Person): string[] {
    return [...this.rooms].filter(([, members]) => members.includes(person)).map(([id]) => id);
  }

  chat(seconds: number, everyMs: number): Promise<void> {
    const until = Date.now() + seconds * 1000;
    return this.chatWhile(() => Date.now() < until, everyMs);
  }

  /** Everybody says something every `everyMs` on average in one of their rooms. */
  async chatWhile(going: () => boolean, everyMs: number): Promise<void> {
    let n = 0;
    const talk = async (client: FaultyClient) => {
      const random = this.random.fork();
      const roomIds = this.roomsOf(client.person);
      while (going()) {
        for (const wakeAt = Date.now() + random.int(0, everyMs * 2); going() && Date.now() < wakeAt; ) await sleep(Math.min(200, wakeAt - Date.now()));
        const inside = roomIds.filter((id) => !client.isOutOf(id));
        if (going() && inside.length > 0) client.say(random.pick(inside), `第${++n}句`);
      }
    };
    await Promise.all(this.clients.map(talk));
  }

  /** Beside a chat: people are put out of rooms and let in again a little later, by another process. */
  async comeAndGo(seconds: number, everyMs: number): Promise<void> {
    const random = this.random.fork();
    for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(everyMs)) {
      const client = random.pick(this.clients);
      const { person } = client;
      const roomId = random.pick(this.roomsOf(person));
      this.history.record({ what: 'removed', account: person.accountId, room: roomId });
      await this.inTransaction((tx) => this.service.remove(tx, roomId, person.accountId));
      await sleep(random.int(0, everyMs));
      await this.inTransaction((tx) => this.service.admit(tx, roomId, { accountId: person.accountId, relation: 'claimant' }));
      setTimeout(() => void client.open(roomId), random.int(0, everyMs));
    }
  }

  /** After a fault: one thing said in each room is heard by everybody in it, as it is said. @returns violations */
  async goesOn(withinMs = 30_000): Promise<string[]> {
    await this.settle();
    const from = this.history.facts.length;
    const rooms = [...this.rooms];
    for (const [roomId, [first]] of rooms) this.clients.find((c) => c.person === first)!.say(roomId, '还在');
    const missing = () => {
      const heard = new Set(this.history.facts.slice(from).flatMap((f) => (f.what === 'observed' && f.by === 'frame' && f.message.kind === 'text' && f.message.body.text === '还在' ? [`${f.room} ${f.account}`] : [])));
      return rooms.flatMap(([roomId, members]) => members.filter((m) => !heard.has(`${roomId} ${m.accountId}`)).map((m) => `stuck: ${m.accountId} does not hear ${roomId} after the fault`));
    };
    for (const deadline = Date.now() + withinMs; Date.now() < deadline && missing().length > 0; ) await sleep(50);
    return missing();
  }

  /** Waits until nobody waits for an answer any more; what then still does, the check reports. */
  async settle(withinMs = 90_000): Promise<void> {
    for (const deadline = Date.now() + withinMs; Date.now() < deadline && !this.clients.every((c) => c.settled); ) await sleep(50);
  }

  /**
   * Everybody reads to the end; then all that was done and seen is held against the database.
   * @param calm those whose line never broke: they heard everything as it was said
   */
  async verdict(calm: readonly FaultyClient[] = []): Promise<Verdict> {
    await this.settle();
    const promised = { calm: calm.map((c) => c.person.accountId), inOrder: this.apis.length === 1 };
    const stored = () => readStoredLog(this.stage.db, [...this.rooms.keys()]);
    if (calm.length > 0) for (const deadline = Date.now() + 30_000, log = await stored(); Date.now() < deadline && unheard(this.history.facts, log, promised.calm).length > 0; ) await sleep(200);
    await Promise.all(this.clients.map((c) => c.finish()));
    const verdict = check(this.history.facts, await stored(), promised);
    const shown = this.clients.flatMap((c) => c.errors.map((code) => `shown: ${c.person.accountId} saw ${code}`));
    return { ...verdict, violations: [...verdict.violations, ...shown] };
  }

  /** The longest anybody waited for a confirmation, in ms. */
  get slowest(): number {
    return Math.max(0, ...this.clients.map((c) => c.slowest));
  }

  inTransaction<T>(work: Parameters<UnitOfWork['run']>[0] extends (tx: infer X) => unknown ? (tx: X) => Promise<T> : never): Promise<T> {
    return this.stage.office.get(UnitOfWork, { strict: false }).run(work);
  }

  get service(): Rooms {
    return this.stage.office.get(Rooms, { strict: false });
  }

  /** What a scenario made beside, closed with the world. */
  keep<T extends { close(): Promise<unknown> }>(thing: T): T {
    this.closing.push(() => thing.close());
    return thing;
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.close();
    for (const close of this.closing) await close();
  }
}
