import { civilDate } from '@hejie/platform';
import { addDays } from '@hejie/law';

/** A point of time told from the day the demo is made. */
export type Moment = (now: Date) => Date;

/** @param clock `HH:MM` in China */
export const daysAgo = (days: number, clock: string): Moment => (now) => new Date(`${addDays(civilDate(now), -days)}T${clock}:00+08:00`);
export const inDays = (days: number, clock: string): Moment => daysAgo(-days, clock);
export const hoursAgo = (hours: number): Moment => (now) => new Date(now.getTime() - hours * 3_600_000);
/** China's date so many days from the day the demo is made. */
export const dateInDays = (days: number) => (now: Date) => addDays(civilDate(now), days);
