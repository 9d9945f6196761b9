import type { HolidayWork } from '@hejie/cases/contract';
import { lawCalendars, type CalendarsInForceView } from '@hejie/entitlement/contract';
import { ask, SHIPPED_CALENDARS } from '@hejie/law';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { inLanguage, yuan } from '../design/format.js';
import './texts.js';

/** What is due for the days at 300 %, as it is typed, with the working; the server counts anew when it is sent. */
export function HolidayPay({ monthlyWageFen, days }: { monthlyWageFen: number | undefined; days: readonly HolidayWork[] }) {
  const { t } = useTranslation();
  const { data: loaded } = useQuery({ queryKey: ['holiday-calendars'], queryFn: () => api.get<CalendarsInForceView>('/holiday-calendars'), staleTime: 3_600_000 });
  if (!monthlyWageFen || days.length === 0 || days.some((d) => !(d.hours > 0 && d.hours <= 24))) return <div role="status" />;
  const answer = ask('overtime.by_date', { monthlyWage: monthlyWageFen / 100, entries: days }, loaded ? lawCalendars(loaded.items) : SHIPPED_CALENDARS);
  const { total } = answer.value as { total: number };
  return (
    <div role="status" className="holiday-pay">
      <p>{t('group.due')} <strong className="amount">{yuan(Math.round(total * 100))}</strong></p>
      <ol className="muted">{answer.working.map((w) => <li key={w.zh}>{inLanguage(w)}</li>)}</ol>
    </div>
  );
}
