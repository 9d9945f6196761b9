import { ask, fenOf, NotLoaded, yuanOf, type Calendars, type DayType } from '@hejie/law';
import { refuse } from '../cases.refusals.js';
import type { AddGroupMember, CountedDay, GroupMemberView } from '../contract/index.js';

interface Pay {
  /** In the order they were asked. */
  readonly entries: readonly { dayType: DayType }[];
  readonly total: number;
}

/**
 * What is due for overtime, day by day by the calendars of the years: 150, 200 or 300% of the hour's wage (劳动法 Art 44).
 * @param today days after it have not been worked
 * @throws GROUP_CALENDAR_MISSING, GROUP_DAY_AHEAD
 */
export function overtimeDue({ monthlyWageFen, days }: Pick<AddGroupMember, 'monthlyWageFen' | 'days'>, calendars: Calendars, today: string): Pick<GroupMemberView, 'dueFen' | 'working' | 'source'> & { days: CountedDay[] } {
  const entries = [...days].sort((a, b) => a.date.localeCompare(b.date));
  try {
    const answer = ask('overtime.by_date', { monthlyWage: yuanOf(monthlyWageFen), entries }, calendars);
    const ahead = entries.find((e) => e.date > today);
    if (ahead) throw refuse('GROUP_DAY_AHEAD', { params: { date: ahead.date }, extra: { date: ahead.date } });
    const { entries: counted, total } = answer.value as Pay;
    return {
      days: entries.map((e, i) => ({ ...e, dayType: counted[i]!.dayType })),
      dueFen: fenOf(total),
      working: [...answer.working],
      source: answer.articles.map((a) => (a.articles ? `${a.law} Art ${a.articles}` : a.law)).join('; '),
    };
  } catch (error) {
    if (error instanceof NotLoaded) throw refuse('GROUP_CALENDAR_MISSING', { params: { years: error.fields.map((f) => f.slice(-4)).join('、') } });
    throw error;
  }
}
