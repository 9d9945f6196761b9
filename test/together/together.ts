import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Loads the `*.api-spec.ts` under some folders into one suite. Loading the product takes longer than most of them, and Jest loads it anew for each suite;
 * each still starts an app on a database of its own.
 */
export async function together(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.api-spec.ts') && !file.startsWith('dist/'));
    for (const file of files.sort()) await import(join(process.cwd(), folder, file));
  }
}
