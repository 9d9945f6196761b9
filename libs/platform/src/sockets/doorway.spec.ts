import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Doorway } from './doorway.js';

const request = () => ({ socket: new EventEmitter() }) as unknown as IncomingMessage;

describe('the doorway', () => {
  it('turns away whoever comes while all places are taken, and lets in as places become free', () => {
    const door = new Doorway({ most: 2, forMs: 60_000 });
    const [a, b, c] = [request(), request(), request()];
    expect([door.lets(a), door.lets(b), door.lets(c)]).toEqual([true, true, false]);
    door.entered(a);
    expect([door.lets(c), door.lets(a)]).toEqual([true, false]);
  });

  it('gives a place back once, when the line is gone', () => {
    const door = new Doorway({ most: 1, forMs: 60_000 });
    const [a, b, c] = [request(), request(), request()];
    door.lets(a);
    a.socket.emit('close');
    door.entered(a);
    expect([door.lets(b), door.lets(c)]).toEqual([true, false]);
  });

  it('is not held by those who open a line and say nothing', async () => {
    const door = new Doorway({ most: 1, forMs: 20 });
    expect([door.lets(request()), door.lets(request())]).toEqual([true, false]);
    await sleep(60);
    expect(door.lets(request())).toBe(true);
  });
});
