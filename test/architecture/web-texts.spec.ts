import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

it('has a text for each one that a page names', () => {
  const known = new Set(parts.flatMap(([, zh]) => keys(zh)));
  const sources = files.filter((f) => /\.tsx?$/.test(f)).map((f) => readFileSync(join(WEB, f), 'utf8'));
  const named = new Set(sources.flatMap((source) => [...source.matchAll(/\bt\('([\w.]+)'/g)].map((m) => m[1]!)));
  expect([...named].filter((key) => !known.has(key))).toEqual([]);
});
