import { describe, expect, it } from '@jest/globals';
import { contexts } from '../../apps/api/contexts.js';

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
});
