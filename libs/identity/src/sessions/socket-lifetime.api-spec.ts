import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ActorResolver, UnitOfWork } from '@hejie/platform';
import { TestClock } from '@hejie/platform/testing';
import { Client, createStaff, eventually, signInByPhone, startTestApp, type TestApp } from '@hejie/test-kit';
import type { Socket } from 'socket.io-client';
import { Sessions } from './sessions.js';

const DAY_MS = 24 * 3_600_000;

describe('how long a socket lives', () => {
  let a: TestApp;
  let b: TestApp; // a second process on the same database, without Redis between them
  const clock = new TestClock(new Date('2026-11-21T02:00:00Z'));
  beforeAll(async () => {
    a = await startTestApp({ clock });
    b = await startTestApp({ clock, env: { DATABASE_URL: a.config.databaseUrl, FIELD_KEY: a.config.fieldKey.toString('base64') } });
  });
  afterAll(async () => {
    await b?.close();
    await a?.close();
  });

  let n = 0;
  let phone: string;
  beforeEach(() => {
    phone = `1370000${String(1000 + n++)}`;
    clock.advance(60 * 60_000);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const closed = (socket: Socket) => new Promise<string>((resolve) => socket.once('disconnect', resolve));
  const onBoth = (client: Client) => Promise.all([client.socket(a.url), client.socket(b.url)]);
  const refusal = (client: Client) => client.socket().then(() => 'let in', (error: Error & { data?: unknown }) => error.data);

  it('ends with a session that was idle too long, on every process', async () => {
    const sockets = await onBoth(await signInByPhone(a.url, phone));
    clock.advance(14 * DAY_MS + 1);
    await Promise.all(sockets.map(closed));
  });

  it('ends with the 90 days of a session that is used every week', async () => {
    const client = await signInByPhone(a.url, phone);
    for (let week = 0; week < 12; week++) {
      clock.advance(7 * DAY_MS);
      expect((await client.get('/api/auth/me')).status).toBe(200);
    }
    const sockets = await onBoth(client);
    clock.advance(6 * DAY_MS + 1);
    await Promise.all(sockets.map(closed));
    const sessions = a.app.get(Sessions, { strict: false });
    const { sessionId } = await a.app.get(UnitOfWork).run((tx) => sessions.start(tx, client.accountId, 'another phone', { means: 'phone_code' }));
    expect((await sessions.list(client.accountId)).map((s) => s.id)).toEqual([sessionId]);
  });

  it('ends when the person gets other roles, and a new one has them', async () => {
    const lawyer = await createStaff(a, 'lawyer', '王律师');
    const sockets = await onBoth(lawyer);
    await a.db.query(`insert into account_role (account_id, role) values ($1, 'admin')`, [lawyer.accountId]);
    await Promise.all(sockets.map(closed));
    expect((await lawyer.socket()).connected).toBe(true);
  });

  it('ends when the session is revoked between the handshake and the joining of its rooms', async () => {
    const client = await signInByPhone(a.url, phone);
    const sessions = a.app.get(Sessions, { strict: false });
    const resolve = sessions.resolve.bind(sessions);
    jest.spyOn(a.app.get(ActorResolver), 'resolve').mockImplementationOnce(async (token) => {
      const actor = await resolve(token);
      await sessions.revoke(actor!.accountId, actor!.sessionId);
      return actor;
    });
    const socket = await client.socket();
    const answered = jest.fn();
    socket.emit('room.leave', { roomId: crypto.randomUUID() }, answered);
    await eventually(async () => !socket.connected, 'the socket is closed', 3000);
    expect(answered).not.toHaveBeenCalled();
  });

  it('does not keep a stopping process waiting', async () => {
    const stopping = await startTestApp({ clock, env: { DATABASE_URL: a.config.databaseUrl, FIELD_KEY: a.config.fieldKey.toString('base64') } });
    const socket = await (await signInByPhone(stopping.url, phone)).socket();
    await Promise.all([closed(socket), stopping.close()]);
  });

  it('does not begin without the CSRF token of the session', async () => {
    const client = await signInByPhone(a.url, phone);
    const other = await signInByPhone(a.url, `1360000${1000 + n}`);
    const right = client.csrf;
    for (const wrong of ['', `${right}x`, other.csrf, { a: 1 } as never]) {
      client.csrf = wrong;
      expect(await refusal(client)).toMatchObject({ status: 403, code: 'CSRF_REFUSED', title: expect.stringContaining('页面已过期') });
    }
    client.csrf = right;
    expect((await client.socket()).connected).toBe(true);
  });
});
