import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '@hejie/platform';
import { FolderLock } from './folder-lock.js';

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
  private readonly lock: FolderLock | undefined;

  /**
   * @param alone whether no other process may use the folder until it is closed
   * @throws ConfigError when the folder cannot be made or written, or another process has it
   */
  constructor(path: string, { alone }: { readonly alone: boolean }) {
    this.path = resolve(path);
    try {
      makeFolder(this.path);
      accessSync(this.path, constants.W_OK | constants.X_OK);
      if (alone) this.lock = FolderLock.take(this.path);
      this.secrets = this.readOrMakeSecrets();
    } catch (error) {
      this.close();
      if (error instanceof ConfigError) throw error;
      const { code } = error as NodeJS.ErrnoException;
      throw new ConfigError(`the data folder ${this.path} cannot be written (${code ?? String(error)}); set DATA_DIR to another`);
    }
  }

  /** Lets others have the folder. */
  close(): void {
    this.lock?.release();
  }

  private readOrMakeSecrets(): Secrets {
    const file = join(this.path, 'secrets.json');
    if (!existsSync(file)) {
      const made: Secrets = { fieldKey: randomBytes(32).toString('base64'), databasePassword: randomBytes(24).toString('base64url') };
      // whole or not at all: half a key would be no key, and of two processes at once the first one's counts
      const draft = `${file}.${process.pid}.new`;
      writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
      try {
        linkSync(draft, file);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      } finally {
        rmSync(draft);
      }
    }
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  }
}

/** With what leads to it. Node 20's own `recursive` never comes back where a folder that is there takes nothing, as `/proc`. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another start was quicker
  }
}
