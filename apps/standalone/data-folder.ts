import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '@hejie/platform';

interface Secrets {
  readonly fieldKey: string;
  readonly databasePassword: string;
}

/**
 * The folder that is all of a standalone installation: database, files and the key that opens the
 * personal data in it. Back it up as a whole.
 */
export class DataFolder {
  readonly path: string;
  readonly secrets: Secrets;

  /** @throws ConfigError when the folder cannot be made or written. */
  constructor(path: string) {
    this.path = resolve(path);
    try {
      mkdirSync(this.path, { recursive: true });
      accessSync(this.path, constants.W_OK | constants.X_OK);
      this.secrets = this.readOrMakeSecrets();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new ConfigError(`the data folder ${this.path} cannot be written (${code ?? String(error)}); set DATA_DIR to another`);
    }
  }

  private readOrMakeSecrets(): Secrets {
    const file = join(this.path, 'secrets.json');
    if (!existsSync(file)) {
      const made: Secrets = { fieldKey: randomBytes(32).toString('base64'), databasePassword: randomBytes(24).toString('base64url') };
      writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    }
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  }
}
