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
    expect([door.lets(a, 'x'), door.lets(b, 'x'), door.lets(c, 'x')]).toEqual([true, true, false]);
    door.entered(a);
    expect([door.lets(c, 'x'), door.lets(a, 'x')]).toEqual([true, false]);
  });

  it('leaves room for others whatever one network asks for, and gives it more when they are in', () => {
    const door = new Doorway({ most: 100, forMs: 60_000 });
    const asks = (network: string, times: number) => Array.from({ length: times }, request).filter((r) => door.lets(r, network));
    const many = asks('many', 500);
    expect(many).toHaveLength(80);
    const others = Array.from({ length: 10 }, (_, i) => asks(`other ${i}`, 1)).flat();
    expect(others).toHaveLength(10);
    expect(asks('second', 500)).toHaveLength(8); // beside the first, and not all that is left
    expect(asks('third', 1)).toHaveLength(1);
    many[0]!.socket.emit('close');
    expect(asks('many', 1)).toHaveLength(0); // it still holds more than its share
    for (const r of [...many, ...others]) door.entered(r);
    expect(asks('many', 500).length).toBeGreaterThan(50);
  });

  it('gives a place back once, when the line is gone', () => {
    const door = new Doorway({ most: 1, forMs: 60_000 });
    const [a, b, c] = [request(), request(), request()];
    door.lets(a, 'x');
    a.socket.emit('close');
    door.entered(a);
    expect([door.lets(b, 'x'), door.lets(c, 'x')]).toEqual([true, false]);
  });

  it('is not held by those who open a line and say nothing', async () => {
    const door = new Doorway({ most: 1, forMs: 20 });
    expect([door.lets(request(), 'x'), door.lets(request(), 'x')]).toEqual([true, false]);
    await sleep(60);
    expect(door.lets(request(), 'x')).toBe(true);
  });
});
