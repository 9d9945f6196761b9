import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates/civil-date.js';
import { isDayOff, SHIPPED_CALENDARS } from '../dates/holiday-calendar.js';
import { caseClocks, type ClockFacts } from './case-clocks.js';
import { caseEventKinds, type CaseEvent, type CaseEventKind } from './case-event.js';
import { PERIOD_RULES } from './period-rules.js';

const PAY: ClockFacts = { claimsPay: true, claimsOther: true, employed: false };
const on = (kind: CaseEventKind, date: string, by: CaseEvent['by'] = 'worker', until?: string): CaseEvent => ({ kind, on: date, by, ...(until ? { until } : {}) });
const clock = (events: CaseEvent[], rule: string, today = '2025-03-10', facts = PAY) => caseClocks(events, facts, today).find((c) => c.rule === rule);

describe('the clocks of a case', () => {
  it("tell the employer's 30 days and the worker's year from the accident, and what to do once the employer missed them", () => {
    const hurt = on('injured', '2025-03-03');
    expect(clock([hurt], 'INJURY_EMPLOYER_FILE_30D')).toMatchObject({ rawDate: '2025-04-02', dueDate: '2025-04-02', who: 'employer', state: 'running', advice: null });
    expect(clock([hurt], 'INJURY_EMPLOYER_FILE_30D', '2025-04-03')).toMatchObject({ state: 'missed', endedOn: null, advice: { zh: expect.stringContaining('工会') } });
    expect(clock([hurt], 'INJURY_WORKER_FILE_1Y', '2025-04-03')).toMatchObject({ rawDate: '2026-03-03', dueDate: '2026-03-03', state: 'running' });
    const applied = [hurt, on('recognition_applied', '2025-09-21')];
    expect(clock(applied, 'INJURY_EMPLOYER_FILE_30D', '2025-10-01')).toMatchObject({ state: 'missed', endedOn: '2025-09-21', advice: null });
    expect(clock(applied, 'INJURY_WORKER_FILE_1Y', '2027-10-01')).toMatchObject({ state: 'met', endedOn: '2025-09-21' });
  });

  it('start anew on branches the other side opens', () => {
    const events = [on('appraisal_applied', '2025-01-02'), on('appraisal_concluded', '2025-02-20', 'authority'), on('reappraisal_applied', '2025-03-05', 'employer')];
    const of = (rule: string) => caseClocks(events, PAY, '2025-03-10').filter((c) => c.rule === rule).map((c) => [c.from, c.dueDate, c.state]);
    expect(of('APPRAISAL_60D')).toEqual([['appraisal_applied', '2025-03-03', 'met'], ['reappraisal_applied', '2025-05-06', 'running']]);
    expect(of('REAPPRAISAL_APPLY_15D')).toEqual([['appraisal_concluded', '2025-03-07', 'met']]);
    expect(of('EARLIEST_REVIEW')).toEqual([['appraisal_concluded', '2026-02-21', 'opens']]);
    const sued = [on('recognition_granted', '2025-01-06', 'authority'), on('admin_suit_filed', '2025-03-05', 'employer')];
    expect(clock(sued, 'ADMIN_SUIT_6M')).toMatchObject({ who: 'employer', state: 'met', endedOn: '2025-03-05' });
  });

  it("count by the channel: 15 days here, 30 on the court's platform, longer when both agree", () => {
    const filed = on('case_filed', '2025-03-03');
    expect(clock([filed], 'MEDIATION_END_15D')).toMatchObject({ rawDate: '2025-03-18', dueDate: '2025-03-18', who: 'both' });
    const court = [filed, on('court_mediation_accepted', '2025-03-05', 'authority')];
    expect(clock(court, 'MEDIATION_END_15D')).toBeUndefined();
    expect(clock(court, 'COURT_ONLINE_MEDIATION_30D')).toMatchObject({ rawDate: '2025-04-04', dueDate: '2025-04-07' });
    expect(clock([filed, on('mediation_extended', '2025-03-10', 'both', '2025-03-30')], 'MEDIATION_END_15D')).toMatchObject({ rawDate: '2025-03-30', dueDate: '2025-03-31', state: 'running' });
    expect(clock([filed, on('mediation_extended', '2025-03-20', 'both', '2025-03-30')], 'MEDIATION_END_15D')).toMatchObject({ rawDate: '2025-03-18' });
    expect(clock([filed, on('mediation_ended', '2025-03-12')], 'MEDIATION_END_15D', '2025-06-01')).toMatchObject({ state: 'met' });
    expect(clock([filed, on('arbitration_applied', '2025-03-12')], 'MEDIATION_END_15D')).toMatchObject({ state: 'met' });
    expect(clock([...court, on('arbitration_applied', '2025-03-12')], 'COURT_ONLINE_MEDIATION_30D')).toMatchObject({ state: 'running' });
  });

  it('count what a court entrusts after the suit by its procedure: 15 days, 7 in the simplified one, longer when both agree', () => {
    const sued = on('suit_filed', '2025-03-03');
    const [ordinary, simplified] = [on('court_mediation_ordinary', '2025-03-05', 'authority'), on('court_mediation_simplified', '2025-03-05', 'authority')];
    expect(clock([sued, ordinary], 'COURT_ENTRUSTED_MEDIATION_15D')).toMatchObject({ who: 'both', rawDate: '2025-03-20', state: 'running', articles: expect.arrayContaining([expect.objectContaining({ law: '人民法院在线调解规则', articles: '24' })]) });
    expect(clock([sued, simplified], 'COURT_ENTRUSTED_MEDIATION_7D')).toMatchObject({ rawDate: '2025-03-12', dueDate: '2025-03-12', state: 'running' });
    expect(clock([sued, simplified], 'COURT_ENTRUSTED_MEDIATION_15D')).toBeUndefined();
    expect(clock([sued, simplified, on('mediation_extended', '2025-03-10', 'both', '2025-03-30')], 'COURT_ENTRUSTED_MEDIATION_7D')).toMatchObject({ rawDate: '2025-03-30', dueDate: '2025-03-31' });
    expect(clock([sued, simplified], 'COURT_ENTRUSTED_MEDIATION_7D', '2025-03-13')).toMatchObject({ state: 'missed', advice: { zh: expect.stringContaining('继续审理') } });
    expect(clock([sued, ordinary, on('settled', '2025-03-19', 'both')], 'COURT_ENTRUSTED_MEDIATION_15D', '2025-06-01')).toMatchObject({ state: 'met' });
  });

  it('follow judicial confirmation: both within 30 days, the court within 3 to accept and 15 or 25 to rule', () => {
    const applied = [on('settled', '2025-02-10', 'both'), on('judicial_confirmation_applied', '2025-02-20', 'both')];
    for (const rule of ['ARB_REVIEW_APPLY_15D', 'JUDICIAL_CONFIRM_APPLY_30D']) expect(clock(applied, rule)).toMatchObject({ state: 'met', endedOn: '2025-02-20' });
    // 02-23 is a Sunday
    expect(clock(applied, 'JUDICIAL_CONFIRM_ACCEPT_3D', '2025-02-21')).toMatchObject({ who: 'authority', rawDate: '2025-02-23', dueDate: '2025-02-24', state: 'running', articles: expect.arrayContaining([expect.objectContaining({ law: '法释〔2011〕5号', articles: '4' })]) });
    expect(clock(applied, 'JUDICIAL_CONFIRM_ACCEPT_3D')).toMatchObject({ state: 'missed', advice: { zh: expect.stringContaining('法院') } });
    const accepted = [...applied, on('judicial_confirmation_accepted', '2025-02-24', 'authority')];
    expect(clock(accepted, 'JUDICIAL_CONFIRM_ACCEPT_3D')).toMatchObject({ state: 'met' });
    expect(clock(accepted, 'JUDICIAL_CONFIRM_DECIDE_15D')).toMatchObject({ rawDate: '2025-03-11', state: 'running' });
    expect(clock(accepted, 'JUDICIAL_CONFIRM_DECIDE_EXTENDED_25D')).toMatchObject({ rawDate: '2025-03-21', state: 'running' });
    for (const end of ['judicial_confirmation_decided', 'judicial_confirmation_refused'] as const) expect(clock([...accepted, on(end, '2025-03-06', 'authority')], 'JUDICIAL_CONFIRM_DECIDE_15D')).toMatchObject({ state: 'met', endedOn: '2025-03-06' });
    expect(clock([...applied, on('judicial_confirmation_refused', '2025-02-21', 'authority')], 'JUDICIAL_CONFIRM_ACCEPT_3D')).toMatchObject({ state: 'met' });
  });

  it('say until when an agreement can be confirmed, either way, until one was taken', () => {
    const settled = on('settled', '2025-03-03', 'both');
    expect(clock([settled], 'ARB_REVIEW_APPLY_15D')).toMatchObject({ who: 'both', rawDate: '2025-03-18', state: 'running' });
    expect(clock([settled], 'JUDICIAL_CONFIRM_APPLY_30D')).toMatchObject({ who: 'both', rawDate: '2025-04-02', state: 'running' });
    for (const rule of ['ARB_REVIEW_APPLY_15D', 'JUDICIAL_CONFIRM_APPLY_30D']) expect(clock([settled, on('confirmation_applied', '2025-03-10', 'both')], rule)).toMatchObject({ state: 'met' });
  });

  it('let limitation start anew, stand still, and end with the application', () => {
    const known = on('rights_known', '2024-06-03');
    expect(clock([known], 'LIMITATION_GENERAL')).toMatchObject({ dueDate: '2025-06-03', state: 'running' });
    expect(clock([known, on('demanded', '2024-09-02'), on('demand_answered', '2024-09-04')], 'LIMITATION_GENERAL')).toMatchObject({ dueDate: '2025-09-02' });
    expect(clock([known, on('demanded', '2024-09-02')], 'LIMITATION_GENERAL', '2024-09-06')).toMatchObject({ rawDate: '2025-09-02' });
    expect(clock([known, on('demanded', '2024-09-02')], 'LIMITATION_GENERAL')).toMatchObject({ rawDate: '2025-09-07', dueDate: '2025-09-08' }); // no reply within five days
    for (const kind of ['demand_refused', 'suit_filed', 'payment_order_accepted'] as const) expect(clock([known, on(kind, '2024-10-08')], 'LIMITATION_GENERAL')).toMatchObject({ rawDate: '2025-10-08' });
    expect(clock([known, on('case_filed', '2024-10-08')], 'LIMITATION_GENERAL')).toMatchObject({ dueDate: '2025-10-23' }); // no agreement within fifteen days
    expect(clock([known, on('limitation_suspended', '2024-09-02', 'worker', '2024-10-02')], 'LIMITATION_GENERAL')).toMatchObject({ dueDate: '2025-07-03' });
    expect(clock([known, on('demanded', '2025-06-09')], 'LIMITATION_GENERAL', '2025-06-10')).toMatchObject({ dueDate: '2025-06-03', state: 'missed', advice: { zh: expect.stringContaining('照样可以申请') } });
    expect(clock([known, on('arbitration_applied', '2025-05-06')], 'LIMITATION_GENERAL', '2026-01-05')).toMatchObject({ state: 'met', endedOn: '2025-05-06' });
    const refused = [known, on('arbitration_applied', '2025-05-06'), on('arbitration_refused', '2025-05-13', 'authority')];
    expect(clock(refused, 'LIMITATION_GENERAL', '2025-06-10')).toMatchObject({ state: 'running', endedOn: null, dueDate: '2026-05-06' });
    expect(clock([...refused, on('arbitration_applied', '2025-06-09')], 'LIMITATION_GENERAL', '2025-06-10')).toMatchObject({ state: 'met', endedOn: '2025-06-09' });
  });

  it('count back from the hearing: when notice is late, until when to ask for another day, and the day itself', () => {
    const set = on('hearing_set', '2025-03-10', 'authority', '2025-03-21');
    expect(clock([set], 'HEARING_NOTICE_5WD')).toMatchObject({ who: 'authority', dueDate: '2025-03-14', state: 'met', endedOn: '2025-03-10', advice: null });
    expect(clock([set], 'HEARING_POSTPONE_3WD')).toMatchObject({ who: 'either', rawDate: '2025-03-18', dueDate: '2025-03-18', state: 'running' });
    expect(clock([set], 'HEARING_POSTPONE_3WD', '2025-03-19')).toMatchObject({ state: 'missed', endedOn: null });
    expect(clock([set, on('postponement_asked', '2025-03-17')], 'HEARING_POSTPONE_3WD', '2025-03-19')).toMatchObject({ state: 'met', endedOn: '2025-03-17' });
    expect(clock([set], 'HEARING_DAY')).toMatchObject({ dueDate: '2025-03-21', state: 'running' });
    expect(clock([set], 'HEARING_DAY', '2025-03-22')).toMatchObject({ state: 'met' });
    // over the weekend that is worked on 04-27 and the May holiday
    expect(clock([on('hearing_set', '2025-04-29', 'authority', '2025-05-07')], 'HEARING_NOTICE_5WD', '2025-04-29')).toMatchObject({ dueDate: '2025-04-27', state: 'missed', advice: { zh: expect.stringContaining('延期') } });
    const moved = [set, on('hearing_set', '2025-03-18', 'authority', '2025-04-10')];
    expect(caseClocks(moved, PAY, '2025-03-20').filter((c) => c.rule === 'HEARING_DAY').map((c) => c.dueDate)).toEqual(['2025-04-10']);
  });

  it('let the period for an award start anew and stand still, and say what does not open the court', () => {
    const accepted = on('arbitration_accepted', '2025-01-06', 'authority');
    expect(clock([accepted], 'ARB_AWARD_45D')).toMatchObject({ rawDate: '2025-02-20', state: 'missed', advice: { zh: expect.stringContaining('等待伤残等级') } });
    const joined = [accepted, on('arb_restarted', '2025-02-05', 'authority')];
    expect(clock(joined, 'ARB_AWARD_45D')).toMatchObject({ from: 'arb_restarted', triggerDate: '2025-02-05', rawDate: '2025-03-22', dueDate: '2025-03-24', state: 'running' });
    const still = [accepted, on('arb_suspended', '2025-01-20', 'authority', '2025-02-19')];
    expect(clock(still, 'ARB_AWARD_45D')).toMatchObject({ rawDate: '2025-03-22', dueDate: '2025-03-24' });
    expect(clock([accepted, on('arb_suspended', '2025-01-20', 'authority')], 'ARB_AWARD_45D')).toMatchObject({ rawDate: '2025-04-10', state: 'running' }); // to today, while it lasts
    expect(clock([accepted, on('award_received', '2025-02-10', 'authority'), on('arb_restarted', '2025-02-12', 'authority')], 'ARB_AWARD_45D')).toMatchObject({ triggerDate: '2025-01-06', state: 'met' });
    expect(clock([on('arbitration_applied', '2025-03-03'), on('acceptance_on_hold', '2025-03-05', 'both')], 'ARB_ACCEPT_5WD')).toMatchObject({ state: 'met' });
    expect(clock([on('arb_mediation_entrusted', '2025-03-03', 'authority')], 'ARB_ENTRUSTED_MEDIATION_10WD')).toMatchObject({ who: 'both', dueDate: '2025-03-17' });
  });

  it('follow an injury from application to service: acceptance, decision with its pause, papers, and refusals that can be contested', () => {
    const appliedFor = on('recognition_applied', '2025-01-02');
    expect(clock([appliedFor], 'INJURY_ACCEPT_15D')).toMatchObject({ rawDate: '2025-01-17', state: 'missed' });
    expect(clock([appliedFor, on('recognition_supplemented', '2025-03-03')], 'INJURY_ACCEPT_15D')).toMatchObject({ from: 'recognition_supplemented', rawDate: '2025-03-18', state: 'running' });
    const accepted = [appliedFor, on('recognition_accepted', '2025-01-10', 'authority')];
    expect(clock(accepted, 'INJURY_ACCEPT_15D')).toMatchObject({ state: 'met', endedOn: '2025-01-10' });
    expect(clock(accepted, 'INJURY_DECISION_60D')).toMatchObject({ rawDate: '2025-03-11' });
    expect(clock([...accepted, on('recognition_paused', '2025-02-10', 'authority', '2025-02-24')], 'INJURY_DECISION_60D')).toMatchObject({ rawDate: '2025-03-25', working: expect.arrayContaining([expect.objectContaining({ zh: expect.stringContaining('不计入') })]) });
    const clear = [appliedFor, on('recognition_accepted_clear', '2025-01-10', 'authority')];
    expect(clock(clear, 'INJURY_DECISION_60D')).toBeUndefined();
    expect(clock(clear, 'INJURY_ACCEPT_15D')).toMatchObject({ state: 'met', endedOn: '2025-01-10' });
    expect(clock(clear, 'INJURY_DECISION_SIMPLE_15D', '2025-01-20')).toMatchObject({ who: 'authority', rawDate: '2025-01-25', dueDate: '2025-01-26', state: 'running', articles: expect.arrayContaining([expect.objectContaining({ law: '工伤保险条例', articles: '20' })]) }); // 01-26 is worked
    expect(clock(clear, 'INJURY_DECISION_SIMPLE_15D')).toMatchObject({ state: 'missed', advice: { zh: expect.stringContaining('六十日') } });
    expect(clock([...clear, on('recognition_paused', '2025-01-15', 'authority', '2025-02-24')], 'INJURY_DECISION_SIMPLE_15D')).toMatchObject({ rawDate: '2025-03-06' });
    expect(clock([...clear, on('recognition_granted', '2025-01-24', 'authority')], 'INJURY_DECISION_SIMPLE_15D')).toMatchObject({ state: 'met' });
    expect(clock([...accepted, on('recognition_decided', '2025-03-03', 'authority')], 'INJURY_SERVE_20D')).toMatchObject({ rawDate: '2025-03-23', dueDate: '2025-03-24', state: 'running' });
    for (const refusal of ['recognition_not_accepted', 'scheme_refused'] as const) expect(clock([on(refusal, '2025-03-03', 'authority')], 'RECONSIDERATION_60D')).toMatchObject({ who: 'worker', rawDate: '2025-05-02', dueDate: '2025-05-06' });
    expect(clock([on('appraisal_applied', '2025-01-02'), on('appraisal_decided', '2025-02-26', 'authority')], 'APPRAISAL_SERVE_15D')).toMatchObject({ rawDate: '2025-03-13', state: 'running' });
  });

  it("leave out of the worker's year what kept the worker from applying", () => {
    const hurt = on('injured', '2024-03-04');
    const year = (...hindered: CaseEvent[]) => clock([hurt, ...hindered], 'INJURY_WORKER_FILE_1Y', '2025-03-10');
    expect(year()).toMatchObject({ rawDate: '2025-03-04', state: 'missed' });
    expect(year(on('filing_hindered', '2024-05-01', 'worker', '2024-06-30'))).toMatchObject({ rawDate: '2025-05-03', dueDate: '2025-05-06', state: 'running', articles: expect.arrayContaining([expect.objectContaining({ law: '法释〔2014〕9号' })]) });
    expect(year(on('filing_hindered', '2024-05-01', 'worker', '2024-06-30'), on('filing_hindered', '2024-06-01', 'worker', '2024-06-20'))).toMatchObject({ rawDate: '2025-05-03' });
    expect(year(on('filing_hindered', '2025-03-06', 'worker', '2025-04-30'))).toMatchObject({ rawDate: '2025-03-04' });
  });

  it('follow a payment order from the application to its service, after which it lapses', () => {
    expect(clock([on('payment_order_applied', '2025-03-03')], 'PAYMENT_ORDER_ACCEPT_5D')).toMatchObject({ rawDate: '2025-03-08', dueDate: '2025-03-10', state: 'running' });
    const issued = on('payment_order_issued', '2025-02-05', 'authority');
    expect(clock([issued], 'PAYMENT_ORDER_SERVE_30D')).toMatchObject({ rawDate: '2025-03-07', state: 'missed', advice: { zh: expect.stringContaining('失效') } });
    expect(clock([on('payment_order_accepted', '2025-03-03', 'authority'), on('payment_order_rejected', '2025-03-07', 'authority')], 'PAYMENT_ORDER_ISSUE_15D')).toMatchObject({ state: 'met' });
    expect(clock([on('review_accepted', '2025-03-03', 'authority')], 'ARB_REVIEW_DECIDE_EXTENDED_10WD')).toMatchObject({ dueDate: '2025-03-17' });
  });

  it('let no limitation of wages run while one works there', () => {
    const ended = on('employment_ended', '2025-03-03');
    expect(clock([ended], 'LIMITATION_WAGES')).toMatchObject({ dueDate: '2026-03-03' });
    expect(clock([ended], 'LIMITATION_WAGES', '2025-03-10', { ...PAY, employed: true })).toBeUndefined();
    expect(clock([ended], 'LIMITATION_WAGES', '2025-03-10', { ...PAY, claimsPay: false })).toBeUndefined();
  });

  it('run from every event a rule names, never end before they start, and end on no day off', () => {
    const date = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2024-01-02', n));
    const event = fc.record({ kind: fc.constantFrom(...caseEventKinds), on: date, by: fc.constantFrom('worker' as const, 'employer' as const) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), date, (events, today) => {
        const clocks = caseClocks(events, PAY, today);
        for (const c of clocks) {
          expect(c.rawDate > c.triggerDate && c.dueDate >= c.rawDate).toBe(true);
          if (c.dueDate.startsWith('2025') && c.state !== 'opens') expect([c.rule, c.dueDate, isDayOff(c.dueDate, SHIPPED_CALENDARS)]).toEqual([c.rule, c.dueDate, false]);
          if (c.state === 'running') expect(today <= c.dueDate && c.endedOn === null).toBe(true);
        }
        const started = new Set(clocks.map((c) => c.from));
        const anew = (kind: CaseEventKind) => PERIOD_RULES.some((r) => r.from === kind && r.startsAnew && started.has(r.startsAnew.by));
        for (const e of events) if (PERIOD_RULES.some((r) => r.from === e.kind) && !['case_filed', 'committee_asked'].includes(e.kind)) expect(started.has(e.kind) || anew(e.kind)).toBe(true);
      }),
    );
  });
});
