import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Config, ConfigError, migrate } from '@hejie/platform';
import { contexts } from './contexts.js';

/** The web app as this build made it, beside the hosts in `dist/apps`. */
const BUILT_WEB = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), 'web');

/**
 * Settings of a host process: the environment, with the built web app as what to serve.
 * @throws ConfigError also where the tools of development would be open to others
 */
export function hostConfig(environment: NodeJS.ProcessEnv): Config {
  const config = new Config({ WEB_DIR: BUILT_WEB, ...environment });
  const others = config.devTools && letsOthersIn(config);
  if (others) throw new ConfigError(`DEV_TOOLS=true shows every SMS code to whoever opens /dev/messages and ${others} lets others in; leave one of them out`);
  return config;
}

function letsOthersIn({ publicUrl, trustProxy }: Config): string | undefined {
  if (publicUrl && !['localhost', '127.0.0.1', '[::1]'].includes(new URL(publicUrl).hostname)) return 'PUBLIC_URL';
  return trustProxy.length ? 'TRUST_PROXY' : undefined;
}

/** Brings the schema up to date before a host serves; several hosts starting at once wait for one another. */
export function migrateForHost(config: Config): Promise<string[]> {
  return migrate(config.databaseUrl, contexts);
}
