import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Host, startProduct, type Product } from '@hejie/test-kit';
import { demoStaff, ok } from '../scenarios/people.js';

describe('npm run demo', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct('embedded');
  }, 120_000);
  afterAll(() => product?.close());

  it('plays the case to its seal, and again at once, with whoever suits best and not always the first lawyer', async () => {
    const first = await demoStaff(product, 'lawyer1');
    const { profile } = ok(await first.get('/api/lawyers/me/profile'));
    ok(await first.put('/api/lawyers/me/profile', { ...profile, specialties: ['CROSS_BORDER'], region: '市南区', weeklyTimes: [] }));
    const papers = new Set<string>();
    for (let run = 0; run < 2; run++) {
      // the second run finds the codes of this half minute used, and waits for the next
      const demo = new Host('dist/apps/cli/demo.js', { HEJIE_URL: product.urls[0]! });
      const code = await demo.exited();
      const lines = demo.output.trim().split('\n');
      expect([code, lines.at(-3)]).toEqual([0, expect.stringContaining('任何人  在核验页面确认：是盖章原件')]);
      expect(lines.at(-1)).toMatch(new RegExp(`^PDF: ${product.urls[0]}/agreements/[0-9a-f-]{36} `));
      const asked = /(\d+) 位律师，最合适的是(.+?)：/.exec(demo.output)!;
      expect([asked[1], asked[2]]).toEqual(['14', expect.not.stringMatching('王守正')]);
      papers.add(lines.at(-1)!);
    }
    expect(papers.size).toBe(2);
  }, 240_000);
});
