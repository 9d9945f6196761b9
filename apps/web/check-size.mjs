// The JS a worker's phone loads for the first page must stay small (180 KB gzip): the entry with the home page in it, and all it imports at once.
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
    if (seen.has(key)) return;
    if (!manifest[key]) throw new Error(`the build has no ${key}: say in check-size.mjs what the first page is made of now`);
    seen.add(key);
    for (const next of manifest[key].imports ?? []) visit(next);
  };
  visit('index.html'); // and with it the home page, which is no page apart
  const bytes = [...seen].reduce((sum, key) => sum + gzipSync(readFileSync(join(dist, manifest[key].file))).length, 0);
  const kb = Math.round(bytes / 102.4) / 10;
  if (kb > LIMIT_KB) throw new Error(`the first page loads ${kb} KB of JS (gzip); the limit is ${LIMIT_KB} KB`);
  return kb;
}
