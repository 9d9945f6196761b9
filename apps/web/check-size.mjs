// The JS a worker's phone loads for the first page must stay small (180 KB gzip): entry, its static imports and the home page.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 180;

/** Answers the gzip size in KB. @throws when it is over the limit */
export function checkFirstPage(dist = join(resolve(dirname(fileURLToPath(import.meta.url)), '../..'), 'dist/apps/web')) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key) || !manifest[key]) return;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) visit(next);
  };
  visit('index.html');
  visit('src/pages/home-page.tsx');
  const bytes = [...seen].reduce((sum, key) => sum + gzipSync(readFileSync(join(dist, manifest[key].file))).length, 0);
  const kb = Math.round(bytes / 102.4) / 10;
  if (kb > LIMIT_KB) throw new Error(`the first page loads ${kb} KB of JS (gzip); the limit is ${LIMIT_KB} KB`);
  return kb;
}
