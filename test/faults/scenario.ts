import { createTestDatabase } from '../kit/database.js';
import type { Verdict } from './check.js';
import { World, type WorldOptions } from './world.js';

export interface Run {
  readonly seed: number;
  /** Few people and little time: part of `npm test`. */
  readonly short: boolean;
  /** How long it goes on; a scenario that counts instead takes no notice. */
  readonly seconds: number;
}

export interface Outcome extends Verdict {
  /** What else was measured, for the table. */
  readonly notes: Readonly<Record<string, string | number>>;
}

export interface Scenario {
  readonly name: string;
  run(run: Run): Promise<Outcome>;
}

/** A scenario in a world of its own: `happens` is what goes on; then everybody reads to the end and all is checked. */
export async function inWorld(
  { seed }: Run,
  options: Partial<WorldOptions>,
  happens: (world: World) => Promise<{ notes?: Outcome['notes']; violations?: readonly string[] } | void>,
): Promise<Outcome> {
  const world = await World.start({ seed, databaseUrl: options.databaseUrl ?? (await createTestDatabase()), ...options });
  try {
    const { notes = {}, violations = [] } = (await happens(world)) ?? {};
    const verdict = await world.verdict();
    const leaks = world.apis.flatMap((a) => a.output.match(/uncaughtException|unhandledRejection|UnhandledPromise[^\n]*/g) ?? []);
    return {
      figures: verdict.figures,
      violations: [...verdict.violations, ...violations, ...leaks.map((line) => `uncaught: ${line}`)],
      notes: { ...(world.clients.length ? { 'slowest confirmation, ms': world.slowest } : {}), ...notes },
    };
  } finally {
    await world.close();
  }
}
