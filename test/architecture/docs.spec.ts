import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { reviewText, rulesText } from '@hejie/law';

/** Made from data: who changes the data makes them anew with `npm run -s law -- <page> > docs/<page>.md`. */
const PAGES: readonly (readonly [string, () => string])[] = [['rules', rulesText], ['intake', () => `${reviewText()}\n`]];

describe('pages of the docs that are made from data', () => {
  it.each(PAGES)('docs/%s.md is current', (page, text) => expect(readFileSync(`docs/${page}.md`, 'utf8')).toBe(text()));
});
