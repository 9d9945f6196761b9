import type { Verdict } from './check.js';
import type { FaultyClient } from './faulty-client.js';
import { Stage, type StageOptions } from './stage.js';
import { World } from './world.js';

export interface Run {
  readonly seed: number;
  /** Few people and little time: part of `npm test`. */
  readonly short: boolean;
  /** How long it goes on; a scenario that counts instead takes no notice. */
  readonly seconds: number;
  /** What it shares with others that went before it; without one it makes its own. */
  readonly stage?: Stage;
}

export interface Outcome extends Verdict {
  /** What else was measured, for the table. */
  readonly notes: Readonly<Record<string, string | number>>;
}

export interface Scenario {
  readonly name: string;
  /** How many api processes it needs: those that need as many can go one after the other on one stage. Undefined: only on a stage of its own. */
  readonly apis?: number;
  run(run: Run): Promise<Outcome>;
}

/** A scenario in a world of its own: `happens` is what goes on, `calm` those whose line never broke; then everybody reads to the end and all is checked. */
export async function inWorld(
  run: Run,
  options: StageOptions,
  happens: (world: World) => Promise<{ notes?: Outcome['notes']; violations?: readonly string[]; calm?: readonly FaultyClient[] } | void>,
): Promise<Outcome> {
  const stage = run.stage ?? (await Stage.start(options));
  const world = new World(stage, run.seed);
  try {
    const { notes = {}, violations = [], calm } = (await happens(world)) ?? {};
    const verdict = await world.verdict(calm);
    const leaks = stage.apis.flatMap((a) => a.output.match(/uncaughtException|unhandledRejection|UnhandledPromise[^\n]*/g) ?? []);
    // a run in which nobody said or heard anything proves nothing
    const idle = verdict.figures.acked > 0 && verdict.figures.observed > 0 ? [] : ['idle: nothing was said and heard'];
    return {
      figures: verdict.figures,
      violations: [...verdict.violations, ...violations, ...leaks.map((line) => `uncaught: ${line}`), ...idle],
      notes: { ...(world.clients.length ? { 'slowest confirmation, ms': world.slowest } : {}), ...notes },
    };
  } finally {
    await world.close();
    if (!run.stage) await stage.close();
  }
}
