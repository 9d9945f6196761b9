import { addDays, type CivilDate } from '@hejie/law';
import i18n from 'i18next';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { day as wholeDay, time } from '../../design/format.js';
import { dayOf, today } from './civil-days.js';
import type { SessionItem } from './use-sessions.js';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface Props {
  /** Whole weeks from Monday on. */
  readonly days: readonly CivilDate[];
  /** Where the keyboard stands. */
  readonly day: CivilDate;
  /** Days outside it are pale. */
  readonly month: string | undefined;
  readonly sessions: readonly SessionItem[] | undefined;
  /** The sessions are on their way. */
  readonly busy: boolean;
  onDay(day: CivilDate): void;
}

/** Weeks as rows. Arrows go from day to day, Tab goes on to the sessions of the day, Enter opens one. */
export function CalendarGrid({ days, day, month, sessions = [], busy, onDay }: Props) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const now = today();
  const weeks = Array.from({ length: days.length / 7 }, (_, w) => days.slice(w * 7, w * 7 + 7));
  const onKeyDown = (e: KeyboardEvent) => {
    const step = STEPS[e.key];
    if (!step || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    const to = addDays(day, step);
    onDay(to);
    // the day may come with the next page only
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus());
  };
  return (
    <table className="calendar" aria-busy={busy} ref={table} onKeyDown={onKeyDown}>
      <caption className="visually-hidden">{t('desk.calendar')}</caption>
      <thead><tr>{days.slice(0, 7).map((d) => <th key={d} scope="col">{new Intl.DateTimeFormat(i18n.language, { timeZone: 'UTC', weekday: 'short' }).format(new Date(d))}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((d) => {
              const mine = sessions.filter((s) => dayOf(s.startsAt) === d);
              return (
                <td key={d} className={[d === now ? 'today' : '', month && !d.startsWith(month) ? 'outside' : ''].filter(Boolean).join(' ')}>
                  <button data-day={d} tabIndex={d === day ? 0 : -1} aria-current={d === now ? 'date' : undefined} aria-label={t('calendar.dayWith', { day: wholeDay(d), count: mine.length })} onClick={() => onDay(d)}>{Number(d.slice(8))}</button>
                  {mine.length ? <ul>{mine.map((s) => <li key={s.id}><SessionLink session={s} /></li>)}</ul> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SessionLink({ session: s }: { session: SessionItem }) {
  const { t } = useTranslation();
  return (
    <Link href={`/sessions/${s.id}`} className={`session ${s.status}`}>
      <span><strong>{time(s.startsAt)}</strong> <span className="keep">{t(s.status === 'scheduled' ? `path.mediate_${s.mode}` : `sessionStatus.${s.status}`)}</span></span>
      <span className="muted">{s.caseNumber}</span>
    </Link>
  );
}
