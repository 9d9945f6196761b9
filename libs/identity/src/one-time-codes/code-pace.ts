import type { OneTimeCode } from './one-time-code.entity.js';

/** How far back codes count; none is of use after that. */
export const PACE_MS = 24 * 3_600_000;

/** Seconds to wait after the n-th code: the last of a list stands for all that follow. */
type Waits = readonly number[];
const MINUTE = 60;
const minutes = (...list: number[]): Waits => list.map((m) => m * MINUTE);

/** One asker, or one network, for one phone. */
const OF_ONE = minutes(1, 1, 1, 2, 5, 10, 30);
/** All strangers together for one phone: never longer than a code that somebody asked for is good, so that its holder has one they can use, or can ask for one. */
const OF_ALL = [...Array<number>(20).fill(MINUTE), ...minutes(2, 2, 2, 2, 2, 5, 5, 5, 5, 5, 10)];
/** Who is signed in, for their own acts: each purpose its minute, all together no more than a busy day needs. */
const OF_HOLDER = [...Array<number>(10).fill(0), ...minutes(1, 2, 5, 10)];

type Asked = Pick<OneTimeCode, 'purpose' | 'askedBy' | 'askedFrom' | 'known' | 'createdAt'>;

/** Whether anybody can have such a code sent to a phone that is not theirs. */
export const sentForAnybody = (purpose: OneTimeCode['purpose']): boolean => purpose === 'sign_in' || purpose === 'change_phone_new';

/** Wrong guesses at a phone's codes but those of its known devices at their own. */
export function guessesOfStrangers(codes: readonly Pick<OneTimeCode, 'known' | 'tries' | 'triesOfOthers'>[]): number {
  return codes.reduce((sum, c) => sum + (c.known ? 0 : c.tries) + c.triesOfOthers, 0);
}

/**
 * Seconds until one more code may be sent to a phone; 0 for now. Waits grow with what was asked in the past day and never become a day: nobody can
 * shut a phone out by asking in its name. A device on which the phone has proved itself waits for its own asking only.
 * @param recent codes of the past day to the phone, the newest first
 */
export function secondsToWait(recent: readonly Asked[], asking: Omit<Asked, 'createdAt'>, now: Date): number {
  const after = (codes: readonly Asked[], waits: Waits) => {
    const wait = waits[Math.min(codes.length, waits.length) - 1];
    // the minute is one purpose's: who has just changed their phone may sign in with it
    const last = wait === MINUTE ? codes.find((c) => c.purpose === asking.purpose) : codes[0];
    return wait !== undefined && last ? wait - (now.getTime() - last.createdAt.getTime()) / 1000 : 0;
  };
  const mine = recent.filter((c) => c.askedBy === asking.askedBy && sentForAnybody(c.purpose) === sentForAnybody(asking.purpose));
  if (!sentForAnybody(asking.purpose)) return Math.max(0, after(mine, OF_HOLDER), after(mine.filter((c) => c.purpose === asking.purpose).slice(0, 1), minutes(1)));
  if (asking.known) return Math.max(0, after(mine, OF_ONE));
  const strangers = recent.filter((c) => sentForAnybody(c.purpose) && !c.known);
  const here = strangers.filter((c) => c.askedBy === asking.askedBy || c.askedFrom === asking.askedFrom);
  return Math.max(0, after(here, OF_ONE), after(strangers, OF_ALL));
}
