import type { OvertimeDay } from '@hejie/cases/contract';
import { ask, type Calendars } from '@hejie/law';
import { useTranslation } from 'react-i18next';
import { inLanguage, yuan } from '../design/format.js';
import './texts.js';

/** More lines of working than this are folded away. */
const FEW = 8;

/** What is due for the days, as it is typed, with the working; the server counts anew when it is sent. */
export function OvertimePay({ monthlyWageFen, days, calendars }: { monthlyWageFen: number | undefined; days: readonly OvertimeDay[]; calendars: Calendars }) {
  const { t } = useTranslation();
  if (!monthlyWageFen || days.length === 0 || days.some((d) => !(d.hours > 0 && d.hours <= 24))) return <div role="status" />;
  const answer = ask('overtime.by_date', { monthlyWage: monthlyWageFen / 100, entries: days }, calendars);
  const { total } = answer.value as { total: number };
  const working = <ol className="muted">{answer.working.map((w) => <li key={w.zh}>{inLanguage(w)}</li>)}</ol>;
  return (
    <div role="status" className="holiday-pay">
      <p>{t('group.due')} <strong className="amount">{yuan(Math.round(total * 100))}</strong></p>
      {days.length > FEW ? <details><summary>{t('group.working')}</summary>{working}</details> : working}
    </div>
  );
}
