import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { RoomAccess, Rooms } from '@hejie/rooms';
import { type Client, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import pg from 'pg';
import { Presence } from '../presence/presence.js';
import { RoomChannel } from './room-channel.js';
import { RoomDelivery } from './room-delivery.js';
import { RoomKeeper } from './room-keeper.js';
import { RoomLog, type Message, type Outgoing, type RoomMessages } from '../contract/index.js';

const text = (t: string): Outgoing => ({ clientId: crypto.randomUUID(), kind: 'text', body: { text: t } });
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('what sockets of a room hear', () => {
  let app: TestApp;
  let people: Client[];
  let outsider: Client;
  let caseId: string;
  beforeAll(async () => {
    app = await startTestApp();
    people = await Promise.all(['13800000001', '13800000002', '13800000003'].map((p, i) => signInByPhone(app.url, p, `人${i}`)));
    outsider = await signInByPhone(app.url, '13800000009', '外人');
    await people[0]!.post('/api/cases/quick', aQuickCase());
    caseId = (await people[0]!.get('/api/cases')).body.items[0].id;
  });
  afterAll(async () => {
    for (const c of [...people, outsider]) c.close();
    await app?.close();
  });

  const inTransaction = <T>(work: (rooms: Rooms, tx: Parameters<Rooms['remove']>[0]) => Promise<T>) => app.app.get(UnitOfWork).run((tx) => work(app.app.get(Rooms), tx));
  const open = () => inTransaction((rooms, tx) => rooms.open(tx, { caseId, kind: 'consult', members: people.map((p) => ({ accountId: p.accountId, relation: 'claimant' })) }));
  const say = (p: Client, roomId: string, t: string) => p.post(`/api/rooms/${roomId}/messages`, text(t));
  const textsOf = (messages: readonly Message[]) => messages.map((m) => (m.body as { text?: string }).text);

  const listenIn = async (who: Client, roomId: string) => {
    const socket = await who.socket();
    const heard: (string | undefined)[] = [];
    let removed = 0;
    socket.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heard.push(...textsOf(m.messages)));
    socket.on('room.removed', (r: { roomId: string }) => r.roomId === roomId && removed++);
    await socket.emitWithAck('room.join', { roomId, afterSeq: 0 });
    return { socket, heard, removals: () => removed };
  };
  /** Holds back the database's answer to the next statement of a kind. */
  const hold = (kind: RegExp) => {
    let asked!: () => void;
    let answer!: () => void;
    const [wasAsked, mayAnswer] = [new Promise<void>((r) => (asked = r)), new Promise<void>((r) => (answer = r))];
    const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;
    const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
      const answered = query.apply(this, args);
      if (!kind.test(String(args[0]))) return answered;
      spy.mockRestore();
      asked();
      return mayAnswer.then(() => answered);
    } as never);
    return { asked: wasAsked, answer };
  };
  afterEach(() => void jest.restoreAllMocks());

  describe('while versions differ, as in an upgrade', () => {
    it('passes over what a newer client adds to its wishes', async () => {
      const roomId = await open();
      await say(people[0]!, roomId, '一');
      const socket = await people[1]!.socket();
      expect(await socket.emitWithAck('room.join', { roomId, afterSeq: 0, pageBytes: 65_536, compress: true })).toMatchObject({ ok: true, data: { messages: [{ seq: 1 }] } });
      for (const event of ['room.history', 'room.typing', 'room.leave']) expect([event, await socket.emitWithAck(event, { roomId, hint: { deep: [1] } })]).toMatchObject([event, { ok: true }]);
    });

    it('refuses a message with something it does not know, and stores nothing: it may say who is to read it', async () => {
      const roomId = await open();
      const { socket, heard } = await listenIn(people[0]!, roomId);
      const message = text('只说给调解员');
      for (const sent of [{ ...message, onlyFor: people[1]!.accountId }, { ...message, body: { text: '只说给调解员', onlyFor: people[1]!.accountId } }]) {
        expect(await socket.emitWithAck('room.send', { roomId, message: sent })).toMatchObject({ ok: false, problem: { code: 'VALIDATION_FAILED' } });
      }
      expect((await people[1]!.get(`/api/rooms/${roomId}/messages`)).body).toMatchObject({ items: [], lastSeq: 0 });
      expect(heard).toEqual([]);
    });

    it('leaves a ring it does not know to those who do, and hears the next', async () => {
      const roomId = await open();
      const { heard } = await listenIn(people[0]!, roomId);
      const presence = jest.spyOn(app.app.get(Presence, { strict: false }), 'tell');
      await app.db.query(`select pg_notify('hejie_rooms', $1)`, [JSON.stringify({ renamed: roomId })]);
      await inTransaction((rooms, tx) => rooms.say(tx, roomId, people[0]!.accountId, 'room.locked'));
      await eventually(async () => heard.length === 1, 'the next');
      expect(presence.mock.calls.filter(([rooms]) => rooms === undefined)).toEqual([]);
      presence.mockRestore();
    });
  });

  it('obeys a removal and tells of a system line although the process was cut off from the bell for seconds', async () => {
    const roomId = await open();
    const [gone, stays] = [await people[2]!.socket(), await people[1]!.socket()];
    let head = 0;
    const heard: Message[] = [];
    const heardByGone: Message[] = [];
    stays.on('room.head', (h) => h.roomId === roomId && (head = h.lastSeq));
    for (const [s, into] of [[gone, heardByGone], [stays, heard]] as const) {
      s.on('room.messages', (m: RoomMessages) => m.roomId === roomId && into.push(...m.messages));
      await s.emitWithAck('room.join', { roomId, afterSeq: 0 });
    }
    const removed = new Promise((r) => gone.once('room.removed', r));
    for (const until = Date.now() + 2500; Date.now() < until; await new Promise((r) => setTimeout(r, 20))) {
      await app.db.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hejie-listener' and datname = current_database()`);
      if (Date.now() > until - 500 && head === 0) {
        await inTransaction(async (rooms, tx) => {
          await rooms.remove(tx, roomId, people[2]!.accountId);
          await rooms.say(tx, roomId, people[0]!.accountId, 'consult.opened');
        });
        head = -1;
      }
    }
    await removed;
    await eventually(async () => head === 1 || heard.length > 0, 'word of the system line');
    heard.length = 0;
    // and the bell rings again
    await inTransaction((rooms, tx) => rooms.say(tx, roomId, people[0]!.accountId, 'consult.opened'));
    await eventually(async () => head === 2 || heard.some((m) => m.seq === 2), 'the line after');
    expect(heardByGone).toEqual([]);
  });

  it('keeps a system line from whom its own transaction puts out, whichever word of the bell comes first', async () => {
    const roomId = await open();
    const [gone, stays] = [await listenIn(people[2]!, roomId), await listenIn(people[1]!, roomId)];
    const lines = { gone: [] as Message[], stays: [] as Message[] };
    for (const [who, { socket }] of Object.entries({ gone, stays })) socket.on('room.messages', (m: RoomMessages) => m.roomId === roomId && lines[who as 'gone'].push(...m.messages));
    const question = hold(/for share/); // the word of the removal is slow
    await inTransaction(async (rooms, tx) => {
      await rooms.remove(tx, roomId, people[2]!.accountId);
      await rooms.say(tx, roomId, people[0]!.accountId, 'session.mediator_changed', { name: '陈调解' });
    });
    await question.asked;
    await eventually(async () => lines.stays.length > 0, 'the line');
    question.answer();
    await eventually(async () => gone.removals() > 0, 'the word of the removal');
    await inTransaction((rooms, tx) => rooms.say(tx, roomId, people[0]!.accountId, 'session.opened'));
    await eventually(async () => lines.stays.length === 2, 'the line after');
    expect([lines.gone, lines.stays.map((m) => m.seq)]).toEqual([[], [1, 2]]);
  });

  it('lets nobody hear what was said after they were put out, although the bell is broken and their socket was not told', async () => {
    const roomId = await open();
    const [one, , gone] = people as [Client, Client, Client];
    const [other, socket] = [await people[1]!.socket(), await gone.socket()];
    const heard: (string | undefined)[] = [];
    const heardByOther: (string | undefined)[] = [];
    socket.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heard.push(...textsOf(m.messages)));
    other.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heardByOther.push(...textsOf(m.messages)));
    for (const s of [socket, other]) await s.emitWithAck('room.join', { roomId, afterSeq: 0 });
    await say(one, roomId, '之前');
    const ring = jest.spyOn(app.app.get(RoomChannel), 'putOut').mockImplementationOnce(async () => true); // the bell's word is lost
    await inTransaction((rooms, tx) => rooms.remove(tx, roomId, gone.accountId));
    await eventually(async () => ring.mock.calls.length > 0, 'the lost word');
    await say(one, roomId, '背后一');
    await inTransaction((rooms, tx) => rooms.admit(tx, roomId, { accountId: gone.accountId, relation: 'claimant' }));
    await socket.emitWithAck('room.join', { roomId, afterSeq: 1 });
    await say(one, roomId, '之后');
    await eventually(async () => heard.length === 2 && heardByOther.length === 3, 'what each may hear');
    expect([heard, heardByOther]).toEqual([['之前', '之后'], ['之前', '背后一', '之后']]);
    ring.mockRestore();
  });

  it('leaves in the room who is back before the word of their removal came', async () => {
    const roomId = await open();
    const back = people[2]!;
    const socket = await back.socket();
    const heard: (string | undefined)[] = [];
    let removed = 0;
    socket.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heard.push(...textsOf(m.messages)));
    socket.on('room.removed', (r: { roomId: string }) => r.roomId === roomId && removed++);
    await inTransaction(async (rooms, tx) => {
      await rooms.remove(tx, roomId, back.accountId); // the word goes out at the commit
      await rooms.admit(tx, roomId, { accountId: back.accountId, relation: 'claimant' });
    });
    await socket.emitWithAck('room.join', { roomId, afterSeq: 0 });
    await inTransaction((rooms, tx) => rooms.say(tx, roomId, people[0]!.accountId, 'consult.opened')); // rung after it, so answered after it
    await eventually(async () => heard.length === 1, 'the line');
    await say(people[0]!, roomId, '还在');
    await eventually(async () => heard.includes('还在'), 'what is said now');
    expect(removed).toBe(0);
  });

  // whichever the keeper comes upon first
  it.each([[0, 1], [1, 0]])('puts out whom it may although somebody else\'s membership is held: of two, not the one at %i', async (...which) => {
    const roomId = await open();
    const [first, second] = people as [Client, Client];
    const lines = [await listenIn(first, roomId), await listenIn(second, roomId)];
    const [held, free] = which.map((i) => lines[i]!) as [typeof lines[number], typeof lines[number]];
    await app.db.query('update room_member set removed_at = now() where room_id = $1 and account_id = any($2)', [roomId, [first.accountId, second.accountId]]); // nobody rings
    await inTransaction(async (_, tx) => {
      await tx.query('select 1 from room_member where room_id = $1 and account_id = $2 for update', [roomId, people[which[0]!]!.accountId]);
      void app.app.get(RoomKeeper).check();
      await eventually(async () => free.removals() === 1, 'whom nobody holds is out');
      expect(held.removals()).toBe(0);
    });
    await eventually(async () => held.removals() === 1, 'so is the other');
  });

  it('leaves in the room who is let in again while the keeper looks, and they hear on', async () => {
    const roomId = await open();
    const back = people[2]!;
    const { heard, removals } = await listenIn(back, roomId);
    const lost = jest.spyOn(app.app.get(RoomChannel), 'putOut').mockImplementationOnce(async () => true); // the bell's word
    await inTransaction((rooms, tx) => rooms.remove(tx, roomId, back.accountId));
    await eventually(async () => lost.mock.calls.length > 0, 'the lost word');
    const question = hold(/left join room_member/);
    const looked = app.app.get(RoomKeeper).check();
    await question.asked;
    await inTransaction((rooms, tx) => rooms.admit(tx, roomId, { accountId: back.accountId, relation: 'claimant' }));
    question.answer();
    await looked;
    await say(people[0]!, roomId, '还在');
    await eventually(async () => heard.includes('还在'), 'what is said now');
    expect(removals()).toBe(0);
  });

  it('leaves in the room who is let in again while a delivery looks, and they hear on', async () => {
    const roomId = await open();
    const back = people[2]!;
    const { heard, removals } = await listenIn(back, roomId);
    const lost = jest.spyOn(app.app.get(RoomChannel), 'putOut').mockImplementationOnce(async () => true);
    await inTransaction((rooms, tx) => rooms.remove(tx, roomId, back.accountId));
    await eventually(async () => lost.mock.calls.length > 0, 'the lost word');
    const question = hold(/max\(lower\(r\)\)/);
    await say(people[0]!, roomId, '背后');
    await question.asked;
    await inTransaction((rooms, tx) => rooms.admit(tx, roomId, { accountId: back.accountId, relation: 'claimant' }));
    question.answer();
    await eventually(async () => lost.mock.calls.length > 1, 'the second word');
    await lost.mock.results[1]!.value;
    await say(people[0]!, roomId, '还在');
    await eventually(async () => heard.includes('还在'), 'what is said now');
    expect([heard, removals()]).toEqual([['还在'], 0]);
  });

  it('lets nobody in again between the question and the word of their going out', async () => {
    const roomId = await open();
    const back = people[2]!;
    const { socket, heard, removals } = await listenIn(back, roomId);
    const question = hold(/for share/);
    await inTransaction((rooms, tx) => rooms.remove(tx, roomId, back.accountId));
    await question.asked;
    let admitted = false;
    const admitting = inTransaction((rooms, tx) => rooms.admit(tx, roomId, { accountId: back.accountId, relation: 'claimant' })).then(() => (admitted = true));
    const waiting = () => app.db.query<unknown[]>(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into room_member%'`);
    await eventually(async () => (await waiting()).length > 0, 'who lets them in waits');
    expect([admitted, removals()]).toEqual([false, 0]);
    question.answer();
    await admitting;
    await eventually(async () => removals() === 1, 'the word');
    expect(await socket.emitWithAck('room.join', { roomId, afterSeq: 0 })).toMatchObject({ ok: true });
    await say(people[0]!, roomId, '回来了');
    await eventually(async () => heard.includes('回来了'), 'what is said now');
    expect(removals()).toBe(1);
  });

  it('does not bring somebody who is back in what a slow process tells late of the time they were out', async () => {
    const roomId = await open();
    const [one, , back] = people as [Client, Client, Client];
    const socket = await back.socket();
    const heard: (string | undefined)[] = [];
    socket.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heard.push(...textsOf(m.messages)));
    await say(one, roomId, '之前');
    await inTransaction((rooms, tx) => rooms.remove(tx, roomId, back.accountId));
    const held: (() => void)[] = [];
    const delivery = app.app.get(RoomDelivery) as unknown as { tellHere(c: object): void };
    const late = jest.spyOn(delivery, 'tellHere').mockImplementationOnce((committed) => void held.push(() => delivery.tellHere(committed)));
    await say(one, roomId, '背后一');
    await inTransaction((rooms, tx) => rooms.admit(tx, roomId, { accountId: back.accountId, relation: 'claimant' }));
    await socket.emitWithAck('room.join', { roomId, afterSeq: 1 });
    held.forEach((tell) => tell());
    await say(one, roomId, '之后');
    await eventually(async () => heard.length > 0, 'what is said now');
    expect(heard).toEqual(['之后']);
    late.mockRestore();
  });

  it('does not bring it to somebody either who was out and back while their socket came in', async () => {
    const roomId = await open();
    const [one, other, back] = people as [Client, Client, Client];
    const there = await listenIn(other, roomId);
    const socket = await back.socket();
    const heard: (string | undefined)[] = [];
    socket.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heard.push(...textsOf(m.messages)));
    const late: object[] = [];
    const delivery = app.app.get(RoomDelivery) as unknown as { tellHere(c: object): void };
    const told = jest.spyOn(delivery, 'tellHere').mockImplementation((committed) => void late.push(committed));
    const door = hold(/room_door/);
    const joining = socket.emitWithAck('room.join', { roomId, afterSeq: 0 });
    await door.asked; // they have been in from the beginning
    await inTransaction((rooms, tx) => rooms.remove(tx, roomId, back.accountId));
    await say(one, roomId, '背后一');
    await say(one, roomId, '背后二');
    told.mockRestore();
    delivery.tellHere(late[0]!);
    await eventually(async () => there.heard.includes('背后一'), 'those who are in are told');
    await inTransaction((rooms, tx) => rooms.admit(tx, roomId, { accountId: back.accountId, relation: 'claimant' }));
    door.answer();
    expect((await joining).data.messages).toEqual([]);
    delivery.tellHere(late[1]!);
    await say(one, roomId, '之后');
    await eventually(async () => heard.includes('之后'), 'what is said now');
    expect(heard).toEqual(['之后']);
  });

  it('does not show what was said while one was out, and that is no hole', async () => {
    const roomId = await open();
    const [one, , back] = people as [Client, Client, Client];
    const socket = await back.socket();
    const log = new RoomLog();
    const join = async () => {
      const { data } = await socket.emitWithAck('room.join', { roomId, afterSeq: log.lastSeq });
      log.allow(data.readable);
      log.receive(data.messages);
      return data;
    };
    const { body: secret } = await one.upload(`/api/rooms/${roomId}/files`, { name: '私下.png', type: 'image/png', bytes: PNG });
    await say(one, roomId, '之前');
    await join();
    await inTransaction((rooms, tx) => rooms.remove(tx, roomId, back.accountId));
    await say(one, roomId, '背后一');
    await one.post(`/api/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), kind: 'file', body: { fileId: secret.fileId } });
    await inTransaction((rooms, tx) => rooms.admit(tx, roomId, { accountId: back.accountId, relation: 'claimant' }));
    expect((await back.get(`/api/rooms/${roomId}`)).body).toMatchObject({ lastMessage: null, unread: 1 });
    await say(one, roomId, '之后');

    expect(await join()).toMatchObject({ lastSeq: 4, readable: [[1, 1], [4, null]] });
    expect([textsOf(log.messages), log.lastSeq, log.gapAfter]).toEqual([['之前', '之后'], 4, null]);
    for (const query of ['', '?after=0', '?before=4'].map((q) => `/api/rooms/${roomId}/messages${q}`)) {
      expect(JSON.stringify((await back.get(query)).body)).not.toMatch(/背后|私下/);
    }
    expect((await back.get(`/api/rooms/${roomId}/files/${secret.fileId}`)).status).toBe(404);
    expect((await one.get(`/api/rooms/${roomId}/files/${secret.fileId}`)).status).toBe(200);
    // twice out and in again
    await inTransaction((rooms, tx) => rooms.remove(tx, roomId, back.accountId));
    await say(one, roomId, '背后二');
    await inTransaction((rooms, tx) => rooms.admit(tx, roomId, { accountId: back.accountId, relation: 'claimant' }));
    expect((await join()).readable).toEqual([[1, 1], [4, 4], [6, null]]);
  });

  it('leaks nothing through any door of a room when the application\'s own check is switched off', async () => {
    const roomId = await open();
    await say(people[0]!, roomId, '绝密');
    const { body: file } = await people[0]!.upload(`/api/rooms/${roomId}/files`, { name: '绝密.png', type: 'image/png', bytes: PNG });
    const socket = await outsider.socket();
    const heard: unknown[] = [];
    socket.onAny((...args) => heard.push(args));
    const access = app.app.get(RoomAccess);
    const off = [jest.spyOn(access, 'canRead').mockResolvedValue(true), jest.spyOn(access, 'require').mockResolvedValue(undefined)];
    try {
      const got = await Promise.all(
        [`/api/rooms/${roomId}`, `/api/rooms/${roomId}/messages`, `/api/rooms/${roomId}/messages?after=0`, `/api/rooms/${roomId}/files/${file.fileId}`].map((door) => outsider.get(door)),
      );
      expect(got.map((g) => g.status)).toEqual([404, 404, 404, 404]);
      expect((await outsider.get('/api/rooms')).body.items).toEqual([]);
      expect(await socket.emitWithAck('room.join', { roomId, afterSeq: 0 })).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
      expect(await socket.emitWithAck('room.send', { roomId, message: text('闯入') })).toMatchObject({ ok: false });
      await say(people[0]!, roomId, '绝密二');
      expect(off[1]).toHaveBeenCalled();
    } finally {
      for (const spy of off) spy.mockRestore();
    }
    expect(heard).toEqual([]);
    const [count] = await app.db.query<{ n: number }[]>('select count(*)::int as n from room_message where room_id = $1', [roomId]);
    expect(count!.n).toBe(2);
  });
});
