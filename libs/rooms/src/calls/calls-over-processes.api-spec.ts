import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { ActorResolver, UnitOfWork, type Actor } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { Client, eventually, RedisServer, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Socket } from 'socket.io-client';

const OFFER = { description: { type: 'offer', sdp: 'v=0 offer' } };
const ANSWER = { description: { type: 'answer', sdp: 'v=0 answer' } };
const ICE = { candidate: { candidate: 'candidate:1 1 UDP 1 192.0.2.1 50000 typ host', sdpMid: '0', sdpMLineIndex: 0 } };

describe('a call whose members are on two processes', () => {
  let redis: RedisServer;
  /** Where people sign in and jobs are done, without Redis. */
  let office: TestApp;
  let here: TestApp;
  let there: TestApp;
  let people: Client[];
  let caseId: string;
  let roomId: string;
  beforeAll(async () => {
    redis = await RedisServer.start();
    office = await startTestApp();
    const { databaseUrl, fieldKey, dataDir } = office.config;
    const api = () => startTestApp({ jobs: false, env: { REDIS_URL: redis.url, DATABASE_URL: databaseUrl, FIELD_KEY: fieldKey.toString('base64'), DATA_DIR: dataDir } });
    [here, there] = [await api(), await api()];
    people = await Promise.all([1, 2, 3].map((n) => signInByPhone(office.url, `1380000020${n}`, `人${n}`)));
    caseId = (await people[0]!.post('/api/cases/quick', aQuickCase())).body.caseId;
  });
  afterAll(async () => {
    for (const p of people) p.close();
    await there?.close();
    await here?.close();
    await office?.close();
    await redis?.stop();
  });
  beforeEach(async () => {
    roomId = await here.app.get(UnitOfWork).run((tx) => here.app.get(Rooms).open(tx, { caseId, kind: 'joint', members: people.map((p) => ({ accountId: p.accountId, relation: 'claimant' })) }));
  });

  const enter = async (who: Client, app: TestApp): Promise<{ socket: Socket; heard: [string, any][] }> => {
    const socket = await who.socket(app.url);
    const heard: [string, any][] = [];
    socket.onAny((event: string, payload: unknown) => event.startsWith('call.') && heard.push([event, payload]));
    await socket.emitWithAck('room.join', { roomId, afterSeq: 0 });
    return { socket, heard };
  };
  const join = (socket: Socket) => socket.emitWithAck('call.join', { roomId });
  const signal = (from: Socket, to: Socket, what: object) => from.emitWithAck('call.signal', { roomId, to: to.id, signal: what });
  const signalsOf = (heard: [string, any][]) => heard.filter(([event]) => event === 'call.signal').map(([, payload]) => [payload.from, payload.signal]);

  /** One member here and two there, all in the call. */
  const threeInCall = async () => {
    const [a, b, c] = [await enter(people[0]!, here), await enter(people[1]!, there), await enter(people[2]!, there)];
    for (const { socket } of [a, b, c]) expect((await join(socket)).ok).toBe(true);
    await eventually(async () => a.heard.filter(([e]) => e === 'call.joined').length === 2, 'the first hears of both others');
    return { a, b, c };
  };

  it('tells who is in it, and brings offer, answer and candidates to the one they are for', async () => {
    const a = await enter(people[0]!, here);
    const b = await enter(people[1]!, there);
    const c = await enter(people[2]!, there);
    expect((await join(a.socket)).data.peers).toEqual([]);
    expect((await join(b.socket)).data.peers).toEqual([{ peerId: a.socket.id, accountId: people[0]!.accountId }]);
    expect((await join(c.socket)).data.peers.map((p: { peerId: string }) => p.peerId).sort()).toEqual([a.socket.id, b.socket.id].sort());
    expect(await signal(b.socket, a.socket, OFFER)).toMatchObject({ ok: true });
    await eventually(async () => signalsOf(a.heard).length === 1, 'the offer');
    expect(await signal(a.socket, b.socket, ANSWER)).toMatchObject({ ok: true });
    expect(await signal(a.socket, b.socket, ICE)).toMatchObject({ ok: true });
    expect(await signal(b.socket, a.socket, ICE)).toMatchObject({ ok: true });
    await eventually(async () => signalsOf(a.heard).length === 2 && signalsOf(b.heard).length === 2, 'answer and candidates');
    expect(signalsOf(a.heard)).toEqual([[b.socket.id, OFFER], [b.socket.id, ICE]]);
    expect(signalsOf(b.heard)).toEqual([[a.socket.id, ANSWER], [a.socket.id, ICE]]);
    expect(signalsOf(c.heard)).toEqual([]);
  });

  it('ends at once for who is put out of the room by the other process, and nothing of theirs or for them gets through', async () => {
    const { a, b, c } = await threeInCall();
    await here.app.get(UnitOfWork).run((tx) => here.app.get(Rooms).remove(tx, roomId, people[1]!.accountId));
    const left = (heard: [string, any][]) => heard.some(([e, p]) => e === 'call.left' && p.peerId === b.socket.id);
    await eventually(async () => b.heard.some(([e]) => e === 'call.ended') && left(a.heard) && left(c.heard), 'all three sides hear of the end');
    for (const other of [a, c]) {
      expect(await signal(b.socket, other.socket, OFFER)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
      expect(await signal(other.socket, b.socket, OFFER)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    }
    expect(await join(b.socket)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    // the two who stay go on
    expect(await signal(c.socket, a.socket, OFFER)).toMatchObject({ ok: true });
    await eventually(async () => signalsOf(a.heard).length === 1, 'the offer of the one who stayed');
    expect([signalsOf(a.heard), signalsOf(b.heard), signalsOf(c.heard)]).toEqual([[[c.socket.id, OFFER]], [], []]);
  });

  it('loses the member whose line breaks, on the other process too', async () => {
    const { a, b, c } = await threeInCall();
    const gone = b.socket.id;
    b.socket.disconnect();
    await eventually(async () => [a, c].every(({ heard }) => heard.some(([e, p]) => e === 'call.left' && p.peerId === gone)), 'both hear it');
    expect(await a.socket.emitWithAck('call.signal', { roomId, to: gone, signal: OFFER })).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
  });

  it('takes back, on the other process, whose line broke in place of their earlier window', async () => {
    const { a, b, c } = await threeInCall();
    const again = await enter(people[1]!, here);
    const { data } = await again.socket.emitWithAck('call.join', { roomId, instead: b.socket.id });
    expect(data.peers.map((p: { peerId: string }) => p.peerId).sort()).toEqual([a.socket.id, c.socket.id].sort());
    await eventually(async () => [a, c].every(({ heard }) => heard.some(([e, p]) => e === 'call.left' && p.peerId === b.socket.id)), 'both drop the earlier window');
  });

  it('loses whoever signs out: their sockets end on every process by the word over Redis, and nobody else\'s', async () => {
    const leaver = await signInByPhone(office.url, '13800000209', '离开的人');
    const [{ id: session }] = await office.db.query<[{ id: string }]>('select id from session where account_id = $1', [leaver.accountId]);
    // the other way of hearing it, by asking every few seconds whose session stands, is stopped
    const asking = [here, there].map((app) => {
      const resolver = app.app.get(ActorResolver);
      const standing = resolver.standing.bind(resolver);
      const known = new Map<string, Actor>();
      return jest.spyOn(resolver, 'standing').mockImplementation(async (ids) => {
        for (const [id, actor] of await standing(ids)) known.set(id, actor);
        return known;
      });
    });
    try {
      for (const app of [here, there]) expect((await app.app.get(ActorResolver).standing([session])).has(session)).toBe(true);
      const sockets = await Promise.all([here, there].map((app) => leaver.socket(app.url)));
      const others = await Promise.all([here, there].map((app) => people[1]!.socket(app.url)));
      const reasons = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('disconnect', resolve))));
      const atHere = Object.assign(new Client(here.url), { cookie: leaver.cookie, csrf: leaver.csrf });
      expect((await atHere.delete('/api/auth/sessions/current')).status).toBe(204);
      expect(await reasons).toEqual(['io server disconnect', 'io server disconnect']);
      await expect(leaver.socket(there.url)).rejects.toThrow();
      for (const socket of others) expect(await socket.emitWithAck('room.join', { roomId, afterSeq: 0 })).toMatchObject({ ok: true });
    } finally {
      for (const spy of asking) spy.mockRestore();
    }
  });

  it('without Redis holds those of one process, answers in time that the others cannot be reached, and goes on when Redis is back', async () => {
    const ask = (socket: Socket, event: string, payload: object = {}) => socket.timeout(15_000).emitWithAck(event, { roomId, ...payload });
    const [a, b, c] = [await enter(people[0]!, here), await enter(people[1]!, here), await enter(people[2]!, there)];
    await redis.kill();
    try {
      expect(await ask(a.socket, 'call.join')).toMatchObject({ ok: true, data: { peers: [] } });
      expect(await ask(b.socket, 'call.join')).toMatchObject({ ok: true, data: { peers: [{ peerId: a.socket.id, accountId: people[0]!.accountId }] } });
      expect(await ask(b.socket, 'call.signal', { to: a.socket.id, signal: OFFER })).toMatchObject({ ok: true });
      expect(await ask(c.socket, 'call.join')).toMatchObject({ ok: true, data: { peers: [] } });
      expect(await ask(a.socket, 'call.signal', { to: c.socket.id, signal: OFFER })).toMatchObject({ ok: false, problem: { code: 'CALL_UNAVAILABLE', status: 503 } });
      await ask(b.socket, 'call.leave');
      // whoever is not in it is told no more than otherwise
      expect(await ask(b.socket, 'call.signal', { to: a.socket.id, signal: OFFER })).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
      await eventually(async () => a.heard.length === 3, 'what is told on one process');
      expect(a.heard).toEqual([
        ['call.joined', { roomId, peerId: b.socket.id, accountId: people[1]!.accountId }],
        ['call.signal', { roomId, from: b.socket.id, signal: OFFER }],
        ['call.left', { roomId, peerId: b.socket.id }],
      ]);
    } finally {
      await redis.startAgain();
    }
    // who came in alone meanwhile meets the others by joining again
    const again = async () => {
      await ask(c.socket, 'call.leave');
      return (await ask(c.socket, 'call.join')).data.peers as { peerId: string }[];
    };
    await eventually(async () => (await again()).some((p) => p.peerId === a.socket.id), 'each other');
    expect(await ask(c.socket, 'call.signal', { to: a.socket.id, signal: ANSWER })).toMatchObject({ ok: true });
    await eventually(async () => signalsOf(a.heard).length === 2, 'the signal of the other process');
    expect(signalsOf(a.heard).at(-1)).toEqual([c.socket.id, ANSWER]);
    expect(c.heard.filter(([, payload]) => payload.peerId === b.socket.id || payload.from === b.socket.id)).toEqual([]); // nothing of that time comes late
  });
});
