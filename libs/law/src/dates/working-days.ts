import { addDays, type CivilDate } from './civil-date.js';
import { isDayOff } from './holiday-calendar.js';

/** Working days of a stretch, both ends inclusive. Ask `calendarKnown` of both ends first: unknown years have weekends only. */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (!isDayOff(day)) count++;
  return count;
}
