import { describe, expect, it } from '@jest/globals';
import { Batcher } from './batcher.js';

describe('a batcher', () => {
  it('runs what comes in one turn, and what comes in meanwhile, together, in order, each with its own answer', async () => {
    const runs: (readonly number[])[] = [];
    const batcher = new Batcher<number, number>(async (inputs) => {
      runs.push(inputs);
      await new Promise(setImmediate);
      return inputs.map((i) => i * 10);
    }, 3);
    const first = [1, 2].map((i) => batcher.add(i));
    while (runs.length === 0) await new Promise(setImmediate);
    const rest = [3, 4, 5, 6].map((i) => batcher.add(i));
    expect(await Promise.all([...first, ...rest])).toEqual([10, 20, 30, 40, 50, 60]);
    expect(runs).toEqual([[1, 2], [3, 4, 5], [6]]);
    expect(await batcher.add(7)).toBe(70);
  });

  it('lets one that fails fail alone, and goes on', async () => {
    const batcher = new Batcher<number, number>(async (inputs) => {
      if (inputs.includes(2)) throw new Error('two');
      return inputs;
    }, 10);
    const settled = await Promise.allSettled([1, 2, 3].map((i) => batcher.add(i)));
    expect(settled.map((s) => s.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await batcher.add(4)).toBe(4);
  });
});
