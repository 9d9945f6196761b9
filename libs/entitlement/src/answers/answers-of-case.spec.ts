import { describe, expect, it } from '@jest/globals';
import { caseClocks, type Answers, type CaseEvent, type CaseEventKind } from '@hejie/law';
import { answersOfEvents, eventsOfAnswers } from './answers-of-case.js';

const on = (kind: CaseEventKind, date: string, by: CaseEvent['by'] = 'worker'): CaseEvent => ({ kind, on: date, by });
const together = (told: Answers, known: readonly CaseEvent[]) => {
  const answers = { ...told, ...answersOfEvents(known, told) };
  const events = [...known, ...eventsOfAnswers(told, answers, known)];
  return { answers, events, of: (rule: string) => caseClocks(events, { claimsPay: false, claimsOther: true, employed: false }, '2026-05-04').filter((c) => c.rule === rule).map((c) => [c.triggerDate, c.dueDate]) };
};

describe('what was told and what is on record', () => {
  it('a complaint on record leaves a later demand that was told: both start the year anew, and only the demand waits for a reply', () => {
    const { answers, of } = together({ knewOn: '2025-06-02', demandedOn: '2026-05-01' }, [on('complained', '2025-09-01')]);
    expect(answers['demandedOn']).toBe('2026-05-01');
    expect(of('LIMITATION_GENERAL')).toEqual([['2025-06-02', '2027-05-03']]);
    expect(of('NEGOTIATION_REPLY_5D')).toEqual([['2026-05-01', '2026-05-06']]);
  });

  it('a complaint that was told as the last time one asked is the one on record, and demands nothing of the employer', () => {
    const { of } = together({ knewOn: '2025-06-02', demandedOn: '2025-09-01' }, [on('complained', '2025-09-01')]);
    expect([of('LIMITATION_GENERAL'), of('NEGOTIATION_REPLY_5D')]).toEqual([[['2025-06-02', '2026-09-01']], []]);
  });

  it('the conclusion of a re-appraisal leaves the first where it was told', () => {
    const reappraised = on('reappraisal_concluded', '2026-05-20', 'authority');
    const { answers, of } = together({ conclusionOn: '2026-02-02' }, [on('reappraisal_applied', '2026-02-10'), reappraised]);
    expect(answers['conclusionOn']).toBe('2026-05-20');
    expect(of('REAPPRAISAL_APPLY_15D')).toEqual([['2026-02-02', '2026-02-24']]);
    expect(together({ conclusionOn: '2026-05-20' }, [reappraised]).of('REAPPRAISAL_APPLY_15D')).toEqual([]);
  });

  it('an agreement of before the filing can be confirmed for as long as one of today', () => {
    expect(together({ agreementOn: '2026-04-27' }, []).of('JUDICIAL_CONFIRM_APPLY_30D')).toEqual([['2026-04-27', '2026-05-27']]);
  });

  it('a record is better than memory of what happens once, and takes nothing back that is further on', () => {
    expect(together({ knewOn: '2025-06-09' }, [on('rights_known', '2025-06-02')]).of('LIMITATION_GENERAL')).toEqual([['2025-06-02', '2026-06-02']]);
    expect(together({ recognition: 'yes' }, [on('recognition_applied', '2026-01-05')]).answers).toMatchObject({ recognition: 'yes' });
    expect(together({ recognition: 'yes' }, [on('recognition_refused', '2026-03-05', 'authority')]).answers).toMatchObject({ recognition: 'refused', decisionOn: '2026-03-05' });
  });
});
