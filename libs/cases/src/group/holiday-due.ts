import { ask, fenOf, NotLoaded, yuanOf, type Calendars } from '@hejie/law';
import { refuse } from '../cases.refusals.js';
import type { AddGroupMember, GroupMemberView } from '../contract/index.js';

interface Pay {
  readonly entries: readonly { date: string; dayType: string }[];
  readonly total: number;
}

/**
 * What is due for work on statutory holidays: 300% on top of the month's wage, whatever time off was given for it
 * (劳动法 Art 44(3)). Other days are none of this table: time off can stand for them. @throws GROUP_DAY_NO_HOLIDAY, GROUP_CALENDAR_MISSING
 */
export function holidayDue({ monthlyWageFen, days }: Pick<AddGroupMember, 'monthlyWageFen' | 'days'>, calendars: Calendars): Pick<GroupMemberView, 'dueFen' | 'working' | 'source'> {
  try {
    const answer = ask('overtime.by_date', { monthlyWage: yuanOf(monthlyWageFen), entries: days }, calendars);
    const { entries, total } = answer.value as Pay;
    const other = entries.find((e) => e.dayType !== 'statutory_holiday');
    if (other) throw refuse('GROUP_DAY_NO_HOLIDAY', { params: { date: other.date }, extra: { date: other.date } });
    return { dueFen: fenOf(total), working: [...answer.working], source: answer.articles.map((a) => (a.articles ? `${a.law} Art ${a.articles}` : a.law)).join('; ') };
  } catch (error) {
    if (error instanceof NotLoaded) throw refuse('GROUP_CALENDAR_MISSING', { params: { years: error.fields.map((f) => f.slice(-4)).join('、') } });
    throw error;
  }
}
