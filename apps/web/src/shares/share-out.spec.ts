import { describe, expect, it } from '@jest/globals';
import { shareOut } from './share-out.js';

const workers = (...dues: number[]) => dues.map((dueFen, i) => ({ memberId: `m${i}`, dueFen }));
const parts = (totalFen: number, ...dues: number[]) => [...shareOut(totalFen, workers(...dues)).values()];

describe('sharing a total out by what is due', () => {
  it.each<[number, number[], number[]]>([
    [1_620_000, [162_000, 162_000, 324_000], [405_000, 405_000, 810_000]],
    [1000, [1, 1, 1], [334, 333, 333]],
    [1001, [1, 2], [334, 667]],
    [0, [5, 5], [0, 0]],
    [10, [0, 0, 0], [4, 3, 3]],
    [7, [0, 7], [0, 7]],
  ])('%i over %j', (total, dues, expected) => expect(parts(total, ...dues)).toEqual(expected));

  it('loses no fen, whatever the total and the dues are, and gives to nobody more than a fen beyond their part', () => {
    let seed = 7;
    const next = (to: number) => (seed = (seed * 48_271) % 2_147_483_647) % to;
    for (let run = 0; run < 500; run++) {
      const dues = Array.from({ length: 1 + next(300) }, () => next(9_000_000_000));
      const total = next(900_000_000) * 1000 + next(1000);
      const got = parts(total, ...dues);
      const sum = dues.reduce((s, d) => s + d, 0);
      expect(got.reduce((s, g) => s + g, 0)).toBe(total);
      if (sum > 0) for (const [i, g] of got.entries()) expect(Math.abs(g - (total / sum) * dues[i]!)).toBeLessThanOrEqual(1.001);
    }
  });

  it('gives nothing where there is nobody', () => expect(parts(100)).toEqual([]));
});
