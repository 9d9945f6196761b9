import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Config, migrate } from '@hejie/platform';
import { contexts } from './contexts.js';

/** The web app as this build made it, beside the hosts in `dist/apps`. */
const BUILT_WEB = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), 'web');

/** Settings of a host process: the environment, with the built web app as what to serve. */
export function hostConfig(environment: NodeJS.ProcessEnv): Config {
  return new Config({ WEB_DIR: BUILT_WEB, ...environment });
}

/** Brings the schema up to date before a host serves; several hosts starting at once wait for one another. */
export function migrateForHost(config: Config): Promise<string[]> {
  return migrate(config.databaseUrl, contexts);
}
