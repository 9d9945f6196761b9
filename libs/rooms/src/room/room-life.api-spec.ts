import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { FileStore, UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { HandlerRegistry } from '@hejie/platform/worker';
import { Mentions, RoomReader, Rooms } from '@hejie/rooms';
import { type Answer, type Client, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import sharp from 'sharp';
import { RoomLog, type Message, type RoomMessages } from '../contract/index.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('life in a room', () => {
  let clock: TestClock;
  let app: TestApp;
  let second: TestApp;
  let people: [Client, Client, Client];
  let outsider: Client;
  let caseId: string;
  let roomId: string;
  beforeAll(async () => {
    clock = new TestClock(new Date());
    app = await startTestApp({ clock });
    second = await startTestApp({ clock: new TestClock(new Date(clock.now().getTime() - 3_600_000)), env: { DATABASE_URL: app.config.databaseUrl, FIELD_KEY: app.config.fieldKey.toString('base64'), DATA_DIR: app.config.dataDir } });
    people = (await Promise.all(['13800000001', '13800000002', '13800000003'].map((p, i) => signInByPhone(app.url, p, `人${i}`)))) as [Client, Client, Client];
    outsider = await signInByPhone(app.url, '13800000009', '外人');
    await people[0].post('/api/cases/quick', aQuickCase());
    caseId = (await people[0].get('/api/cases')).body.items[0].id;
  });
  afterAll(async () => {
    for (const c of [...people, outsider]) c.close();
    await second?.close();
    await app?.close();
  });
  beforeEach(async () => {
    roomId = await app.app.get(UnitOfWork).run((tx) => app.app.get(Rooms).open(tx, { caseId, kind: 'consult', members: people.map((p) => ({ accountId: p.accountId, relation: 'claimant' })) }));
  });

  const say = async (who: Client, text: string, more: object = {}) => who.post(`/api/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text, ...more } });
  const rows = () => app.db.query<{ seq: number; kind: string; body: { text?: string }; body_sha256: string | null }[]>('select seq::int, kind, body, body_sha256 from room_message where room_id = $1 order by seq', [roomId]);
  const listen = async (who: Client, url = app.url) => {
    const socket = await who.socket(url);
    const log = new RoomLog();
    socket.on('room.messages', (m: RoomMessages) => m.roomId === roomId && log.receive(m.messages));
    const { data } = await socket.emitWithAck('room.join', { roomId, afterSeq: 0 });
    log.receive(data.messages);
    return { socket, log };
  };

  describe('taking words back', () => {
    it('leaves the place and a trace, takes the words from every door, and keeps nothing by which they could be guessed', async () => {
      const { log } = await listen(people[1]);
      await say(people[0], '说错的金额五万');
      expect((await people[0].delete(`/api/rooms/${roomId}/messages/1`)).status).toBe(204);
      expect((await people[0].delete(`/api/rooms/${roomId}/messages/1`)).status).toBe(204); // twice is once
      await eventually(async () => log.lastSeq === 2, 'the trace');
      expect(log.messages).toMatchObject([{ kind: 'withdrawn', body: {} }, { kind: 'system', body: { code: 'message.withdrawn', params: { seq: 1 } } }]);
      const page = await people[2].get(`/api/rooms/${roomId}/messages`);
      const list = await people[2].get('/api/rooms');
      expect(JSON.stringify([page.body, list.body])).not.toContain('五万');
      expect((await people[2].get(`/api/rooms/${roomId}/search?q=${encodeURIComponent('五万')}`)).body.items).toEqual([]);
      expect((await rows()).map((r) => [r.kind, r.body, r.body_sha256])).toEqual([['withdrawn', {}, null], ['system', { code: 'message.withdrawn', params: { seq: 1 } }, null]]);
    });

    it('takes a file back with its name, its hash and the file itself, for its sender too, unless another message shows it', async () => {
      const bring = async () => (await people[0].upload(`/api/rooms/${roomId}/files`, { name: '误发.png', type: 'image/png', bytes: PNG })).body as { fileId: string; sha256: string };
      const send = (fileId: string) => people[0].post(`/api/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), kind: 'file', body: { fileId } });
      const file = await bring();
      for (let i = 0; i < 2; i++) expect((await send(file.fileId)).status).toBe(201);
      expect((await rows()).map((r) => r.body)).toEqual([1, 2].map(() => ({ fileId: file.fileId, name: '误发.png', mediaType: 'image/png', bytes: PNG.length, sha256: file.sha256 })));
      const statuses = () => Promise.all(people.slice(0, 2).map(async (p) => (await p.get(`/api/rooms/${roomId}/files/${file.fileId}`)).status));
      await people[0].delete(`/api/rooms/${roomId}/messages/1`);
      expect(await statuses()).toEqual([200, 200]);
      await people[0].delete(`/api/rooms/${roomId}/messages/2`);
      expect(await statuses()).toEqual([404, 404]);
      expect(JSON.stringify([await rows(), await app.db.query('select * from room_file where room_id = $1', [roomId])])).not.toMatch(new RegExp(`误发|${file.sha256}`));
      expect((await send(file.fileId)).body.code).toBe('ROOM_FILE_UNKNOWN');
    });

    it('deletes the bytes of a file taken back and of the copy others saw, once nothing else holds the same content', async () => {
      const store = app.app.get(FileStore);
      const sweep = async () => {
        clock.advance(3_601_000);
        for (const each of [app, app]) await each.app.get(HandlerRegistry).schedules.get('platform.delete-released')!.run();
      };
      const bytes = await sharp({ create: { width: 31, height: 17, channels: 3, background: '#0a0' } }).jpeg().withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 47/1 0/1' } }).toBuffer();
      const file = { name: '误发.jpg', type: 'image/jpeg', bytes };
      const { fileId, sha256 } = (await people[0].upload(`/api/rooms/${roomId}/files`, file)).body as { fileId: string; sha256: string };
      await people[0].post(`/api/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), kind: 'file', body: { fileId } });
      expect((await people[1].get(`/api/rooms/${roomId}/files/${fileId}`)).status).toBe(200);
      const [{ copy }] = (await app.db.query('select sha256 as copy from file_copy where source_sha256 = $1', [sha256])) as [{ copy: string }];
      const kept = () => Promise.all([sha256, copy].map((s) => store.has(s)));
      clock.advance(1000); // later than the case was filed
      const { id: evidenceId } = (await people[0].upload(`/api/cases/${caseId}/evidence`, file, { title: '同一张照片', visibility: 'private' })).body;
      expect((await people[0].delete(`/api/rooms/${roomId}/messages/1`)).status).toBe(204);
      await sweep();
      expect(await kept()).toEqual([true, true]);
      expect(((await people[0].get(`/api/cases/${caseId}/evidence/${evidenceId}/file`)).body as Buffer).equals(bytes)).toBe(true);

      expect((await people[0].delete(`/api/cases/${caseId}/evidence/${evidenceId}`)).status).toBe(204);
      await app.app.get(HandlerRegistry).schedules.get('platform.delete-released')!.run();
      expect(await kept()).toEqual([true, true]); // not at once: somebody may be bringing the same
      await sweep();
      expect(await kept()).toEqual([false, true]);
      await sweep();
      expect(await kept()).toEqual([false, false]);
      expect(await app.db.query('select 1 from file_copy where source_sha256 = $1 union all select 1 from file_release', [sha256])).toEqual([]);
      // brought again, it is there again
      expect((await people[0].upload(`/api/rooms/${roomId}/files`, file)).status).toBe(201);
      expect(await kept()).toEqual([true, false]);
    });

    it.each([
      ['after two minutes', async () => clock.advance(121_000), 409, 'ROOM_WITHDRAW_LATE'],
      ['when somebody else has quoted it', async () => void (await say(people[1], '您刚才说', { quote: 1 })), 409, 'ROOM_WITHDRAW_QUOTED'],
    ])('is refused %s, and nothing changes', async (_when, happen, status, code) => {
      await say(people[0], '一言既出');
      await happen();
      const before = await rows();
      const answer = await people[0].delete(`/api/rooms/${roomId}/messages/1`);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(await rows()).toEqual(before);
    });

    it('is refused to who is put out while it waits for the room, and nothing of theirs is said in it any more', async () => {
      await say(people[0], '我的话');
      const waits = async () => (await app.db.query<unknown[]>(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0;
      let before: unknown;
      let taking!: Promise<Answer>;
      await app.app.get(UnitOfWork).run(async (tx) => {
        await app.app.get(Rooms).remove(tx, roomId, people[0].accountId);
        before = await rows();
        taking = people[0].delete(`/api/rooms/${roomId}/messages/1`);
        await eventually(waits, 'it waits');
      });
      expect((await taking).body.code).toBe('NOT_FOUND');
      expect(await rows()).toEqual(before);
    });

    it('is refused for the words of others, for system lines and for outsiders alike, and nothing changes', async () => {
      await say(people[0], '我的话');
      await app.app.get(UnitOfWork).run((tx) => app.app.get(Rooms).say(tx, roomId, people[0].accountId, 'consult.opened'));
      const before = await rows();
      for (const [who, seq] of [[people[1], 1], [people[0], 2], [people[0], 9], [outsider, 1]] as const) {
        expect((await who.delete(`/api/rooms/${roomId}/messages/${seq}`)).body.code).toBe('NOT_FOUND');
      }
      expect(await rows()).toEqual(before);
    });
  });

  it('quotes what one can read and mentions who is here, and nothing else', async () => {
    await say(people[0], '原话');
    expect((await say(people[1], '引用', { quote: 1, mentions: [people[0].accountId] })).status).toBe(201);
    await say(people[0], '要撤回的');
    await people[0].delete(`/api/rooms/${roomId}/messages/3`);
    const before = await rows();
    for (const quote of [3, 4, 99]) expect((await say(people[1], '引用', { quote })).body.code).toBe('ROOM_QUOTE_UNKNOWN');
    expect((await say(people[1], '在吗', { mentions: [outsider.accountId] })).body.code).toBe('ROOM_MENTION_UNKNOWN');
    expect(await rows()).toEqual(before);
  });

  it('answers a resend with its place although who it names has left since, and tells a stranger by none of it who is here', async () => {
    const { socket, log } = await listen(people[1]);
    const message = { clientId: crypto.randomUUID(), kind: 'text', body: { text: '@人2', mentions: [people[2].accountId] } };
    const send = (who: Client, more: object = {}) => who.post(`/api/rooms/${roomId}/messages`, { ...message, ...more });
    expect(await send(people[0])).toMatchObject({ status: 201, body: { seq: 1 } });
    await app.app.get(UnitOfWork).run((tx) => app.app.get(Rooms).remove(tx, roomId, people[2].accountId));
    expect(await send(people[0])).toMatchObject({ status: 201, body: { seq: 1 } });
    const before = await rows();
    expect((await send(people[0], { clientId: crypto.randomUUID() })).body.code).toBe('ROOM_MENTION_UNKNOWN');
    // who was put out, too, knows the room's id
    for (const who of [outsider, people[2]]) {
      for (const named of [people[1], people[2], outsider]) {
        for (const id of [roomId, crypto.randomUUID()]) {
          const body = { text: '在吗', mentions: [named.accountId] };
          expect((await who.post(`/api/rooms/${id}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body })).body.code).toBe('NOT_FOUND');
        }
      }
    }
    expect(await rows()).toEqual(before);
    await socket.emitWithAck('room.join', { roomId, afterSeq: 0 });
    expect(log.messages.map((m) => m.seq)).toEqual([1]);
  });

  describe('naming somebody', () => {
    const told = async (who: Client) => ((await who.get('/api/notifications')).body.items as { kind: string; link: string; text: string }[]).filter((n) => n.kind === 'mentioned' && n.link === `/rooms/${roomId}`);
    const messages = async () => (await app.db.query<{ recipient: string; body: string }[]>(`select recipient, body from sent_message where body like '%/rooms/${roomId}'`));
    const settled = () =>
      eventually(async () => (await app.db.query<unknown[]>('select 1 from outbox_event where relayed_at is null union all select 1 from outbox_delivery where done_at is null')).length === 0, 'everything is told');
    const marks = async (who: Client) => {
      const room = (await who.get('/api/rooms')).body.items.find((r: { id: string }) => r.id === roomId);
      return { unread: room?.unread, mentions: room?.mentions };
    };
    const events = async () => (await app.db.query<{ seq: number }[]>(`select (payload ->> 'seq')::int as seq from outbox_event where topic = 'rooms.member_mentioned.v1' and payload ->> 'roomId' = $1 order by 1`, [roomId])).map((e) => e.seq);

    it('tells them once until they have read it, by phone too unless they are in the room, and nothing of the words', async () => {
      await listen(people[1], second.url);
      await eventually(async () => (await app.db.query<unknown[]>('select 1 from room_presence where room_id = $1 and account_id = $2', [roomId, people[1].accountId])).length === 1, 'one is in the room');
      const all = people.map((p) => p.accountId);
      expect((await say(people[0], '@人1 @人2 底线是五万', { mentions: all })).status).toBe(201);
      await settled();
      expect((await say(people[0], '@人1 @人2 底线真的是五万', { mentions: all })).status).toBe(201);
      await say(people[0], '没有提到谁');
      await settled();
      expect((await Promise.all([...people, outsider].map(told))).map((n) => n.length)).toEqual([0, 1, 1, 0]);
      const sent = await messages();
      expect(sent.map((m) => m.recipient.slice(-11))).toEqual(['13800000003']);
      expect(JSON.stringify([sent, await told(people[1]), await told(people[2])])).not.toMatch(/五万|底线|人\d/);
      expect(await marks(people[2])).toEqual({ unread: 3, mentions: 2 });
      expect(await marks(people[0])).toEqual({ unread: 0, mentions: 0 });

      await people[2].put(`/api/rooms/${roomId}/read`, { seq: 3 });
      expect(await marks(people[2])).toEqual({ unread: 0, mentions: 0 });
      await say(people[1], '@人2', { mentions: [people[2].accountId] });
      await settled();
      expect((await Promise.all([...people, outsider].map(told))).map((n) => n.length)).toEqual([0, 1, 2, 0]);
    });

    it('marks each message that does, however sent: with others in one commit, and again', async () => {
      const clientId = crypto.randomUUID();
      const named = () => people[0].post(`/api/rooms/${roomId}/messages`, { clientId, kind: 'text', body: { text: '@人1', mentions: [people[1].accountId] } });
      const answers = await Promise.all([...Array.from({ length: 10 }, (_, i) => say(people[0], String(i))), named(), named(), ...Array.from({ length: 10 }, (_, i) => say(people[2], String(i)))]);
      await named();
      expect(await events()).toEqual([answers[10]!.body.seq]);
      expect(await marks(people[1])).toEqual({ unread: 21, mentions: 1 });
    });

    it('names nobody once it is taken back, nor who has read it or is out, and without the floor nothing is stored or told', async () => {
      const waiting = async (seq: number) => (await app.app.get(Mentions).waiting(roomId, seq)).map((w) => w.accountId);
      const mentions = people.map((p) => p.accountId);
      for (const text of ['要撤回的', '留着的']) await say(people[0], text, { mentions });
      expect((await waiting(2)).sort()).toEqual([people[1].accountId, people[2].accountId].sort());
      await people[0].delete(`/api/rooms/${roomId}/messages/1`);
      expect(await waiting(1)).toEqual([]);
      expect((await marks(people[1])).mentions).toBe(1);
      await people[1].put(`/api/rooms/${roomId}/read`, { seq: 2 });
      const work = app.app.get(UnitOfWork);
      await work.run((tx) => app.app.get(Rooms).remove(tx, roomId, people[2].accountId));
      expect(await waiting(2)).toEqual([]);
      await work.run((tx) => app.app.get(Rooms).mute(tx, roomId, { accountId: people[1].accountId, name: '人1' }, people[0].accountId));
      const before = [await rows(), await events()];
      expect((await say(people[1], '@人0', { mentions: [people[0].accountId] })).body.code).toBe('ROOM_MUTED');
      expect((await say(people[0], '@人2', { mentions: [people[2].accountId] })).body.code).toBe('ROOM_MENTION_UNKNOWN');
      expect([await rows(), await events()]).toEqual(before);
    });
  });

  it('finds Chinese inside words, best first, and only for members', async () => {
    for (const t of ['拖欠工资三个月', '今天天气好', '工资条和工资卡', 'Wages: 工资']) await say(people[0], t);
    const find = async (who: Client, q: string) => (await who.get(`/api/rooms/${roomId}/search?q=${encodeURIComponent(q)}`)).body.items?.map((m: Message) => m.seq);
    expect(await find(people[1], '工资')).toEqual([3, 4, 1]);
    expect(await find(people[1], 'wages')).toEqual([4]);
    expect(await find(people[1], '%')).toEqual([]);
    expect(await find(outsider, '工资')).toBeUndefined();
  });

  it('gives lines for a record to members only, and only those that everybody heard', async () => {
    const heard = async (who: Client) => (await app.app.get(RoomReader).heardByAll(who.accountId, roomId, people.map((p) => p.accountId), [1, 2, 3])).map((l) => l.text);
    const work = app.app.get(UnitOfWork);
    const rooms = app.app.get(Rooms);
    await say(people[0], '大家都在');
    await work.run((tx) => rooms.remove(tx, roomId, people[2].accountId));
    await say(people[0], '有人不在');
    expect([await heard(people[0]), await heard(people[2]), await heard(outsider)]).toEqual([['大家都在'], [], []]);
    await work.run((tx) => rooms.admit(tx, roomId, { accountId: people[2].accountId, relation: 'claimant' }));
    await say(people[0], '又都在');
    expect([await heard(people[0]), await heard(people[2])]).toEqual([['大家都在', '又都在'], ['大家都在', '又都在']]);
  });

  it('opens the history at a moment', async () => {
    for (let i = 1; i <= 30; i++) {
      await say(people[0], `第${i}条`);
      clock.advance(3_600_000);
    }
    const [{ at }] = (await app.db.query<{ at: Date }[]>('select at from room_message where room_id = $1 and seq = 17', [roomId])) as [{ at: Date }];
    const from = async (moment: number) => (await people[1].get(`/api/rooms/${roomId}/messages?limit=2&at=${new Date(moment).toISOString()}`)).body.items.map((m: Message) => m.seq);
    expect(await from(at.getTime())).toEqual([17, 18]);
    expect(await from(at.getTime() + 1)).toEqual([18, 19]);
    expect(await from(0)).toEqual([1, 2]);
    expect(await from(at.getTime() + 100 * 3_600_000)).toEqual([]);
  });

  it('marks how far a message has reached everybody, from every device and process, and believes only who is in the room', async () => {
    const { socket: one } = await listen(people[0]);
    const { socket: two } = await listen(people[1], second.url);
    const { socket: three } = await listen(people[2]);
    const marks: number[] = [];
    one.on('room.delivered', (m) => m.roomId === roomId && marks.push(m.seq));
    await say(people[0], '一');
    await say(people[0], '二');
    const stranger = await outsider.socket();
    expect(await stranger.emitWithAck('room.delivered', { roomId, seq: 2 })).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    one.emit('room.delivered', { roomId, seq: 2 });
    three.emit('room.delivered', { roomId, seq: 9999 }); // never beyond the end
    await eventually(async () => marks.includes(0), 'the first mark');
    expect(Math.max(...marks)).toBe(0); // the third person has not got it
    two.emit('room.delivered', { roomId, seq: 1 });
    await eventually(async () => (await app.db.query<{ n: number }[]>('select min(delivered_seq)::int as n from room_member where room_id = $1', [roomId]))[0]!.n === 1, 'all have the first');
  });

  it('shows who is in the room over all processes, whatever their clocks say, by phone or not, and forgets who left or whose process died', async () => {
    const { socket: one } = await listen(people[0]);
    let online: { accountId: string; phone: boolean }[] = [];
    one.on('room.presence', (p) => p.roomId === roomId && (online = p.online));
    const here = (...who: Client[]) => eventually(async () => online.map((o) => o.accountId).sort().join() === who.map((w) => w.accountId).sort().join(), `${who.length} present`);
    const { socket: two } = await listen(people[1], second.url);
    await here(people[0], people[1]);
    expect(online.every((o) => o.phone === false)).toBe(true);
    // a process that said its sockets and was killed: the next beat of another one finds it dead
    const killed = crypto.randomUUID();
    await app.db.query('insert into room_process (id, seen_at) values ($1, now())', [killed]);
    await app.db.query('insert into room_presence (process_id, room_id, account_id, phone) values ($1, $2, $3, true)', [killed, roomId, people[2].accountId]);
    two.disconnect();
    await here(people[0], people[2]);
    await app.db.query(`update room_process set seen_at = seen_at - interval '1 minute' where id = $1`, [killed]);
    await here(people[0]);
    expect(await app.db.query('select 1 from room_presence where process_id = $1', [killed])).toEqual([]);
  });
});
