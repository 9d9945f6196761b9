import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const specsUnder = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.api-spec.ts'));

describe('the suites of `npm test`', () => {
  const suites = readdirSync('test/together').filter((file) => file.endsWith('.suite.ts'));
  const held = suites.flatMap((file) => [...readFileSync(`test/together/${file}`, 'utf8').matchAll(/'((?:libs|test)\/[^']+)'/g)].map((m) => m[1]!));

  it('hold the specs of every lib that has some', () => {
    const withSpecs = readdirSync('libs').filter((lib) => specsUnder(`libs/${lib}/src`).length > 0);
    expect(held.filter((place) => place.startsWith('libs/')).sort()).toEqual(withSpecs.map((lib) => `libs/${lib}`).sort());
  });

  it('hold every spec of the browser and of the scenarios, once', () => {
    const specs = ['test/browser', 'test/scenarios'].flatMap((folder) => specsUnder(folder).map((file) => `${folder}/${file}`));
    expect(held.filter((place) => place.startsWith('test/')).sort()).toEqual(specs.sort());
  });
});
