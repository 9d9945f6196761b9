import type { CalendarsInForceView, HolidayDays } from '@hejie/entitlement/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { dayTime, list, monthDay } from '../../design/format.js';
import { Loaded } from '../../design/parts.js';

/** The holiday calendar of each year that counts, and the years that nobody has loaded yet. */
export function Calendar() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['holiday-calendars'], queryFn: () => api.get<CalendarsInForceView>('/holiday-calendars') });
  return (
    <Loaded query={query}>
      {({ items, missing }) => (
        <>
          {missing.map((year) => <p key={year} role="alert" className="card due-card"><strong>{t('calendar.missing', { year })}</strong></p>)}
          {items.map((y) => (
            <section key={y.year} className="card">
              <div className="row"><h2>{t('calendar.year', { year: y.year })}</h2><span className={y.certainty === 'verified' ? 'tag' : 'tag due'}>{t(`certainty.${y.certainty}`)}</span></div>
              <p className="muted">
                {y.sourceUrl ? <a href={y.sourceUrl} target="_blank" rel="noreferrer">{y.sourceTitle}</a> : y.sourceTitle}{' '}
                {y.approvedAt ? t('calendar.approved', { at: dayTime(y.approvedAt) }) : t('tables.shipped')}
              </p>
              <Days days={y.days} />
            </section>
          ))}
        </>
      )}
    </Loaded>
  );
}

/** The days of a year in words: what is off, what is worked instead, what is paid at 300%. */
export function Days({ days }: { days: HolidayDays }) {
  const { t } = useTranslation();
  const stretch = ({ from, to }: HolidayDays['breaks'][number]) => (from === to ? monthDay(from) : t('calendar.stretch', { from: monthDay(from), to: monthDay(to) }));
  return (
    <dl className="calendar-days">
      <dt>{t('calendar.breaks', { count: days.breaks.length })}</dt><dd>{list(days.breaks.map(stretch))}</dd>
      <dt>{t('calendar.makeUp', { count: days.makeUp.length })}</dt><dd>{days.makeUp.length ? list(days.makeUp.map(monthDay)) : t('calendar.none')}</dd>
      <dt>{t('calendar.statutory', { count: days.statutory.length })}</dt><dd>{list(days.statutory.map(monthDay))}</dd>
    </dl>
  );
}
