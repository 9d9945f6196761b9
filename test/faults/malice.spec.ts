import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EVENTS, lastMalice, malice } from './malice.js';
import { Random } from './random.js';

describe('malice', () => {
  it('knows every event that the product answers', () => {
    const declared = readdirSync('libs').flatMap((lib) =>
      readdirSync(`libs/${lib}/src`, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
        .flatMap((file) => [...readFileSync(`libs/${lib}/src/${file}`, 'utf8').matchAll(/= defineSocketEvent\(\{\s*event: '([\w.]+)'/g)].map((m) => m[1]!)),
    );
    expect(declared.length).toBeGreaterThan(9);
    expect([...EVENTS].sort()).toEqual(declared.sort());
  });

  it('tries each of them, and the same with the same seed', () => {
    const tries = (seed: number) => {
      const random = new Random(seed);
      return Array.from({ length: 3000 }, () => [malice(random, 'room'), lastMalice(random)]);
    };
    const text = tries(7).map(([frame]) => (frame as { payload: Buffer }).payload.toString());
    for (const event of EVENTS) expect([event, text.some((t) => t.includes(JSON.stringify(event)))]).toEqual([event, true]);
    expect(tries(7).map(([, last]) => (Buffer.isBuffer(last) ? 'bytes' : last!.opcode))).toEqual(tries(7).map(([, last]) => (Buffer.isBuffer(last) ? 'bytes' : last!.opcode)));
  });
});
