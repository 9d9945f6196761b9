import type { DueThing } from '@hejie/cases/contract';
import { daysLeft } from '../../design/format.js';

/** From how many days before the safe date on something counts as due soon. */
const SOON_DAYS = 3;

/** Past its last legal day, near its safe date (or past it), or neither. */
export function urgencyOf(due: Pick<DueThing, 'safeDate' | 'lastDate'>): 'over' | 'soon' | 'calm' {
  if (daysLeft(due.lastDate) < 0) return 'over';
  return daysLeft(due.safeDate) <= SOON_DAYS ? 'soon' : 'calm';
}
