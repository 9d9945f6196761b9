import { join } from 'node:path';
import { DataFolder } from './data-folder.js';
import { EmbeddedDatabase, ensureDatabase, STANDALONE_SETTINGS } from './embedded-database.js';

const DATABASE = 'hejie';

/** A data folder with the database in it, unless DATABASE_URL names one elsewhere; ours alone until it is closed. */
export class Installation {
  /** The settings given, with the folder and its key. */
  readonly env: NodeJS.ProcessEnv;
  private readonly folder: DataFolder;
  private database: EmbeddedDatabase | undefined;

  /** @throws ConfigError when the folder cannot be used, or another process uses it */
  constructor(environment: NodeJS.ProcessEnv) {
    this.folder = new DataFolder(environment['DATA_DIR'] || '.data', { alone: !environment['DATABASE_URL'] });
    this.env = { ...environment, DATA_DIR: this.folder.path, FIELD_KEY: environment['FIELD_KEY'] || this.folder.secrets.fieldKey };
  }

  get path(): string {
    return this.folder.path;
  }

  /** Starts the database of the folder. @returns the settings with its address */
  async start(): Promise<NodeJS.ProcessEnv> {
    this.database = new EmbeddedDatabase({ folder: join(this.folder.path, 'postgres'), password: this.folder.secrets.databasePassword, settings: STANDALONE_SETTINGS });
    await this.database.start();
    await ensureDatabase(this.database.url('postgres'), DATABASE);
    return { ...this.env, DATABASE_URL: this.database.url(DATABASE) };
  }

  async close(): Promise<void> {
    await this.database?.stop();
    this.folder.close();
  }
}
