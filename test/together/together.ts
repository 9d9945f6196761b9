import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Loads some `*.api-spec.ts`, or all under some folders, into one suite. Loading the product takes longer than most of them, and Jest loads it anew for each
 * suite; each still starts an app on a database of its own.
 */
export async function together(...places: readonly string[]): Promise<void> {
  for (const place of places) for (const file of specsAt(place)) await import(join(process.cwd(), file));
}

function specsAt(place: string): string[] {
  if (place.endsWith('.api-spec.ts')) return [place];
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.api-spec.ts') && !file.startsWith('dist/'));
  return files.sort().map((file) => join(place, file));
}
