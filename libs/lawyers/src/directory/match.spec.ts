import { describe, expect, it } from '@jest/globals';
import { match, nextFree, type Candidate } from './match.js';

const now = new Date('2026-11-21T02:00:00Z'); // Saturday 10:00 in China
const candidate = (over: Partial<Candidate> = {}): Candidate => ({ specialties: ['WAGES'], region: '市南区', languages: ['普通话'], load: 5, capacity: 10, nextFreeAt: null, ...over });
const wish = { disputeTypes: ['WORK_INJURY', 'NO_CONTRACT'] as const, region: '平度市' };

describe('matching a lawyer to a case', () => {
  it('puts who knows the main matter before who knows another, before who knows neither', () => {
    const [injury, contract, wages] = (['INJURY', 'CONTRACT', 'WAGES'] as const).map((s) => match(candidate({ specialties: [s] }), wish, now));
    expect(injury!.score).toBeGreaterThan(contract!.score);
    expect(contract!.score).toBeGreaterThan(wages!.score);
    expect(injury!.reasons[0]).toEqual({ code: 'specialty', params: { specialty: 'INJURY' } });
  });

  it('never gives more for a fuller desk, and says every reason it counted', () => {
    const scores = [0, 3, 6, 10].map((load) => match(candidate({ load }), wish, now).score);
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    const all = match(candidate({ specialties: ['INJURY'], region: '平度市', load: 0, nextFreeAt: now }), { ...wish, language: '普通话' }, now);
    expect(all.reasons.map((r) => r.code)).toEqual(['specialty', 'region', 'language', 'load', 'soon']);
  });
});

describe('the next free time of a week', () => {
  it.each([
    [[{ weekday: 6, fromHour: 9, toHour: 12 }], '2026-11-21T02:00:00.000Z'], // running now
    [[{ weekday: 6, fromHour: 8, toHour: 10 }], '2026-11-28T00:00:00.000Z'], // just over: next week
    [[{ weekday: 1, fromHour: 14, toHour: 17 }], '2026-11-23T06:00:00.000Z'],
    [[{ weekday: 5, fromHour: 9, toHour: 12 }, { weekday: 7, fromHour: 9, toHour: 12 }], '2026-11-22T01:00:00.000Z'],
  ])('%j', (weekly, at) => expect(nextFree(weekly, now)?.toISOString()).toBe(at));

  it('is nothing without free times', () => expect(nextFree([], now)).toBeNull());
});
