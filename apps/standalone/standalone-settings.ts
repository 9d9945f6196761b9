import { ConfigError } from '@hejie/platform';
import type { Seed } from './demo/seed-demo.js';
import { seedOf } from './demo/seed-demo.js';

/** Whoever sets one of these runs it for others. */
const FOR_OTHERS = ['DATABASE_URL', 'PUBLIC_URL', 'TRUST_PROXY'] as const;

export interface StandaloneSettings {
  /** The environment with what `npm start` adds to it. */
  readonly env: NodeJS.ProcessEnv;
  readonly seed: Seed;
  /** The variable that says it is no demo, if one does. */
  readonly forOthers: string | undefined;
}

/**
 * `npm start` alone is a demo on this machine: a city is made, and every SMS can be read at /dev/messages. With a database,
 * a public address or a proxy of one's own it is neither, unless asked for by name.
 * @throws ConfigError for a demo city whose people nobody could be, or a word SEED does not know
 */
export function standaloneSettings(environment: NodeJS.ProcessEnv): StandaloneSettings {
  const env: NodeJS.ProcessEnv = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const forOthers = FOR_OTHERS.find((name) => env[name] !== undefined && env[name] !== 'false');
  env['DEV_TOOLS'] ??= forOthers ? 'false' : 'true';
  const devTools = env['DEV_TOOLS'] === 'true';
  const seed = env['SEED'] === undefined && (forOthers || !devTools) ? 'none' : seedOf(env);
  if (seed !== 'none' && !devTools) {
    throw new ConfigError(`SEED=${seed} makes accounts whose passwords everybody knows${forOthers ? ` and ${forOthers} says that this is no demo` : ''}; leave SEED out, or set DEV_TOOLS=true to try it on this machine`);
  }
  // with the development gateway anybody who can open the page can read the codes: this machine only
  env['HOST'] ??= devTools ? '127.0.0.1' : '0.0.0.0';
  return { env, seed, forOthers };
}
