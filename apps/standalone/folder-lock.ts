import { createHash } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '@hejie/platform';

/** Who holds a folder: a process, told from a later one with the same id by when it began, and the folder, told from a copy of it. */
interface Holder {
  readonly pid: number;
  readonly born: string;
  readonly folder: string;
}

/** Keeps a data folder for one process. A lock whose process is gone counts for nothing. */
export class FolderLock {
  private constructor(
    private readonly file: string,
    private readonly own: string,
  ) {}

  /** @throws ConfigError when a process that lives has it */
  static take(folder: string): FolderLock {
    const holder: Holder = { pid: process.pid, born: born(process.pid) ?? '', folder: identity(folder) };
    const own = `${JSON.stringify(holder)}\n`;
    const file = join(folder, 'hejie.lock');
    const other = claim(file, own, holder.folder);
    if (other) throw new ConfigError(`another Hejie is running on the data folder ${folder} (process ${other.pid}); stop it first, or set DATA_DIR to another`);
    return new FolderLock(file, own);
  }

  release(): void {
    if (read(this.file) === this.own) rmSync(this.file);
  }
}

/** Writes the lock if nobody has it. @returns who has it, or null when it is ours now */
function claim(file: string, own: string, folder: string): Holder | null {
  for (;;) {
    if (publish(file, own)) return null;
    const text = read(file);
    if (text === null) continue; // given up just now
    const holder = parse(text);
    if (holder && holder.folder === folder && born(holder.pid) === holder.born) return holder;
    // Left by a process that is gone. Between this look and a removal another start may have put its own lock here:
    // so only who holds the right to remove exactly this one removes it, and looks again first.
    const right = `${file}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    const remover = claim(right, own, folder);
    if (remover) return remover;
    if (read(file) === text) rmSync(file);
    rmSync(right);
  }
}

/** Makes the file with all of its content at once; false when it is there already. */
function publish(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // a process that ends while it is asked about is no such process
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Null for what no lock of ours says: a file that lost its content when the power went. */
function parse(text: string): Holder | null {
  try {
    const { pid, born: since, folder } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof since === 'string' && typeof folder === 'string' ? { pid, born: since, folder } : null;
  } catch {
    return null;
  }
}

const identity = (folder: string): string => {
  const { dev, ino } = statSync(folder);
  return `${dev}:${ino}`;
};

/** When a process that lives began: the boot and the tick within it, where the system tells. Null when there is no such process. */
function born(pid: number): string | null {
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim();
  if (boot === undefined) return exists(pid) ? 'unknown' : null;
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // the name in brackets may hold anything; after it come the state and, as the 20th, the start
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? null : `${boot}/${rest[18]}`;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
