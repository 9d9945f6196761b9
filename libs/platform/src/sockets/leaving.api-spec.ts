import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { Socket } from 'socket.io-client';

const LINES = 60;

describe('a process that stops', () => {
  let t: TestApp;
  let person: Client;
  beforeAll(async () => {
    t = await startTestApp();
    person = await signInByPhone(t.url, '13800000001', '甲');
  });
  afterAll(() => person?.close());

  it('breaks its lines a few at a time, answering what they asked, while the others are served on', async () => {
    const sockets: Socket[] = [];
    for (let i = 0; i < LINES; i++) sockets.push(await person.socket());
    const goneAt = new Map<Socket, number>();
    const answeredAt: number[] = [];
    let step = 0; // counts what happens, in order
    let unanswered = 0;
    for (const socket of sockets) socket.once('disconnect', () => goneAt.set(socket, step++));
    const talk = async (socket: Socket) => {
      while (!goneAt.has(socket)) {
        const answer = await socket.timeout(10_000).emitWithAck('room.leave', { roomId: person.accountId }).catch(() => null);
        if (answer?.ok) answeredAt.push(step++);
        else if (!goneAt.has(socket)) unanswered++;
        await new Promise((r) => setTimeout(r, 20));
      }
    };
    const talking = sockets.map(talk);
    await t.close();
    await Promise.all(talking);
    expect(goneAt.size).toBe(LINES);
    const first = Math.min(...goneAt.values());
    expect(answeredAt.filter((at) => at > first).length).toBeGreaterThan(0);
    expect(unanswered).toBe(0);
  });
});
