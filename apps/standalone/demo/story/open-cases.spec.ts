import { describe, expect, it } from '@jest/globals';
import { OPEN_CASES } from './open-cases.js';

const HOURS = Array.from({ length: 24 }, (_, h) => new Date(Date.UTC(2027, 11, 31, h, 10)));

describe('the open cases of the demo', () => {
  it.each(OPEN_CASES.map((c) => [c.plot.worker, c] as const))('%s: one thing after the other, and all of it past, at whatever hour the demo is made', (_worker, { scenes }) => {
    for (const now of HOURS) {
      const times = scenes.map(({ at }) => at(now).getTime());
      expect([now, times]).toEqual([now, [...times].sort((a, b) => a - b)]);
      expect(times.at(-1)).toBeLessThan(now.getTime());
    }
  });

  it('are each about somebody else', () => {
    expect(new Set(OPEN_CASES.map((c) => c.plot.worker)).size).toBe(OPEN_CASES.length);
  });
});
