import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { aQuickCase } from '@hejie/cases/testing';
import { type Client, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import sharp from 'sharp';
import type { Message, Outgoing, RoomMessages } from '../contract/index.js';
import { CatchUpPace, PAGE_BYTES, RoomLog } from '../contract/index.js';

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const text = (t: string): Outgoing => ({ clientId: crypto.randomUUID(), kind: 'text', body: { text: t } });

describe('a room', () => {
  let a: TestApp;
  let b: TestApp; // a second process's worth of app on the same database
  let people: Client[];
  let outsider: Client;
  let caseId: string;
  beforeAll(async () => {
    a = await startTestApp();
    b = await startTestApp({ env: { DATABASE_URL: a.config.databaseUrl, FIELD_KEY: a.config.fieldKey.toString('base64'), DATA_DIR: a.config.dataDir } });
    people = await Promise.all(['13800000001', '13800000002', '13800000003'].map((p, i) => signInByPhone(a.url, p, `人${i}`)));
    outsider = await signInByPhone(a.url, '13800000009', '外人');
    await people[0]!.post('/api/cases/quick', aQuickCase());
    caseId = (await people[0]!.get('/api/cases')).body.items[0].id;
  });
  afterAll(async () => {
    for (const c of [...people, outsider]) c.close();
    await b?.close();
    await a?.close();
  });

  const open = () =>
    a.app.get(UnitOfWork).run((tx) => a.app.get(Rooms).open(tx, { caseId, kind: 'consult', members: people.map((p) => ({ accountId: p.accountId, relation: 'claimant' })) }));
  const stored = async (roomId: string): Promise<{ seq: number; client_id: string }[]> =>
    (await a.db.query('select seq::int, client_id from room_message where room_id = $1 order by seq', [roomId])) as never;

  it('numbers messages densely under parallel senders of two processes, and everybody hears each once in order', async () => {
    const roomId = await open();
    const log = new RoomLog();
    const listener = await people[0]!.socket();
    listener.on('room.messages', (m: RoomMessages) => m.roomId === roomId && log.receive(m.messages));
    await listener.emitWithAck('room.join', { roomId, afterSeq: 0 });

    const senders = await Promise.all(Array.from({ length: 10 }, (_, i) => people[i % 3]!.socket(i % 2 ? a.url : b.url)));
    const acks = await Promise.all(senders.flatMap((s, i) => Array.from({ length: 20 }, (_, k) => s.emitWithAck('room.send', { roomId, message: text(`${i}.${k}`) }))));
    expect(acks.every((x) => x.ok)).toBe(true);
    expect(acks.map((x) => x.data.seq).sort((x, y) => x - y)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    expect((await stored(roomId)).map((r) => r.seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));

    // what the other process delivered did not reach this one: without Redis a client catches up by number
    for (let last = Infinity; log.lastSeq < last; ) {
      const { data } = await listener.emitWithAck('room.join', { roomId, afterSeq: log.lastSeq });
      expect(data.messages.length).toBeGreaterThan(0); // page by page
      log.receive(data.messages);
      last = data.lastSeq;
    }
    expect(log.messages.map((m) => m.seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  });

  it('keeps the order of one sender', async () => {
    const roomId = await open();
    const socket = await people[0]!.socket();
    await Promise.all(Array.from({ length: 50 }, (_, i) => socket.emitWithAck('room.send', { roomId, message: text(String(i)) })));
    const page = await people[1]!.get(`/api/rooms/${roomId}/messages?limit=200`);
    expect(page.body.items.map((m: Message) => (m.body as { text: string }).text)).toEqual(Array.from({ length: 50 }, (_, i) => String(i)));
  });

  it('stores a message sent five times at once, over sockets and HTTP and two processes, exactly once', async () => {
    const roomId = await open();
    const [s1, s2] = await Promise.all([people[0]!.socket(a.url), people[0]!.socket(b.url)]);
    for (let round = 0; round < 30; round++) {
      const message = text(`第${round}次`);
      const answers = await Promise.all([
        s1.emitWithAck('room.send', { roomId, message }),
        s2.emitWithAck('room.send', { roomId, message }),
        s1.emitWithAck('room.send', { roomId, message }),
        s2.emitWithAck('room.send', { roomId, message }),
        people[0]!.post(`/api/rooms/${roomId}/messages`, message).then((r) => ({ ok: r.status === 201, data: r.body })),
      ]);
      expect(answers.map((x) => [x.ok, x.data?.seq])).toEqual(Array.from({ length: 5 }, () => [true, round + 1]));
    }
    expect(await stored(roomId)).toHaveLength(30);
  });

  it('loses nothing acknowledged when its database connection is cut again and again', async () => {
    const roomId = await open();
    const socket = await people[0]!.socket();
    const acked: number[] = [];
    let cutting = true;
    const cuts = (async () => {
      while (cutting) {
        await b.db.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hejie-rooms' and datname = current_database()`);
        await new Promise((r) => setTimeout(r, 30));
      }
    })();
    const sends = Array.from({ length: 300 }, async (_, i) => {
      await new Promise((r) => setTimeout(r, i * 2));
      const message = text(String(i));
      for (let tries = 0; tries < 20; tries++) {
        const ack = await socket.emitWithAck('room.send', { roomId, message });
        if (ack.ok) return void acked.push(ack.data.seq);
      }
      throw new Error('gave up');
    });
    await Promise.all(sends);
    cutting = false;
    await cuts;
    expect(acked.sort((x, y) => x - y)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    expect(await stored(roomId)).toHaveLength(300);
  });

  it('catches up whoever missed 5,000 long messages by pages bounded in bytes and in number, without a hole', async () => {
    const roomId = await open();
    const fill = (from: number, to: number, body: string) =>
      a.db.query(
        `insert into room_message (room_id, seq, sender_id, client_id, kind, body, at)
         select $1, i, $2, gen_random_uuid(), 'text', jsonb_build_object('text', $5::text), now() from generate_series($3::int, $4::int) i`,
        [roomId, people[1]!.accountId, from, to, body],
      );
    await fill(1, 5000, '长'.repeat(4000));
    await fill(5001, 5500, '短');
    await a.db.query('update room set last_seq = 5500 where id = $1', [roomId]);
    const socket = await people[0]!.socket();
    const log = new RoomLog();
    const pages: { count: number; bytes: number }[] = [];
    const pace = new CatchUpPace();
    for (let more = true; more; pace.took(0)) {
      const { data } = await socket.emitWithAck('room.join', { roomId, afterSeq: log.lastSeq, ...pace.ask });
      pages.push({ count: data.messages.length, bytes: Buffer.byteLength(JSON.stringify(data.messages)) });
      more = log.joined(data);
    }
    expect(log.messages.map((m) => m.seq)).toEqual(Array.from({ length: 5500 }, (_, i) => i + 1));
    // full, not one by one, and larger while the line is quick
    const atMost = pages.map((_, i) => Math.min(PAGE_BYTES.most, PAGE_BYTES.least * 2 ** i));
    expect(pages.filter((p, i) => p.bytes > atMost[i]!)).toEqual([]);
    expect(pages.slice(0, -3).filter((p, i) => p.bytes < atMost[i]! - 13_000)).toEqual([]);
    expect(pages.length).toBeLessThan(300);
    expect(Math.max(...pages.map((p) => p.count))).toBeGreaterThan(200);
    const asks = (pageBytes: number) => socket.emitWithAck('room.join', { roomId, afterSeq: 0, pageBytes });
    for (const wrong of [PAGE_BYTES.least - 1, PAGE_BYTES.most + 1, 1e9]) expect(await asks(wrong)).toMatchObject({ ok: false, problem: { code: 'VALIDATION_FAILED' } });
  }, 240_000);

  it.each(['room.history', 'GET messages'])('reads all of a history of long messages by %s, back and on, by pages bounded in bytes', async (door) => {
    const roomId = await open();
    await a.db.query(
      `insert into room_message (room_id, seq, sender_id, client_id, kind, body, at)
       select $1, i, $2, gen_random_uuid(), 'text', jsonb_build_object('text', case when i % 3 = 0 then '短' else $3 end), now() from generate_series(1, 100) i`,
      [roomId, people[1]!.accountId, '长'.repeat(4000)],
    );
    await a.db.query('update room set last_seq = 100 where id = $1', [roomId]);
    const socket = await people[0]!.socket();
    const page = async (place: { before?: number; after?: number }): Promise<Message[]> => {
      const messages =
        door === 'room.history'
          ? (await socket.emitWithAck('room.history', { roomId, ...place, limit: 200 })).data.messages
          : (await people[0]!.get(`/api/rooms/${roomId}/messages?limit=200&${new URLSearchParams(Object.entries(place).map(([k, v]) => [k, String(v)]))}`)).body.items;
      expect(messages.length).toBeGreaterThan(0);
      expect(Buffer.byteLength(JSON.stringify(messages))).toBeLessThanOrEqual(PAGE_BYTES.least);
      return messages;
    };
    const all = Array.from({ length: 100 }, (_, i) => i + 1);
    const newest = await page({});
    const back = new RoomLog(newest[0]!.seq - 1);
    for (back.receive(newest); back.olderThan > 0; ) back.prepend(await page({ before: back.olderThan + 1 }));
    expect(back.messages.map((m) => m.seq)).toEqual(all);
    const on = new RoomLog();
    while (on.lastSeq < 100) on.receive(await page({ after: on.lastSeq }));
    expect(on.messages.map((m) => m.seq)).toEqual(all);
  });

  it('pages in both directions', async () => {
    const roomId = await open();
    const socket = await people[0]!.socket();
    await Promise.all(Array.from({ length: 30 }, (_, i) => socket.emitWithAck('room.send', { roomId, message: text(String(i)) })));
    const seqs = async (query: string) => (await people[1]!.get(`/api/rooms/${roomId}/messages?${query}`)).body.items.map((m: Message) => m.seq);
    expect(await seqs('limit=3')).toEqual([28, 29, 30]);
    expect(await seqs('before=28&limit=3')).toEqual([25, 26, 27]);
    expect(await seqs('after=0&limit=3')).toEqual([1, 2, 3]);
    expect(await seqs('after=30')).toEqual([]);
  });

  it('answers an outsider at every door as if the room were not there, and nothing changes', async () => {
    const roomId = await open();
    await people[0]!.post(`/api/rooms/${roomId}/messages`, text('只有成员能看'));
    const file = await people[0]!.upload(`/api/rooms/${roomId}/files`, { name: '图.png', type: 'image/png', bytes: PNG });
    const socket = await outsider.socket();
    const heard: unknown[] = [];
    socket.onAny((...args) => heard.push(args));
    for (const id of [roomId, NOWHERE]) {
      const doors = await Promise.all([
        outsider.get(`/api/rooms/${id}`),
        outsider.get(`/api/rooms/${id}/messages`),
        outsider.post(`/api/rooms/${id}/messages`, text('闯入')),
        outsider.put(`/api/rooms/${id}/read`, { seq: 1 }),
        outsider.get(`/api/rooms/${id}/files/${file.body.fileId}`),
        outsider.upload(`/api/rooms/${id}/files`, { name: 'x.png', type: 'image/png', bytes: PNG }),
      ]);
      expect(doors.map((d) => [d.status, d.body.code])).toEqual(doors.map(() => [404, 'NOT_FOUND']));
      for (const event of ['room.join', 'room.send'] as const) {
        const ack = await socket.emitWithAck(event, event === 'room.join' ? { roomId: id, afterSeq: 0 } : { roomId: id, message: text('闯入') });
        expect(ack).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
      }
    }
    await people[0]!.post(`/api/rooms/${roomId}/messages`, text('第二条'));
    expect((await outsider.get('/api/rooms')).body.items).toEqual([]);
    expect(await stored(roomId)).toHaveLength(2);
    expect(heard).toEqual([]);
  });

  it('puts a removed member out at once, on every process, and refuses what they still try', async () => {
    const roomId = await open();
    const gone = people[2]!;
    const [s1, s2] = await Promise.all([gone.socket(a.url), gone.socket(b.url)]);
    const heard: string[] = [];
    const removed = [s1, s2].map((s) => new Promise((resolve) => s.once('room.removed', resolve)));
    for (const s of [s1, s2]) {
      s.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heard.push(...m.messages.map((x) => (x.body as { text: string }).text)));
      await s.emitWithAck('room.join', { roomId, afterSeq: 0 });
    }
    await a.app.get(UnitOfWork).run((tx) => a.app.get(Rooms).remove(tx, roomId, gone.accountId));
    await Promise.all(removed);
    await people[0]!.post(`/api/rooms/${roomId}/messages`, text('他走了以后'));
    expect(await s1.emitWithAck('room.send', { roomId, message: text('还想说') })).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    expect(await s2.emitWithAck('room.join', { roomId, afterSeq: 0 })).toMatchObject({ ok: false });
    expect((await gone.get(`/api/rooms/${roomId}/messages`)).status).toBe(404);
    expect(await stored(roomId)).toHaveLength(1);
    expect(heard).toEqual([]);
  });

  it('says a system line at commit, to every process, and never when the transaction fails', async () => {
    const roomId = await open();
    const socket = await people[0]!.socket(b.url);
    const heard: Message[] = [];
    socket.on('room.messages', (m: RoomMessages) => m.roomId === roomId && heard.push(...m.messages));
    await socket.emitWithAck('room.join', { roomId, afterSeq: 0 });
    const say = (code: string, fail: boolean) =>
      a.app.get(UnitOfWork).run(async (tx) => {
        await a.app.get(Rooms).say(tx, roomId, people[0]!.accountId, code, {});
        if (fail) throw new Error('undone');
      });
    await expect(say('never', true)).rejects.toThrow('undone');
    await say('session.opened', false);
    await eventually(async () => heard.length > 0, 'the system line');
    expect(heard).toMatchObject([{ seq: 1, kind: 'system', body: { code: 'session.opened' } }]);
  });

  it('counts unread over devices, never one\'s own, and the mark never goes back', async () => {
    const roomId = await open();
    const [one, two] = people as [Client, Client];
    for (let i = 0; i < 3; i++) await one.post(`/api/rooms/${roomId}/messages`, text(String(i)));
    const unread = async (c: Client) => (await c.get(`/api/rooms/${roomId}`)).body.unread;
    expect([await unread(one), await unread(two)]).toEqual([0, 3]);
    expect((await two.put(`/api/rooms/${roomId}/read`, { seq: 2 })).body).toEqual({ readSeq: 2 });
    expect((await two.put(`/api/rooms/${roomId}/read`, { seq: 1 })).body).toEqual({ readSeq: 2 });
    expect((await two.put(`/api/rooms/${roomId}/read`, { seq: 999 })).body).toEqual({ readSeq: 3 });
    expect(await unread(two)).toBe(0);
  });

  it('sends a file one has brought into this room, and no other', async () => {
    const [roomId, other] = [await open(), await open()];
    const { body } = await people[0]!.upload(`/api/rooms/${roomId}/files`, { name: '工资条.png', type: 'image/png', bytes: PNG });
    const file = (fileId: string) => ({ clientId: crypto.randomUUID(), kind: 'file', body: { fileId } });
    expect((await people[0]!.post(`/api/rooms/${roomId}/messages`, file(body.fileId))).status).toBe(201);
    expect((await people[0]!.post(`/api/rooms/${other}/messages`, file(body.fileId))).body.code).toBe('ROOM_FILE_UNKNOWN');
    expect((await people[1]!.post(`/api/rooms/${roomId}/messages`, file(body.fileId))).body.code).toBe('ROOM_FILE_UNKNOWN');
    expect(await stored(other)).toEqual([]);
    const got = async (who: Client) => (await who.get(`/api/rooms/${roomId}/files/${body.fileId}`)).body as Buffer;
    expect(Buffer.compare(await got(people[0]!), PNG)).toBe(0);
    expect(await sharp(await got(people[1]!)).metadata()).toMatchObject({ format: 'png', width: 1, height: 1 });
  });

  it('shows the others a photo without where it was taken', async () => {
    const roomId = await open();
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#d00' } }).jpeg().withExif({ IFD0: { Make: 'HUAWEI' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 47/1 0/1' } }).toBuffer();
    const { fileId } = (await people[0]!.upload(`/api/rooms/${roomId}/files`, { name: '家里.jpg', type: 'image/jpeg', bytes })).body;
    await people[0]!.post(`/api/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), kind: 'file', body: { fileId } });
    const got = async (who: Client) => (await who.get(`/api/rooms/${roomId}/files/${fileId}`)).body as Buffer;
    expect((await got(people[0]!)).equals(bytes)).toBe(true);
    for (const who of people.slice(1)) {
      const shown = await got(who);
      expect([shown.includes('HUAWEI'), (await sharp(shown).metadata()).exif]).toEqual([false, undefined]);
    }
  });

  it('survives malformed frames, answers with the problem form and stores nothing', async () => {
    const roomId = await open();
    const socket = await people[0]!.socket();
    const bad: unknown[] = [null, 1, 'x', [], {}, { roomId }, { roomId, message: null }, { roomId: 'x', message: text('a') }, { roomId, message: { ...text('a'), kind: 'system' } }, { roomId, message: text('') }, { roomId, message: text('长'.repeat(4001)) }, { roomId, message: { ...text('a'), extra: 1 } }];
    for (const payload of bad) {
      const ack = await socket.emitWithAck('room.send', payload);
      expect(ack).toMatchObject({ ok: false, problem: { code: 'VALIDATION_FAILED', status: 400 } });
      expect(JSON.stringify(ack)).not.toMatch(/\bat .*\.(ts|js):/);
      socket.emit('room.send', payload); // without an ack function
      socket.emit('room.nonsense', payload);
    }
    expect(await stored(roomId)).toEqual([]);
    expect((await socket.emitWithAck('room.send', { roomId, message: text('还在') })).ok).toBe(true);
  });
});
