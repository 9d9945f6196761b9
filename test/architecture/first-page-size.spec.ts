import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const script: string = '../../apps/web/check-size.mjs'; // no TypeScript, so nothing to know its types by
const { checkFirstPage } = (await import(script)) as { checkFirstPage: (dist: string) => number };

/** A build whose files hold so many KB each that cannot be made smaller. */
function built(manifest: Record<string, { kb: number; imports?: string[] }>): string {
  const dist = mkdtempSync(join(process.env.HEJIE_TEST_FOLDER!, 'web-'));
  mkdirSync(join(dist, '.vite'));
  const entries = Object.entries(manifest).map(([key, { kb, imports }], i) => {
    writeFileSync(join(dist, `${i}.js`), randomBytes(kb * 1024));
    return [key, { file: `${i}.js`, imports }];
  });
  writeFileSync(join(dist, '.vite/manifest.json'), JSON.stringify(Object.fromEntries(entries)));
  return dist;
}

describe('the size of the first page', () => {
  it('is that of the entry and all it imports, each once, and of no page apart', () => {
    const dist = built({ 'index.html': { kb: 20, imports: ['_a.js', '_b.js'] }, '_a.js': { kb: 10, imports: ['_b.js'] }, '_b.js': { kb: 5 }, 'src/desk/index.ts': { kb: 400 } });
    expect(Math.round(checkFirstPage(dist))).toBe(35);
  });

  it('is refused when it is too much', () => {
    expect(() => checkFirstPage(built({ 'index.html': { kb: 100, imports: ['_a.js'] }, '_a.js': { kb: 90 } }))).toThrow(/^the first page loads 190(\.\d)? KB of JS \(gzip\); the limit is 180 KB$/);
  });

  it.each([[{}, 'index.html'], [{ 'index.html': { kb: 1, imports: ['_gone.js'] } }, '_gone.js']])('is not guessed at when a file is missing', (manifest, missing) => {
    expect(() => checkFirstPage(built(manifest))).toThrow(`the build has no ${missing}`);
  });
});
