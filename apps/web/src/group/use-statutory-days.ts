import type { CalendarsInForceView } from '@hejie/entitlement/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { today } from '../design/date-field.js';

/** The statutory holidays that are over, by year, the newest year first. */
export function useStatutoryDays() {
  return useQuery({
    queryKey: ['holiday-calendars'],
    queryFn: () => api.get<CalendarsInForceView>('/holiday-calendars'),
    staleTime: 3_600_000,
    select: ({ items }) =>
      items
        .map(({ year, days }) => ({ year, days: days.statutory.filter((d) => d <= today()).sort() }))
        .filter(({ days }) => days.length > 0)
        .sort((a, b) => b.year - a.year),
  });
}
