import { addDays, type CivilDate } from './civil-date.js';
import { isDayOff, type Calendars } from './holiday-calendar.js';

/** Working days of a stretch, both ends inclusive. Ask `unknownYears` first: those have weekends only. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendars: Calendars): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (!isDayOff(day, calendars)) count++;
  return count;
}
