import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { Clock, UnitOfWork } from '@hejie/platform';
import { RoomReader, Rooms } from '@hejie/rooms';
import { type Client, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Message, Outgoing, RoomMessages } from '../contract/index.js';
import { AppendLog, type NewMessage } from './append-log.js';
import { APPEND, APPEND_AROUND, APPEND_ONE } from './append-sql.js';
import { LogConnection } from './log-connection.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const text = (t: string): Outgoing => ({ clientId: crypto.randomUUID(), kind: 'text', body: { text: t } });

describe('the append log', () => {
  let app: TestApp;
  let people: Client[];
  let caseId: string;
  let log: AppendLog;
  beforeAll(async () => {
    app = await startTestApp();
    people = await Promise.all(['13800000001', '13800000002', '13800000003'].map((p, i) => signInByPhone(app.url, p, `人${i}`)));
    await people[0]!.post('/api/cases/quick', aQuickCase());
    caseId = (await people[0]!.get('/api/cases')).body.items[0].id;
    log = app.app.get(AppendLog);
  });
  afterAll(async () => {
    for (const c of people) c.close();
    await app?.close();
  });

  const inTransaction = <T>(work: (rooms: Rooms, tx: Parameters<Rooms['remove']>[0]) => Promise<T>) => app.app.get(UnitOfWork).run((tx) => work(app.app.get(Rooms), tx));
  const open = () => inTransaction((rooms, tx) => rooms.open(tx, { caseId, kind: 'consult', members: people.map((p) => ({ accountId: p.accountId, relation: 'claimant' })) }));
  const message = (roomId: string, t: string): NewMessage => ({ roomId, senderId: people[0]!.accountId, ...text(t) }) as NewMessage;
  const texts = async (roomId: string): Promise<string[]> =>
    (await app.db.query<{ t: string }[]>(`select body ->> 'text' as t from room_message where room_id = $1 order by seq`, [roomId])).map((r) => r.t);

  it('stores the others of a batch when the database cannot store one of them', async () => {
    const roomId = await open();
    const bad = { ...message(roomId, ''), body: { text: 'half a pair: \ud800' } };
    const sends = [...['一', '二'].map((t) => message(roomId, t)), bad, ...['三', '四'].map((t) => message(roomId, t))].map((m) => log.append(m));
    const outcomes = await Promise.allSettled(sends);
    expect(outcomes.map((o) => o.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await texts(roomId)).toEqual(['一', '二', '三', '四']);
  });

  it('refuses text that cannot be stored with a clear error, and nothing changes', async () => {
    const roomId = await open();
    const socket = await people[0]!.socket();
    for (const t of ['nul: \0', 'lone: \ud800 x', '\udc00']) {
      expect(await socket.emitWithAck('room.send', { roomId, message: text(t) })).toMatchObject({ ok: false, problem: { code: 'VALIDATION_FAILED' } });
      expect((await people[0]!.post(`/api/rooms/${roomId}/messages`, text(t))).status).toBe(400);
    }
    expect(await texts(roomId)).toEqual([]);
    expect(await socket.emitWithAck('room.send', { roomId, message: text('一对：😀') })).toMatchObject({ ok: true, data: { seq: 1 } });
  });

  it('delivers what was committed when the answer of the commit was lost', async () => {
    const roomId = await open();
    const [sender, listener] = await Promise.all([people[0]!.socket(), people[1]!.socket()]);
    const heard: Message[] = [];
    listener.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heard.push(...m.messages));
    await listener.emitWithAck('room.join', { roomId, afterSeq: 0 });
    const connection = app.app.get(LogConnection);
    const run = jest.spyOn(connection, 'run').mockImplementationOnce(async (...args) => {
      run.mockRestore();
      await connection.run(...args); // stored and committed
      throw new Error('Connection terminated unexpectedly');
    });
    expect(await sender.emitWithAck('room.send', { roomId, message: text('答复丢了') })).toMatchObject({ ok: true, data: { seq: 1 } });
    await eventually(async () => heard.length > 0, 'the delivery');
    expect(heard).toMatchObject([{ seq: 1, body: { text: '答复丢了' } }]);
    expect(await texts(roomId)).toEqual(['答复丢了']);
  });

  it('answers a resend with what is stored, changed as it may be, and tells nobody else words, although an answer was lost', async () => {
    const roomId = await open();
    const [sender, listener] = await Promise.all([people[0]!.socket(), people[1]!.socket()]);
    const [kept, taken] = [text('原话'), text('收回的话')];
    for (const message of [kept, taken]) await sender.emitWithAck('room.send', { roomId, message });
    expect((await people[0]!.delete(`/api/rooms/${roomId}/messages/2`)).status).toBe(204);
    const heard: Message[] = [];
    for (const s of [sender, listener]) {
      await s.emitWithAck('room.join', { roomId, afterSeq: 3 });
      s.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heard.push(...m.messages.filter((x) => x.kind !== 'system')));
    }
    const resends = [{ ...kept, body: { text: '改过的话' } }, taken];
    const bodies = () => heard.map((m) => [m.seq, m.kind, m.body]);
    const stored = [[1, 'text', { text: '原话' }], [2, 'withdrawn', {}]];
    for (const message of resends) sender.emit('room.send', { roomId, message });
    await eventually(async () => heard.length === 2, 'the confirmations');
    expect(bodies()).toEqual(stored);
    heard.length = 0;
    const connection = app.app.get(LogConnection);
    for (const message of resends) {
      const run = jest.spyOn(connection, 'run').mockImplementationOnce(async () => {
        run.mockRestore();
        throw new Error('Connection terminated unexpectedly');
      });
      expect(await sender.emitWithAck('room.send', { roomId, message })).toMatchObject({ ok: true });
    }
    await eventually(async () => heard.length === 4, 'the deliveries'); // to both
    expect(bodies()).toEqual([stored[0], stored[0], stored[1], stored[1]]);
  });

  // a message alone takes another statement than messages together
  describe.each(['alone', 'together'] as const)('what waits %s', (how) => {
    const company = (roomId: string) => (how === 'alone' ? [] : [log.append({ ...message(roomId, '另一人'), senderId: people[1]!.accountId })]);

    it('stores nothing of somebody whose removal committed while the message waited for the room', async () => {
      const roomId = await open();
      let removed!: () => void;
      const hold = new Promise<void>((r) => (removed = r));
      const removal = inTransaction(async (rooms, tx) => {
        await rooms.remove(tx, roomId, people[0]!.accountId);
        await hold;
      });
      await eventually(async () => (await app.db.query(`select 1 from pg_locks l join pg_class c on c.oid = l.relation where c.relname = 'room' and l.mode = 'RowExclusiveLock'`)).length > 0, 'the removal holds the room');
      const send = log.append(message(roomId, '抢在移出之前'));
      const others = company(roomId);
      await eventually(async () => (await app.db.query(`select 1 from pg_stat_activity where application_name = 'hejie-rooms' and wait_event_type = 'Lock' and datname = current_database()`)).length > 0, 'the batch waits');
      removed();
      await removal;
      await expect(send).rejects.toMatchObject({ code: 'NOT_FOUND' });
      for (const other of others) await expect(other).resolves.toMatchObject({ message: { seq: 1 } });
      expect(await texts(roomId)).toEqual(others.map(() => '另一人'));
    });

    it('keeps the place of a resend, and refuses strangers, the muted, the locked out and what comes after the seal, and nothing of theirs is stored', async () => {
      const roomId = await open();
      const first = message(roomId, '第一句');
      const judged = async (m: NewMessage) => (await Promise.allSettled([log.append(m), ...company(m.roomId)]))[0];
      await log.append(first);
      expect(await judged(first)).toMatchObject({ value: { message: { seq: 1 }, delivered: false } });
      expect(await judged({ ...message(roomId, '生人'), senderId: crypto.randomUUID() })).toMatchObject({ reason: { code: 'NOT_FOUND' } });
      expect(await judged(message(crypto.randomUUID(), '没有这间房'))).toMatchObject({ reason: { code: 'NOT_FOUND' } });
      await inTransaction((rooms, tx) => rooms.mute(tx, roomId, { accountId: people[0]!.accountId, name: '人0' }, people[1]!.accountId));
      expect(await judged(message(roomId, '禁言'))).toMatchObject({ reason: { code: 'ROOM_MUTED' } });
      await inTransaction((rooms, tx) => rooms.lock(tx, roomId, people[1]!.accountId));
      expect(await judged({ ...message(roomId, '已锁'), senderId: people[2]!.accountId })).toMatchObject({ reason: { code: 'ROOM_LOCKED' } });
      await app.db.query('update room set sealed_seq = last_seq where id = $1', [roomId]);
      expect(await judged({ ...message(roomId, '已封存'), senderId: people[2]!.accountId })).toMatchObject({ reason: { code: 'ROOM_SEALED' } });
      expect((await texts(roomId)).filter((t) => t !== null && t !== '另一人')).toEqual(['第一句']);
    });
  });

  // what first comes upon the held room: a message alone, or with others
  it.each([0, 1])('stores and tells what is said in other rooms while somebody holds one, whose messages wait in their order (%i beside the first)', async (beside) => {
    const [held, free] = [await open(), await open()];
    const { release, released } = await holdRoom(held);
    const first = [log.append(message(held, '等一')), ...Array.from({ length: beside }, () => log.append(message(free, '旁边')))];
    await eventually(async () => (await app.db.query(`select 1 from pg_stat_activity where application_name = 'hejie-rooms' and wait_event_type = 'Lock' and datname = current_database()`)).length > 0, 'the batch waits');
    const second = log.append(message(held, '等二'));
    const others = await Promise.all(Array.from({ length: 20 }, (_, i) => log.append(message(free, `${i}`))));
    expect(others.map((o) => o.message.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1 + beside));
    expect(await texts(held)).toEqual([]);
    release();
    await released;
    await Promise.all([...first, second]);
    expect(await texts(held)).toEqual(['等一', '等二']);
  });

  it('refuses what has waited long for a held room, and nothing of it is stored', async () => {
    const [held, free] = [await open(), await open()];
    const { release, released } = await holdRoom(held);
    const refused = expect(log.append(message(held, '等不到'))).rejects.toMatchObject({ code: 'ROOM_UNAVAILABLE', details: { retryAfter: 1 } });
    const clock = app.app.get(Clock);
    const late = new Date(clock.now().getTime() + 6000);
    await log.append(message(free, '还在说'));
    const now = jest.spyOn(clock, 'now').mockReturnValue(late);
    await refused;
    now.mockRestore();
    await log.append(message(free, '接着说'));
    release();
    await released;
    expect(await texts(held)).toEqual([]);
    expect(await log.append(message(held, '又能说了'))).toMatchObject({ message: { seq: 1 } });
  });

  it('takes no more from one account than a commit holds, refuses the rest clearly with nothing stored, and takes in those of others', async () => {
    const [held, free] = [await open(), await open()];
    const connection = app.app.get(LogConnection);
    const run = connection.run.bind(connection);
    let release!: () => void;
    const mayRun = new Promise<void>((r) => (release = r));
    const slow = jest.spyOn(connection, 'run').mockImplementation((async (statement: Parameters<typeof run>[0]) => mayRun.then(() => run(statement))) as never);
    const [greedy, other] = await Promise.all([people[0]!.socket(), people[1]!.socket()]);
    const many = Array.from({ length: 500 }, (_, i) => greedy.timeout(50_000).emitWithAck('room.send', { roomId: held, message: text(String(i)) }));
    expect(await greedy.emitWithAck('room.send', { roomId: free, message: text('太多') })).toMatchObject({ ok: false, problem: { code: 'TOO_MANY_REQUESTS', status: 429, retryAfter: 1 } });
    expect(await people[0]!.post(`/api/rooms/${free}/messages`, text('太多'))).toMatchObject({ status: 429 });
    const others = other.timeout(50_000).emitWithAck('room.send', { roomId: free, message: text('我的话') });
    release();
    expect(await others).toMatchObject({ ok: true, data: { seq: 1 } });
    expect((await Promise.all(many)).every((ack) => ack.ok)).toBe(true);
    slow.mockRestore();
    expect([await texts(held), await texts(free)]).toEqual([Array.from({ length: 500 }, (_, i) => String(i)), ['我的话']]);
    expect(await greedy.emitWithAck('room.send', { roomId: free, message: text('又可以了') })).toMatchObject({ ok: true });
  });

  it('answers no more than so many questions of a socket at the same time; other sockets are answered', async () => {
    const roomId = await open();
    const [greedy, other] = await Promise.all([people[0]!.socket(), people[1]!.socket()]);
    let answer!: () => void;
    const mayAnswer = new Promise<void>((r) => (answer = r));
    const before = jest.spyOn(app.app.get(RoomReader), 'before').mockImplementation(() => mayAnswer.then(() => []));
    const many = Array.from({ length: 32 }, () => greedy.timeout(50_000).emitWithAck('room.history', { roomId }));
    for (const [event, payload] of [['room.history', { roomId }], ['room.join', { roomId, afterSeq: 0 }]] as const) {
      expect(await greedy.emitWithAck(event, payload)).toMatchObject({ ok: false, problem: { code: 'TOO_MANY_REQUESTS', retryAfter: 1 } });
    }
    expect(await other.emitWithAck('room.join', { roomId, afterSeq: 0 })).toMatchObject({ ok: true });
    answer();
    expect((await Promise.all(many)).every((ack) => ack.ok)).toBe(true);
    before.mockRestore();
    expect(await greedy.emitWithAck('room.join', { roomId, afterSeq: 0 })).toMatchObject({ ok: true });
  });

  /** Somebody's transaction holds a room's row until it is let go. */
  const holdRoom = async (roomId: string) => {
    let release!: () => void;
    let holds!: () => void;
    const [held, mayGo] = [new Promise<void>((r) => (holds = r)), new Promise<void>((r) => (release = r))];
    const released = inTransaction(async (rooms, tx) => {
      await rooms.hold(tx, roomId);
      holds();
      await mayGo;
    });
    await held;
    return { release, released };
  };

  it('never leaves a message behind that comes in as the log falls idle', async () => {
    const roomId = await open();
    for (let i = 0; i < 300; i++) {
      const first = log.append(message(roomId, `${i}`));
      await first.then(() => log.append(message(roomId, `${i} und`))); // in the very turn of the answer
    }
    expect(await texts(roomId)).toHaveLength(600);
  });

  it('keeps the order of one sender over files and texts', async () => {
    const roomId = await open();
    const socket = await people[0]!.socket();
    const { body } = await people[0]!.upload(`/api/rooms/${roomId}/files`, { name: '工资条.png', type: 'image/png', bytes: PNG });
    const file = () => ({ clientId: crypto.randomUUID(), kind: 'file', body: { fileId: body.fileId } });
    const sends = Array.from({ length: 60 }, (_, i) => socket.emitWithAck('room.send', { roomId, message: i % 3 === 2 ? text(String(i)) : file() }));
    expect((await Promise.all(sends)).map((a) => a.data?.seq)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  it('confirms a message sent without an ack by its delivery, a resend and a stranger to the channel included, and tells of a refusal', async () => {
    const roomId = await open();
    const socket = await people[0]!.socket();
    const heard: Message[] = [];
    socket.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heard.push(...m.messages));
    const first = text('没有加入频道也要收到回执');
    socket.emit('room.send', { roomId, message: first });
    await eventually(async () => heard.length === 1, 'the confirmation');
    await socket.emitWithAck('room.join', { roomId, afterSeq: 0 });
    socket.emit('room.send', { roomId, message: first });
    await eventually(async () => heard.length === 2, 'the confirmation of the resend');
    expect(heard.map((m) => [m.seq, m.clientId])).toEqual([[1, first.clientId], [1, first.clientId]]);

    const refused = new Promise((r) => socket.once('refused', r));
    const tooLong = text('长'.repeat(4001));
    socket.emit('room.send', { roomId, message: tooLong });
    expect(await refused).toMatchObject({ event: 'room.send', clientId: tooLong.clientId, problem: { code: 'VALIDATION_FAILED' } });
    expect(await texts(roomId)).toHaveLength(1);
  });

  it.each([
    ['one message', APPEND_ONE, false],
    ['a batch', APPEND, true],
    ['a batch that goes around', APPEND_AROUND, true],
  ])('reads no table whole for %s, although its statement is planned while the tables are all but empty', async (what, statement, batch) => {
    const at = new Date().toISOString();
    const id = crypto.randomUUID();
    const values = batch ? [`{${id}}`, `{${id}}`, `{${id}}`, '{text}', '{"{}"}', at] : [id, id, id, 'text', '{}', at];
    const [[plan]] = (await app.app.get(LogConnection).run<[unknown]>({ name: `plan of ${what}`, text: `explain (format json) ${statement}`, values })) as [[unknown]];
    const nodes = JSON.stringify(plan);
    expect(nodes).toContain('Index Scan');
    expect(nodes).not.toContain('Seq Scan');
  });
});
