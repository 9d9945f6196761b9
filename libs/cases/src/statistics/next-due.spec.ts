import { describe, expect, it } from '@jest/globals';
import { nextDue } from './next-due.js';

const FILED = new Date('2026-11-02T01:00:00Z');
const AGREED = new Date('2026-11-10T09:00:00Z');

describe('the statutory date that comes next', () => {
  it('is the end of mediation until there is an agreement, also when it is over', () => {
    expect(nextDue({ status: 'consulting', filedAt: FILED, agreedAt: null }, '2026-12-24')).toMatchObject({ rule: 'MEDIATION_END_15D', safeDate: '2026-11-17', lastDate: '2026-11-17' });
  });

  it('keeps the safe date apart from the legal last day where days off follow', () => {
    // 15 days from Friday 2026-11-06 end on a Saturday
    expect(nextDue({ status: 'filed', filedAt: new Date('2026-11-06T01:00:00Z'), agreedAt: null }, '2026-11-07')).toMatchObject({ safeDate: '2026-11-21', lastDate: '2026-11-23' });
  });

  it('is the last day for arbitral review, then for judicial confirmation, after an agreement; then nothing', () => {
    const agreed = { status: 'agreed' as const, filedAt: FILED, agreedAt: AGREED };
    expect(nextDue(agreed, '2026-11-25')).toMatchObject({ rule: 'ARB_REVIEW_APPLY_15D', lastDate: '2026-11-25' });
    expect(nextDue(agreed, '2026-11-26')).toMatchObject({ rule: 'JUDICIAL_CONFIRM_APPLY_30D', lastDate: '2026-12-10' });
    expect(nextDue(agreed, '2026-12-11')).toBeNull();
  });

  it.each(['closed', 'withdrawn', 'escalated'] as const)('is none for a case that is %s', (status) => {
    expect(nextDue({ status, filedAt: FILED, agreedAt: null }, '2026-11-03')).toBeNull();
  });
});
