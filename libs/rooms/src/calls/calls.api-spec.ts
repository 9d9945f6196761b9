import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aQuickCase } from '@hejie/cases/testing';
import { UnitOfWork } from '@hejie/platform';
import { Rooms } from '@hejie/rooms';
import { eventually, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { Socket } from 'socket.io-client';

const OFFER = { description: { type: 'offer', sdp: 'v=0' } };

describe('calls in a room', () => {
  let t: TestApp;
  let people: Client[];
  let caseId: string;
  let roomId: string;
  beforeAll(async () => {
    t = await startTestApp({ env: { STUN_URLS: 'stun:stun.example:3478', TURN_URLS: 'turn:turn.example:3478,turns:turn.example:5349', TURN_SECRET: 'a shared secret of both' } });
    people = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => signInByPhone(t.url, `1380000010${n}`, `人${n}`)));
    caseId = (await people[0]!.post('/api/cases/quick', aQuickCase())).body.caseId;
  });
  afterAll(async () => {
    for (const p of people) p.close();
    await t?.close();
  });
  // the sixth is a stranger
  beforeEach(async () => {
    roomId = await t.app.get(UnitOfWork).run((tx) => t.app.get(Rooms).open(tx, { caseId, kind: 'joint', members: people.slice(0, 5).map((p) => ({ accountId: p.accountId, relation: 'claimant' })) }));
  });

  const inRoom = async (who: Client): Promise<{ socket: Socket; heard: [string, any][] }> => {
    const socket = await who.socket();
    const heard: [string, any][] = [];
    socket.onAny((event: string, payload: unknown) => event.startsWith('call.') && heard.push([event, payload]));
    await socket.emitWithAck('room.join', { roomId, afterSeq: 0 });
    return { socket, heard };
  };
  const join = (socket: Socket) => socket.emitWithAck('call.join', { roomId });
  const signal = (socket: Socket, to: string, what: object = OFFER) => socket.emitWithAck('call.signal', { roomId, to, signal: what });

  it('tell those inside who came and who left, and pass on what their windows say to each other only', async () => {
    const [a, b, c] = [await inRoom(people[0]!), await inRoom(people[1]!), await inRoom(people[2]!)];
    expect((await join(a.socket)).data.peers).toEqual([]);
    expect((await join(b.socket)).data.peers).toEqual([{ peerId: a.socket.id, accountId: people[0]!.accountId }]);
    await eventually(async () => a.heard.length === 1, 'a hears of b');
    expect(a.heard).toEqual([['call.joined', { roomId, peerId: b.socket.id, accountId: people[1]!.accountId }]]);
    expect(await signal(b.socket, a.socket.id!)).toMatchObject({ ok: true });
    await eventually(async () => a.heard.length === 2, 'a hears the offer');
    expect(a.heard[1]).toEqual(['call.signal', { roomId, from: b.socket.id, signal: OFFER }]);
    await b.socket.emitWithAck('call.leave', { roomId });
    await eventually(async () => a.heard.length === 3, 'a hears that b left');
    expect(a.heard[2]).toEqual(['call.left', { roomId, peerId: b.socket.id }]);
    expect([b.heard, c.heard]).toEqual([[], []]);
  });

  it('give credentials to the relay that run out, as coturn counts them', async () => {
    const [a] = [await inRoom(people[0]!)];
    const [stun, turn] = (await join(a.socket)).data.iceServers;
    expect(stun).toEqual({ urls: ['stun:stun.example:3478'] });
    const [expires, account] = turn.username.split(':');
    expect(account).toBe(people[0]!.accountId);
    expect(Number(expires) - Date.now() / 1000).toBeGreaterThan(3500);
    expect(Number(expires) - Date.now() / 1000).toBeLessThan(3700);
    expect(turn).toMatchObject({ urls: ['turn:turn.example:3478', 'turns:turn.example:5349'], credential: createHmac('sha1', 'a shared secret of both').update(turn.username).digest('base64') });
  });

  it('give other credentials before these run out, to windows that are in the call and to nobody else', async () => {
    const [a, outside] = [await inRoom(people[0]!), await inRoom(people[1]!)];
    const { data } = await join(a.socket);
    expect(data.relaySeconds).toBe(3600);
    const renew = (socket: Socket) => socket.emitWithAck('call.relays', { roomId });
    const again = await renew(a.socket);
    expect(again).toEqual({ ok: true, data: { relaySeconds: 3600, iceServers: [data.iceServers[0], { urls: data.iceServers[1].urls, username: expect.stringContaining(`:${people[0]!.accountId}`), credential: expect.any(String) }] } });
    const until = (servers: { username: string }[]) => Number(servers[1]!.username.split(':')[0]);
    expect(until(again.data.iceServers) - until(data.iceServers)).toBeGreaterThanOrEqual(0);
    const stranger = await people[5]!.socket();
    for (const socket of [outside.socket, stranger]) expect(await renew(socket)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    await a.socket.emitWithAck('call.leave', { roomId });
    expect(await renew(a.socket)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
  });

  it('pass over what a newer client adds to what it asks and signals', async () => {
    const [a, b] = [await inRoom(people[0]!), await inRoom(people[1]!)];
    for (const { socket } of [a, b]) expect(await socket.emitWithAck('call.join', { roomId, quality: 'low' })).toMatchObject({ ok: true });
    const candidate = { candidate: 'candidate:1 1 UDP 1 192.0.2.1 50000 typ host', sdpMid: '0', sdpMLineIndex: 0 };
    expect(await signal(b.socket, a.socket.id!, { candidate: { ...candidate, relayProtocol: 'udp' }, urgent: true })).toMatchObject({ ok: true });
    await eventually(async () => a.heard.some(([event]) => event === 'call.signal'), 'the candidate');
    expect(a.heard.find(([event]) => event === 'call.signal')![1].signal).toEqual({ candidate });
  });

  it('are closed to strangers, to windows that have not joined the room, and to signals from or to outside; nobody hears a thing', async () => {
    const [a, outside] = [await inRoom(people[0]!), await inRoom(people[1]!)];
    await join(a.socket);
    const [stranger, elsewhere] = [await people[5]!.socket(), await people[2]!.socket()];
    for (const socket of [stranger, elsewhere]) expect(await join(socket)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    for (const socket of [stranger, elsewhere, outside.socket]) expect(await signal(socket, a.socket.id!)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    for (const to of [outside.socket.id!, 'nobody']) expect(await signal(a.socket, to)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    expect(await signal(a.socket, a.socket.id!, { anything: 'else' })).toMatchObject({ ok: false, problem: { code: 'VALIDATION_FAILED' } });
    expect([a.heard, outside.heard]).toEqual([[], []]);
  });

  it('hold four; the fifth is refused and nobody hears of it, until one leaves', async () => {
    const inside: Awaited<ReturnType<typeof inRoom>>[] = [];
    for (const p of people.slice(0, 5)) inside.push(await inRoom(p));
    for (const { socket } of inside.slice(0, 4)) expect((await join(socket)).ok).toBe(true);
    const before = inside[0]!.heard.filter(([event]) => event === 'call.joined').length;
    expect(await join(inside[4]!.socket)).toMatchObject({ ok: false, problem: { code: 'CALL_FULL' } });
    expect(inside[0]!.heard.filter(([event]) => event === 'call.joined').length).toBe(before);
    inside[3]!.socket.disconnect();
    await eventually(async () => inside[0]!.heard.some(([event, { peerId }]) => event === 'call.left' && peerId !== inside[4]!.socket.id), 'the one who hung up is gone');
    expect((await join(inside[4]!.socket)).ok).toBe(true);
  });

  it('take back whose line broke in place of their earlier window, full or not, and of nobody else', async () => {
    const inside: Awaited<ReturnType<typeof inRoom>>[] = [];
    for (const p of people.slice(0, 4)) inside.push(await inRoom(p));
    for (const { socket } of inside) expect((await join(socket)).ok).toBe(true);
    const [a, b] = inside as [typeof inside[0], typeof inside[0]];
    const left = () => b.heard.filter(([e]) => e === 'call.left').map(([, { peerId }]) => peerId);
    const fifth = await inRoom(people[4]!);
    expect(await fifth.socket.emitWithAck('call.join', { roomId, instead: a.socket.id })).toMatchObject({ ok: false, problem: { code: 'CALL_FULL' } });
    expect(left()).not.toContain(a.socket.id);
    // the server has not noticed yet that the line of the first is gone
    const again = await inRoom(people[0]!);
    const { ok, data } = await again.socket.emitWithAck('call.join', { roomId, instead: a.socket.id });
    expect([ok, data.peers.map((p: { peerId: string }) => p.peerId).sort()]).toEqual([true, inside.slice(1).map(({ socket }) => socket.id).sort()]);
    await eventually(async () => left().includes(a.socket.id), 'the others drop the earlier window');
    expect(await signal(a.socket, b.socket.id!)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    expect(await signal(again.socket, b.socket.id!)).toMatchObject({ ok: true });
  });

  it('are lost at once with the room: who is put out is told, the others drop them, and nothing of theirs gets through any more', async () => {
    const [a, b] = [await inRoom(people[0]!), await inRoom(people[1]!)];
    await join(a.socket);
    await join(b.socket);
    await t.app.get(UnitOfWork).run((tx) => t.app.get(Rooms).remove(tx, roomId, people[1]!.accountId));
    await eventually(async () => b.heard.some(([e]) => e === 'call.ended') && a.heard.some(([e, { peerId }]) => e === 'call.left' && peerId === b.socket.id), 'both sides of the call end');
    expect(await signal(b.socket, a.socket.id!)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    expect(await signal(a.socket, b.socket.id!)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
    expect(await join(b.socket)).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } });
  });
});
