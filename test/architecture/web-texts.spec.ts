import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

type Texts = Readonly<Record<string, string>>;

const WEB = resolve('apps/web/src');
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' });
const folders = files.filter((f) => /(^|\/)locales$/.test(f));
const parts = await Promise.all(
  folders.map(async (folder) => {
    const { zhCN } = (await import(join(WEB, folder, 'zh-CN.ts'))) as { zhCN: Texts };
    const { en } = (await import(join(WEB, folder, 'en.ts'))) as { en: Texts };
    return [folder, zhCN, en] as const;
  }),
);

/** English tells one from many, Chinese does not: both forms stand for one text. */
const keys = (texts: Texts) => [...new Set(Object.keys(texts).map((k) => k.replace(/_(one|other)$/, '')))].sort();
/** One of something may be said without its number. */
const places = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]!))].filter((p) => p !== 'count').sort();

describe.each(parts)('what the web app says from %s', (_folder, zh, en) => {
  it('is said in both languages', () => expect(keys(en)).toEqual(keys(zh)));

  it('names the same things in both', () => {
    for (const [key, text] of Object.entries(en)) {
      const whole = key.replace(/_(one|other)$/, '');
      expect([key, places(text)]).toEqual([key, places((zh[whole] ?? zh[`${whole}_other`])!)]);
    }
  });
});

it('says no text in two places', () => {
  const said = parts.flatMap(([, zh]) => keys(zh));
  expect(said.filter((key, i) => said.indexOf(key) !== i)).toEqual([]);
});

const sources = new Map(files.filter((f) => /\.tsx?$/.test(f) && !f.includes('locales/') && !f.endsWith('.spec.ts')).map((f) => [f, readFileSync(join(WEB, f), 'utf8')]));
const LAZY = /\bimport\('(\.[^']+)\.js'\)/g;
const AT_ONCE = /^(?:import|export)\b[^;]*?'(\.[^']+)\.js';/gm;
const SAID = /\bt\('([\w.]+)'|\bt\(`([\w.]+\.)\$\{/g;

function named(file: string, pattern: RegExp): string[] {
  const found = [...sources.get(file)!.matchAll(pattern)].map((m) => relative(WEB, resolve(WEB, dirname(file), m[1]!)));
  return found.map((f) => [`${f}.ts`, `${f}.tsx`].find((name) => sources.has(name))).filter((f) => f !== undefined);
}

/** A file with all that is loaded together with it. */
function together(file: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(file)) {
    seen.add(file);
    for (const next of named(file, AT_ONCE)) together(next, seen);
  }
  return seen;
}

describe('what is loaded when', () => {
  const textsOf = (folder: string) => keys(parts.find(([f]) => f === `${folder}/locales`)![1]);
  const textsIn = (loaded: Iterable<string>) => [...loaded].filter((f) => f.endsWith('/texts.ts')).flatMap((f) => textsOf(dirname(f)));
  const first = together('main.tsx');
  const desk = together('desk/index.tsx');
  const chunks = [...new Set([...sources.keys()].flatMap((f) => named(f, LAZY)))].filter((f) => !f.includes('locales/'));
  const core = keys(parts.find(([f]) => f === 'locales')![1]);

  it.each(['main.tsx', ...chunks])('%s brings each text it says', (entry) => {
    const loaded = together(entry);
    const known = new Set([...core, ...textsIn(loaded), ...textsIn(entry.startsWith('desk/') ? desk : first)]);
    const missing = [...loaded].flatMap((f) => [...sources.get(f)!.matchAll(SAID)].filter(([, key, start]) => (key ? !known.has(key) : ![...known].some((k) => k.startsWith(start!)))).map(([said]) => `${f}: ${said}`));
    expect(missing).toEqual([]);
  });
});
