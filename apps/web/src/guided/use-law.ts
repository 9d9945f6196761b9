import { lawCalendars, type CalendarsInForceView } from '@hejie/entitlement/contract';
import { conclude, daysOf, entitlementSheet, figuresDays, figuresOf, nothingLoaded, SHIPPED_CALENDARS, type Answers, type Calendars, type Conclusion, type EntitlementSheet, type LocalFigures } from '@hejie/law';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client.js';
import { today } from '../design/date-field.js';

export interface Law {
  readonly conclusion: Conclusion;
  readonly sheet: EntitlementSheet;
  /** The days off it was counted with. */
  readonly calendars: Calendars;
}

/** What the answers come to, by the tables of the place of work; without these what can be counted without them. The server counts anew when it is filed. */
export function useLaw(answers: Answers, place: string): Law {
  const where = place.trim();
  const days = figuresDays(answers, today());
  const { data: local } = useQuery({
    queryKey: ['local-figures', where, days],
    enabled: where.length >= 2,
    queryFn: async () => figuresOf(days, new Map(await Promise.all(daysOf(days).map(async (on) => [on, await api.get<LocalFigures>(`/local-figures/of?${new URLSearchParams({ place: where, on }).toString()}`)] as const)))),
  });
  const { data: loaded } = useQuery({ queryKey: ['holiday-calendars'], queryFn: () => api.get<CalendarsInForceView>('/holiday-calendars') });
  return useMemo(() => {
    // without the tables at hand the calendars of the law itself count
    const calendars = loaded ? lawCalendars(loaded.items) : SHIPPED_CALENDARS;
    return { conclusion: conclude(answers, calendars), sheet: entitlementSheet({ answers, local: local ?? nothingLoaded(where), asOf: today(), calendars }), calendars };
  }, [answers, local, where, loaded]);
}
