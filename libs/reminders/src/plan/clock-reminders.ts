import { addDays, type CaseClock } from '@hejie/law';

/** Days before the safe date on which the worker's side is reminded. */
const WARNING_DAYS = [7, 3, 1];
const OURS: readonly CaseClock['who'][] = ['worker', 'either', 'both'];

/** Days before the end of the mediation period at which people are reminded. */
const MEDIATION_WARNING_DAYS = 3;

/** Nine o'clock in China on a civil date. */
export const morningOf = (date: string): Date => new Date(`${date}T09:00:00+08:00`);

/** When people are reminded of a mediation period that ends on a day. */
export const mediationWarning = (lastDate: string): Date => morningOf(addDays(lastDate, -MEDIATION_WARNING_DAYS));

/** Days after the day an instalment falls due on which people are told of it, if it is not marked as paid. */
const INSTALMENT_DAYS = [-3, 1];
export const instalmentReminders = (dueDate: string): Date[] => INSTALMENT_DAYS.map((n) => morningOf(addDays(dueDate, n)));

export const CLOCK_KINDS = ['clock_ending', 'employer_missed', 'authority_missed', 'hearing_ahead'] as const;

export interface ClockReminder {
  readonly kind: (typeof CLOCK_KINDS)[number];
  /** The civil date on whose morning it is told. */
  readonly day: string;
  readonly clock: CaseClock;
}

/** What is to be told of a case's running periods: our own before they end, the employer's when it has let one pass, an authority's when that leaves something to do. */
export function clockReminders(clocks: readonly CaseClock[]): ClockReminder[] {
  return clocks.flatMap((clock): ClockReminder[] => {
    const open = clock.state === 'running' || (clock.state === 'missed' && clock.endedOn === null);
    // of the mediation period people are told on their own
    if (!open || clock.rule === 'MEDIATION_END_15D' || clock.rule === 'COURT_ONLINE_MEDIATION_30D') return [];
    if (clock.who === 'employer') return [{ kind: 'employer_missed', day: addDays(clock.dueDate, 1), clock }];
    if (clock.who === 'authority') return clock.state === 'missed' && !clock.advice ? [] : [{ kind: 'authority_missed', day: addDays(clock.dueDate, 1), clock }];
    return OURS.includes(clock.who) && clock.state === 'running' ? WARNING_DAYS.map((n) => ({ kind: clock.rule === 'HEARING_DAY' ? 'hearing_ahead' : 'clock_ending', day: addDays(clock.rawDate, -n), clock })) : [];
  });
}
