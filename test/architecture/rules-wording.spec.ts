import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { RULES_VERSION } from '@hejie/mediation/contract';
import { en } from '../../apps/web/src/session/locales/en.js';
import { zhCN } from '../../apps/web/src/session/locales/zh-CN.js';

/** sha-256 of each wording people have agreed to. Versions stay; new words get a new version. */
const WORDINGS: Readonly<Record<string, string>> = {
  '2026-11': '69fedf3a42cef3f7274f9e354400605d3ac6efea84f51daf3f08480d4e38025e',
};

describe('the rules at the door', () => {
  it('have the words of their version: other words need another version', () => {
    const words = [zhCN, en].map((texts) => Object.entries(texts).filter(([key]) => key.startsWith('rules.')));
    expect(createHash('sha256').update(JSON.stringify(words)).digest('hex')).toBe(WORDINGS[RULES_VERSION]);
  });
});
