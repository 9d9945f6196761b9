import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ContextRegistry } from '@hejie/platform';
import { issueKey } from '../../libs/platform/src/http/validation.js';
import { contexts } from '../../apps/api/contexts.js';

/** A whole `refine(…)`, with brackets within brackets within brackets. */
const CALL = /\.refine\((?:[^()]|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\))*\)/g;

const contracts = () => readdirSync('libs', { recursive: true, encoding: 'utf8' }).filter((f) => /^[a-z]+\/src\/contract\/.*\.ts$/.test(f)).map((f) => `libs/${f}`);

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe('what the server says to people', () => {
  it.each(contexts.map((c) => [c.name, c] as const))('%s says everything in both languages', (_name, context) => {
    const { 'zh-CN': zh, en } = context.messages;
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const key of Object.keys(zh)) expect([key, places(en[key]!)]).toEqual([key, places(zh[key]!)]);
  });

  it.each(contexts.map((c) => [c.name, c] as const))('%s has a text for every refusal', (_name, context) => {
    expect(Object.keys(context.refusals).filter((code) => !context.messages['zh-CN'][code])).toEqual([]);
  });

  it('words every rule of its own that a contract has: the rule gives a code, and the code has a text', () => {
    const registry = new ContextRegistry(contexts);
    const rules = contracts().flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const calls = [...source.matchAll(CALL), ...source.matchAll(/\bwrong\('[^']*'/g), ...source.matchAll(/code: 'custom'.*message: '[^']*'/g)];
      return calls.map(([call]) => ({ file, code: /'([A-Z_]+)'[^']*$/.exec(call)?.[1] ?? call }));
    });
    expect(rules.length).toBeGreaterThan(20);
    const unworded = rules.filter(({ code }) => (['zh-CN', 'en'] as const).some((locale) => registry.text(locale, issueKey(code)) === issueKey(code)));
    expect(unworded).toEqual([]);
  });
});
