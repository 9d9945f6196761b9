import { figureSchema, type Figure } from '@hejie/insight/contract';
import { useSearchParams } from 'wouter';
import { today } from '../calendar/civil-days.js';
import { type Period, periodOf, spanOf } from './period.js';

/** A figure whose cases are shown, and of which type or month. */
export interface Opened {
  readonly figure: Figure;
  readonly type?: string;
  readonly month?: string;
}

const WITHIN = [3, 7, 15, 30] as const;

/** What of the city's numbers is looked at. All of it stands in the address, so that a link shows the same. */
export function useInsightAddress() {
  const [search, setSearch] = useSearchParams();
  const period = periodOf(search.get('period'));
  const figure = figureSchema.safeParse(search.get('figure'));
  const page = Math.max(1, Number(search.get('page')) || 1);
  const within = WITHIN.find((n) => String(n) === search.get('within')) ?? 7;
  const change = (params: Readonly<Record<string, string | number | null | undefined>>, replace = false) =>
    setSearch(
      (now) => {
        for (const [key, value] of Object.entries(params)) value === null || value === undefined ? now.delete(key) : now.set(key, String(value));
        return now;
      },
      { replace },
    );
  return {
    period,
    span: spanOf(period, today()),
    within,
    withins: WITHIN,
    duePage: Math.max(1, Number(search.get('duePage')) || 1),
    opened: figure.success ? { figure: figure.data, type: search.get('type') ?? undefined, month: search.get('month') ?? undefined } : undefined,
    page,
    showPeriod: (to: Period) => change({ period: to === 'months12' ? null : to, figure: null, type: null, month: null, page: null }),
    showWithin: (days: number) => change({ within: days === 7 ? null : days, duePage: null }),
    showDuePage: (n: number) => change({ duePage: n === 1 ? null : n }),
    open: ({ figure: of, type, month }: Opened) => change({ figure: of, type, month, page: null }),
    showPage: (n: number) => change({ page: n === 1 ? null : n }, true),
    close: () => change({ figure: null, type: null, month: null, page: null }),
  };
}
export type InsightAddress = ReturnType<typeof useInsightAddress>;
