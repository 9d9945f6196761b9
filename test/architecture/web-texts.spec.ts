import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { en as deskEn } from '../../apps/web/src/desk/locales/en.js';
import { zhCN as deskZh } from '../../apps/web/src/desk/locales/zh-CN.js';
import { en } from '../../apps/web/src/locales/en.js';
import { zhCN } from '../../apps/web/src/locales/zh-CN.js';

type Texts = Readonly<Record<string, string>>;

/** English tells one from many, Chinese does not: both forms stand for one text. */
const keys = (texts: Texts) => [...new Set(Object.keys(texts).map((k) => k.replace(/_(one|other)$/, '')))].sort();
const places = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]))].sort();
const sources = readdirSync('apps/web/src', { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.tsx?$/.test(f))
  .map((f) => readFileSync(join('apps/web/src', f), 'utf8'));

describe.each<[string, Texts, Texts]>([
  ['everywhere', zhCN, en],
  ['on the desk', deskZh, deskEn],
])('what the web app says %s', (_where, zh, english) => {
  it('is said in both languages', () => expect(keys(english)).toEqual(keys(zh)));

  it('names the same things in both', () => {
    for (const [key, text] of Object.entries(english)) {
      const source = zh[key] ?? zh[key.replace(/_(one|other)$/, '')] ?? zh[key.replace(/_one$/, '_other')]!;
      // one day may be said without its number
      expect([key, places(text).filter((p) => p !== 'count')]).toEqual([key, places(source).filter((p) => p !== 'count')]);
    }
  });
});

it('every text that a page names is there', () => {
  const known = new Set([...keys(zhCN), ...keys(deskZh)]);
  const named = sources.flatMap((source) => [...source.matchAll(/\bt\('([\w.]+)'/g)].map((m) => m[1]!));
  expect([...new Set(named)].filter((key) => !known.has(key)).sort()).toEqual([]);
});
