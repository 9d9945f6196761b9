import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { TestClock } from '@hejie/platform/testing';
import { Client, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import { NOTIFICATIONS_CHANGED } from '../contract/index.js';

describe('the line in the inbox that one was named in a room', () => {
  const clock = new TestClock(new Date());
  let a: TestApp;
  let b: TestApp; // a second process on the same database, without Redis between them
  let writer: Client;
  let phone: Client;
  /** The same person on another device: a sign-in of its own, on the other process. */
  let desk: Client;
  let other: Client;
  let roomId: string;
  beforeAll(async () => {
    a = await startTestApp({ clock });
    b = await startTestApp({ clock, env: { DATABASE_URL: a.config.databaseUrl, FIELD_KEY: a.config.fieldKey.toString('base64') } });
    [writer, other] = [await signInByPhone(a.url, '13800000301', '说话的人'), await signInByPhone(a.url, '13800000303', '另一人')];
    phone = await signInByPhone(a.url, '13800000302', '被提到的人');
    clock.advance(61_000);
    desk = Object.assign(new Client(b.url), await signInByPhone(a.url, '13800000302', '被提到的人'), { url: b.url });
  });
  afterAll(async () => {
    for (const who of [writer, phone, desk, other]) who?.close();
    await b?.close();
    await a?.close();
  });
  beforeEach(async () => {
    const { caseId } = (await writer.post('/api/cases/quick', aQuickCase())).body;
    roomId = await a.app.get(UnitOfWork).run((tx) => a.app.get(Rooms).open(tx, { caseId, kind: 'consult', members: [writer, phone, other].map((p) => ({ accountId: p.accountId, relation: 'claimant' })) }));
  });

  const say = async (text: string, ...named: Client[]) =>
    (await writer.post(`/api/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text, ...(named.length ? { mentions: named.map((p) => p.accountId) } : {}) } })).body.seq as number;
  const lines = async (who: Client) => ((await who.get('/api/notifications')).body.items as { kind: string; link: string; read: boolean }[]).filter((n) => n.kind === 'mentioned' && n.link === `/rooms/${roomId}`).map((n) => n.read);
  const told = (who: Client) => eventually(async () => (await lines(who)).length > 0, 'the line is there');
  const reads = async (who: Client, seq: number) => expect((await who.put(`/api/rooms/${roomId}/read`, { seq })).status).toBe(200);
  const settled = () => eventually(async () => (await a.db.query('select 1 from outbox_event where relayed_at is null union all select 1 from outbox_delivery where done_at is null')).length === 0, 'nothing is owed any more');

  it('is read on every device once the room was read up to that message on one, and other people’s stay', async () => {
    expect(desk.accountId).toBe(phone.accountId);
    const before = await say('早');
    const seq = await say('@被提到的人 @另一人', phone, other);
    await told(phone);
    await told(other);
    const unread = (await desk.get('/api/notifications')).body.unread as number;
    // not up to it
    await reads(phone, before);
    await settled();
    expect(await lines(desk)).toEqual([false]);
    const socket = await desk.socket();
    let heard = 0;
    socket.on(NOTIFICATIONS_CHANGED, () => heard++);
    await reads(phone, seq);
    await eventually(async () => heard > 0, 'the other device hears of it');
    expect([await lines(desk), await lines(phone), (await desk.get('/api/notifications')).body.unread]).toEqual([[true], [true], unread - 1]);
    expect(await lines(other)).toEqual([false]);
  });

  it('stays while a later message that names one is unread, of which no line of its own was made', async () => {
    const first = await say('@被提到的人', phone);
    await told(phone);
    const second = await say('@被提到的人 还有', phone);
    await settled();
    await reads(desk, first);
    await settled();
    expect(await lines(phone)).toEqual([false]);
    await reads(desk, second);
    await eventually(async () => (await lines(phone))[0] === true, 'read');
    expect(await lines(phone)).toEqual([true]);
  });

  it('is not made at all for what was read before it was told', async () => {
    const seq = await say('@被提到的人', phone);
    await reads(desk, seq);
    await settled();
    expect((await lines(phone)).filter((read) => !read)).toEqual([]);
  });
});
