import { say, type Step } from '../registry/topic.js';
import { isDayOff, isStatutoryHoliday, type Calendars } from './holiday-calendar.js';

/** What a day is for overtime pay (劳动法 Art 44). */
export const dayTypes = ['workday', 'rest_day', 'statutory_holiday'] as const;
export type DayType = (typeof dayTypes)[number];

export const DAY_TITLE: Readonly<Record<DayType, Step>> = {
  workday: say('工作日', 'working day'),
  rest_day: say('休息日', 'rest day'),
  statutory_holiday: say('法定节假日', 'statutory holiday'),
};

/** In a year whose calendar is not known by its weekday alone: ask `calendarKnown` first. */
export const dayTypeOf = (date: string, calendars: Calendars): DayType => (isStatutoryHoliday(date, calendars) ? 'statutory_holiday' : isDayOff(date, calendars) ? 'rest_day' : 'workday');
