import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

describe('the suites of `npm test`', () => {
  it('hold the specs of every lib that has some', () => {
    const withSpecs = readdirSync('libs').filter((lib) => readdirSync(`libs/${lib}/src`, { recursive: true, encoding: 'utf8' }).some((file) => file.endsWith('.api-spec.ts')));
    const suites = readdirSync('test/together').filter((file) => file.endsWith('.suite.ts'));
    const held = suites.flatMap((file) => [...readFileSync(`test/together/${file}`, 'utf8').matchAll(/'libs\/([a-z]+)'/g)].map((m) => m[1]));
    expect(held.sort()).toEqual(withSpecs.sort());
  });
});
