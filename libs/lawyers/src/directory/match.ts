import { SPECIALTIES, specialtiesFor, type DisputeType, type Specialty } from '@hejie/law';
import type { LawyerView, WeeklyTime } from '../contract/index.js';

export interface Candidate {
  readonly specialties: readonly Specialty[];
  readonly region: string;
  readonly languages: readonly string[];
  readonly load: number;
  readonly capacity: number;
  readonly nextFreeAt: Date | null;
}

export interface Wish {
  readonly disputeTypes: readonly DisputeType[];
  readonly region: string;
  readonly language?: string;
}

type Reason = LawyerView['reasons'][number];
const DAY_MS = 86_400_000;

/**
 * How well a lawyer fits a case, with the reasons a person is shown. Knowing the matter counts most
 * (50 for the main type, 15 for another), then being near (20), speaking the language (15), having
 * room (up to 15) and time soon (10).
 */
export function match(candidate: Candidate, wish: Wish, now: Date): { score: number; reasons: Reason[] } {
  const reasons: Reason[] = [];
  let score = 0;
  const [main, ...others] = wish.disputeTypes;
  const fits = (types: readonly DisputeType[]) => candidate.specialties.find((s) => types.some((t) => specialtiesFor(t).includes(s) && s !== 'LITIGATION'));
  const best = (main && fits([main])) ?? fits(others);
  if (best) {
    score += main && (SPECIALTIES[best].types as readonly DisputeType[]).includes(main) ? 50 : 15;
    reasons.push({ code: 'specialty', params: { specialty: best } });
  }
  if (wish.region && (candidate.region.includes(wish.region) || wish.region.includes(candidate.region))) {
    score += 20;
    reasons.push({ code: 'region', params: { region: candidate.region } });
  }
  if (wish.language && candidate.languages.includes(wish.language)) {
    score += 15;
    reasons.push({ code: 'language', params: { language: wish.language } });
  }
  const room = Math.max(0, candidate.capacity - candidate.load) / candidate.capacity;
  score += 15 * room;
  if (room >= 0.5) reasons.push({ code: 'load', params: { load: candidate.load } });
  if (candidate.nextFreeAt && candidate.nextFreeAt.getTime() - now.getTime() < 3 * DAY_MS) {
    score += 10;
    reasons.push({ code: 'soon', params: { at: candidate.nextFreeAt.toISOString() } });
  }
  return { score, reasons };
}

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The start of the next weekly free time (now, if it is running), in China's time; null without any. */
export function nextFree(weekly: readonly WeeklyTime[], now: Date): Date | null {
  const local = new Date(now.getTime() + CHINA_OFFSET_MS); // China has one zone and no summer time
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  const starts = weekly.flatMap(({ weekday, fromHour, toHour }) => {
    const today = local.getUTCDay() === 0 ? 7 : local.getUTCDay();
    return [0, 7].map((week) => {
      const day = midnight + (weekday - today + week + (weekday < today ? 7 : 0)) * DAY_MS - CHINA_OFFSET_MS;
      const [start, end] = [day + fromHour * 3_600_000, day + toHour * 3_600_000];
      return end > now.getTime() ? Math.max(start, now.getTime()) : Infinity;
    });
  });
  const first = Math.min(Infinity, ...starts);
  return Number.isFinite(first) ? new Date(first) : null;
}
