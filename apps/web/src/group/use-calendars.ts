import { lawCalendars, type CalendarsInForceView } from '@hejie/entitlement/contract';
import { SHIPPED_CALENDARS, type Calendars } from '@hejie/law';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';

/** The calendars that days are counted on; without the tables at hand those of the law itself. */
export function useCalendars(): Calendars {
  const { data } = useQuery({ queryKey: ['holiday-calendars'], queryFn: () => api.get<CalendarsInForceView>('/holiday-calendars'), staleTime: 3_600_000 });
  return data ? lawCalendars(data.items) : SHIPPED_CALENDARS;
}
