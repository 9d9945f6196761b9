import type { DeskCase } from './desk-case.js';
import { urgencyOf } from './urgency.js';
import { otherSide } from '../../respondents/names.js';

export const SHOWS = ['all', 'due', 'waiting', 'unread'] as const;
export type Show = (typeof SHOWS)[number];

const FITS: Record<Show, (c: DeskCase) => boolean> = {
  all: () => true,
  due: (c) => c.next !== null && urgencyOf(c.next) !== 'calm',
  waiting: (c) => c.waitsFor !== null,
  unread: (c) => c.unread > 0,
};

export const showOf = (search: URLSearchParams): Show => SHOWS.find((s) => s === search.get('show')) ?? 'all';

/** The cases of one filter that contain the words typed. */
export function filterCases(cases: readonly DeskCase[], show: Show, words: string): DeskCase[] {
  const wanted = words.trim().toLowerCase();
  return cases.filter((c) => FITS[show](c) && `${c.number} ${c.claimantName} ${otherSide(c)} ${c.type}`.toLowerCase().includes(wanted));
}
