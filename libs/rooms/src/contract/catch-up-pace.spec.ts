import { describe, expect, it } from '@jest/globals';
import { CatchUpPace, PAGE_BYTES } from './catch-up-pace.js';

describe('the pace of catching up', () => {
  it('doubles while answers are quick, up to its end, and halves while they are slow, down to its beginning', () => {
    const pace = new CatchUpPace();
    const after = (ms: number) => {
      pace.took(ms);
      return pace.ask.pageBytes ?? PAGE_BYTES.least;
    };
    expect([100, 100, 100, 100].map(after)).toEqual([65_536, 131_072, PAGE_BYTES.most, PAGE_BYTES.most]);
    expect(after(2000)).toBe(PAGE_BYTES.most);
    expect([4000, 4000, 4000, 4000].map(after)).toEqual([131_072, 65_536, PAGE_BYTES.least, PAGE_BYTES.least]);
  });

  it('asks for nothing in particular at first and after no answer came', () => {
    const pace = new CatchUpPace();
    expect(pace.ask).toEqual({});
    pace.took(1);
    expect(pace.ask).toEqual({ pageBytes: 65_536 });
    pace.failed();
    expect(pace.ask).toEqual({});
  });
});
