import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, signInByPhone, startTestApp, type Client, type TestApp } from '@hejie/test-kit';
import type { Socket } from 'socket.io-client';

const LINES = 60;

describe('the lines of a process', () => {
  let t: TestApp;
  let person: Client;
  beforeAll(async () => {
    t = await startTestApp({ env: { TRUST_PROXY: 'loopback' } });
    person = await signInByPhone(t.url, '13800000001', '甲');
  });
  afterAll(() => person?.close());

  it('are open to others while one address begins lines without end and says nothing on them', async () => {
    const knock = async (from: string) => (await fetch(`${t.url}/socket/?EIO=4&transport=polling`, { headers: { 'x-forwarded-for': from } })).status;
    let knocking = true;
    const turnedAway = new Set<number>();
    const hog = Promise.all(
      Array.from({ length: 150 }, async () => {
        while (knocking) turnedAway.add(await knock('203.0.113.1'));
      }),
    );
    try {
      await eventually(async () => turnedAway.has(403), 'the door is as full as one address makes it');
      for (let i = 2; i < 7; i++) expect(await knock(`203.0.113.${i}`)).toBe(200);
    } finally {
      knocking = false;
      await hog;
    }
  });

  it('are broken a few at a time when it stops, answering what they asked, while the others are served on', async () => {
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
