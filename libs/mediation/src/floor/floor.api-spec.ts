import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '@hejie/platform';
import { eventually, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import { aMeeting, open, type Meeting } from '../testing/index.js';

describe('the floor of a session', () => {
  let t: TestApp;
  let m: Meeting;
  let stranger: Meeting;
  let rooms: Record<string, string>;
  beforeAll(async () => {
    t = await startTestApp();
    [m, stranger] = [await aMeeting(t), await aMeeting(t)];
  });
  afterAll(() => t?.close());
  beforeEach(async () => {
    await open(t, m);
    rooms = Object.fromEntries((await see()).rooms.map((r: { id: string; kind: string }) => [r.kind, r.id]));
  });

  const at = (path = '') => `/api/sessions/${m.sessionId}${path}`;
  const see = async (who: Client = m.mediator) => (await who.get(at())).body;
  const say = (who: Client, text = '我说一句', kind = 'joint') => who.post(`/api/rooms/${rooms[kind]}/messages`, { clientId: crypto.randomUUID(), kind: 'text', body: { text } });
  const log = async (kind = 'joint') => (await m.mediator.get(`/api/rooms/${rooms[kind]}/messages`)).body.items.map((x: { body: { text?: string; code?: string } }) => x.body.text ?? x.body.code);
  const lock = (locked: boolean, who: Client = m.mediator, roomId = rooms['joint']) => who.post(at('/lock'), { roomId, locked });
  const mute = (muted: boolean, who: Client = m.mediator, accountId = m.worker.accountId) => who.post(at('/mute'), { accountId, muted });

  it('is the mediator’s alone while a room is locked, and everybody’s again afterwards', async () => {
    await lock(true);
    await lock(true);
    const before = await log();
    for (const who of [m.worker, m.employer]) expect((await say(who)).body.code).toBe('ROOM_LOCKED');
    const socket = await m.worker.socket();
    expect(await socket.emitWithAck('room.send', { roomId: rooms['joint'], message: { clientId: crypto.randomUUID(), kind: 'text', body: { text: '我说一句' } } })).toMatchObject({ ok: false, problem: { code: 'ROOM_LOCKED' } });
    expect(await log()).toEqual(before);
    expect((await say(m.mediator, '请先听我说')).status).toBe(201);
    expect((await see(m.worker)).rooms.map((r: { kind: string; locked: boolean }) => [r.kind, r.locked])).toEqual([['joint', true], ['caucus_claimant', false]]);
    await lock(false);
    await lock(false);
    expect((await say(m.worker)).status).toBe(201);
    expect(await log()).toEqual(['session.opened', 'room.locked', '请先听我说', 'room.unlocked', '我说一句']);
  });

  it('is taken from one person and given back; the other speaks on', async () => {
    await mute(true);
    await mute(true);
    const before = await log();
    expect((await say(m.worker)).body.code).toBe('ROOM_MUTED');
    expect(await log()).toEqual(before);
    expect((await say(m.employer, '我还能说')).status).toBe(201);
    expect((await see(m.employer)).participants.find((p: { accountId: string }) => p.accountId === m.worker.accountId).muted).toBe(true);
    // in private one may still speak, and coming back does not lift it
    await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'caucus' });
    expect((await say(m.worker, '背对背', 'caucus_claimant')).status).toBe(201);
    await m.mediator.post(at('/place'), { accountId: m.worker.accountId, to: 'joint' });
    expect((await say(m.worker)).body.code).toBe('ROOM_MUTED');
    await mute(false);
    expect((await say(m.worker)).status).toBe(201);
    expect((await log()).filter((x: string) => x.startsWith('room.'))).toEqual(['room.muted', 'room.unmuted']);
  });

  it.each([['a room', () => lock(true)], ['a person', () => mute(true)]])('is not held by a mediator who was replaced while they waited for the session, over %s; nothing changes', async (_whom, hold) => {
    const before = await log();
    const { asked } = await t.app.get(UnitOfWork).run(async (tx) => {
      await tx.query('select 1 from mediation_session where id = $1 for update', [m.sessionId]);
      const asked = hold();
      await eventually(async () => (await t.db.query<unknown[]>(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%MediationSession%'`)).length > 0, 'they wait');
      await tx.query('update mediation_session set mediator_id = $2 where id = $1', [m.sessionId, stranger.mediator.accountId]);
      return { asked };
    });
    expect((await asked).status).toBe(404);
    await t.db.query('update mediation_session set mediator_id = $2 where id = $1', [m.sessionId, m.mediator.accountId]);
    expect(await log()).toEqual(before);
    expect((await say(m.worker)).status).toBe(201);
  });

  it('is nobody else’s to hold: not a party’s, not a stranger’s, not over the mediator, another room or an ended session; nothing changes', async () => {
    const before = [await see(), await log()];
    for (const who of [m.worker, m.employer, stranger.mediator, stranger.worker]) for (const answer of [await lock(true, who), await mute(true, who)]) expect(answer.status).toBe(404);
    expect((await lock(true, m.mediator, crypto.randomUUID())).status).toBe(404);
    for (const accountId of [m.mediator.accountId, stranger.worker.accountId]) expect((await mute(true, m.mediator, accountId)).status).toBe(404);
    expect([await see(), await log()]).toEqual(before);
    await m.mediator.post(at('/close'), { outcome: 'failed' });
    const ended = [await see(), await log()];
    for (const answer of [await lock(true), await mute(true)]) expect(answer.body.code).toBe('SESSION_STATE');
    expect([await see(), await log()]).toEqual(ended);
  });
});
