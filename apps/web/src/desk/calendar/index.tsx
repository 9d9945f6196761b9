import { addDays, addMonths } from '@hejie/law';
import { Button, Segmented } from 'antd';
import i18n from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { Failure } from '../../design/parts.js';
import { DeskIcon } from '../icons.js';
import { useShortcuts } from '../shell/shortcuts.js';
import { CalendarGrid } from './calendar-grid.js';
import { daysOfMonthPage, daysOfWeek, isCivilDate, startOf, today } from './civil-days.js';
import { useSessions } from './use-sessions.js';

/** One's sessions by month or week. Day and view stand in the address. */
export function CalendarSection() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') === 'week' ? 'week' : 'month';
  const asked = search.get('day');
  const day = isCivilDate(asked) ? asked : today();
  const days = view === 'week' ? daysOfWeek(day) : daysOfMonthPage(day);
  const query = useSessions(startOf(days[0]!), startOf(addDays(days.at(-1)!, 1)));
  const set = (next: { day?: string; view?: string }) => setSearch({ view, day, ...next }, { replace: true });
  const move = (by: 1 | -1) => set({ day: view === 'week' ? addDays(day, 7 * by) : addMonths(day, by) });
  useShortcuts([
    { keys: 'j', group: 'list', title: `calendar.next.${view}`, run: () => move(1) },
    { keys: 'k', group: 'list', title: `calendar.previous.${view}`, run: () => move(-1) },
    { keys: 't', group: 'list', title: 'calendar.today', run: () => set({ day: today() }) },
    { keys: 'm', group: 'list', title: 'calendar.month', run: () => set({ view: 'month' }) },
    { keys: 'w', group: 'list', title: 'calendar.week', run: () => set({ view: 'week' }) },
  ]);
  return (
    <main className="desk-page calendar-page">
      <div className="row">
        <h1>{t('desk.calendar')}</h1>
        <Button icon={<DeskIcon of="back" />} onClick={() => move(-1)} aria-label={t(`calendar.previous.${view}`)} />
        <strong aria-live="polite">{titleOf(view === 'week' ? days : [day], view)}</strong>
        <Button icon={<DeskIcon of="forward" />} onClick={() => move(1)} aria-label={t(`calendar.next.${view}`)} />
        <Button onClick={() => set({ day: today() })}>{t('calendar.today')}</Button>
        <Segmented value={view} onChange={(v) => set({ view: v })} options={[{ value: 'month', label: t('calendar.month') }, { value: 'week', label: t('calendar.week') }]} />
      </div>
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : null}
      <CalendarGrid days={days} day={day} month={view === 'month' ? day.slice(0, 7) : undefined} sessions={query.data} busy={query.isPending} onDay={(d) => set({ day: d })} />
      {query.data?.length === 0 ? <p className="muted" role="status">{t(`calendar.none.${view}`)}</p> : null}
    </main>
  );
}

/** 2026年11月, or the first and last day of the week. */
function titleOf(days: readonly string[], view: 'month' | 'week'): string {
  const words = new Intl.DateTimeFormat(i18n.language, { timeZone: 'UTC', year: 'numeric', month: 'long', ...(view === 'week' ? { day: 'numeric' } : {}) });
  return words.formatRange(new Date(days[0]!), new Date(days.at(-1)!));
}
