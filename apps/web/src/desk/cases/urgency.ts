import { AT_RISK_DAYS, type DueThing } from '@hejie/cases/contract';
import { daysLeft } from '../../design/format.js';

/** Past its last legal day, near its safe date (or past it), or neither; a session under way is on now, also past midnight. */
export function urgencyOf(due: Pick<DueThing, 'kind' | 'safeDate' | 'lastDate'>): 'over' | 'soon' | 'calm' {
  if (due.kind === 'session_open') return 'soon';
  if (daysLeft(due.lastDate) < 0) return 'over';
  return daysLeft(due.safeDate) <= AT_RISK_DAYS ? 'soon' : 'calm';
}
