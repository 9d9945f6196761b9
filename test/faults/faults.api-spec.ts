import { describe, expect, it } from '@jest/globals';
import { scenarios } from './scenarios/index.js';

/** Any number; a failing one is replayed with FAULTS_SEED. */
const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);

describe(`rooms under faults, in short (seed ${seed})`, () => {
  it.each(scenarios.map((s) => [s.name, s] as const))('%s', async (_, scenario) => {
    const { violations, figures } = await scenario.run({ seed, short: true, seconds: 4 });
    expect({ seed, violations: violations.slice(0, 20) }).toEqual({ seed, violations: [] });
    expect(figures.acked).toBeGreaterThan(0);
  }, 60_000);
});
