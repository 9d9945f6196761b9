import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { type Client, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Message, Outgoing, RoomMessages } from '../contract/index.js';
import { AppendLog, type NewMessage } from './append-log.js';
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
});
