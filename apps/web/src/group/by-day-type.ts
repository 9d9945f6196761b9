import type { CountedDay } from '@hejie/cases/contract';

const ORDER = ['statutory_holiday', 'rest_day', 'workday'] as const;

/** Days of overtime by what they were, the dearest first, with the sum of their hours; kinds without a day are left out. */
export function byDayType(days: readonly CountedDay[]): { dayType: CountedDay['dayType']; days: CountedDay[]; hours: number }[] {
  return ORDER.map((dayType) => {
    const some = days.filter((d) => d.dayType === dayType);
    return { dayType, days: some, hours: some.reduce((sum, d) => sum + d.hours, 0) };
  }).filter((g) => g.days.length > 0);
}
