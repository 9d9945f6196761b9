import { describe, expect, it } from '@jest/globals';
import { SHIPPED_CALENDARS } from '@hejie/law';
import type { EscalationStatus, Track } from '../contract/index.js';
import { partnerDue } from './partner-due.js';

const due = (track: Track, reports: readonly (readonly [EscalationStatus, string])[], today = '2026-03-10') =>
  partnerDue(track, reports.map(([status, on]) => ({ status, on })), today, SHIPPED_CALENDARS);

describe('until when a partner has to answer', () => {
  it.each<[Track, [EscalationStatus, string][], string, string, string]>([
    // five working days from Monday the 2nd
    ['arbitration', [['received', '2026-03-02']], '仲裁受理期', '2026-03-09', '劳动争议调解仲裁法'],
    ['arbitration', [['received', '2026-03-02'], ['accepted', '2026-03-04']], '仲裁裁决期限', '2026-04-18', '劳动争议调解仲裁法'],
    ['arbitration', [['received', '2026-03-02'], ['accepted', '2026-03-04'], ['hearing', '2026-04-01']], '仲裁裁决期限', '2026-04-18', '劳动争议调解仲裁法'],
    ['arbitral_review', [['received', '2026-03-02'], ['accepted', '2026-03-04']], '仲裁审查期', '2026-03-11', '办案规则'],
    ['judicial_confirmation', [['received', '2026-03-02']], '司法确认申请受理', '2026-03-05', '法释〔2011〕5号'],
    ['judicial_confirmation', [['received', '2026-03-02'], ['accepted', '2026-03-04']], '司法确认裁定期限', '2026-03-19', '法释〔2011〕5号'],
    ['payment_order', [['received', '2026-03-02']], '支付令申请受理通知', '2026-03-07', '民诉法解释'],
    ['payment_order', [['received', '2026-03-02'], ['accepted', '2026-03-04']], '支付令审查期', '2026-03-19', '民事诉讼法'],
  ])('%s after %j: %s by %s', (track, reports, title, safeDate, law) => {
    expect(due(track, reports)).toMatchObject({ kind: 'statutory', title: { zh: title }, safeDate, source: expect.stringContaining(law) });
  });

  it('is still said when the day has gone by', () => {
    expect(due('arbitration', [['received', '2026-03-02']], '2026-03-20')).toMatchObject({ lastDate: '2026-03-09' });
  });

  it.each<[Track, [EscalationStatus, string][]]>([
    ['arbitration', []],
    ['arbitration', [['received', '2026-03-02'], ['rejected', '2026-03-04']]],
    ['arbitration', [['received', '2026-03-02'], ['accepted', '2026-03-04'], ['awarded', '2026-04-01']]],
    ['arbitral_review', [['received', '2026-03-02']]],
    ['litigation', [['received', '2026-03-02'], ['accepted', '2026-03-04']]],
    ['judicial_confirmation', [['received', '2026-03-02'], ['rejected', '2026-03-04']]],
    ['judicial_confirmation', [['received', '2026-03-02'], ['accepted', '2026-03-04'], ['closed', '2026-03-12']]],
  ])('is nothing of %s after %j', (track, reports) => expect(due(track, reports)).toBeNull());
});
