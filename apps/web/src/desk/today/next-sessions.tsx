import { addDays } from '@hejie/law';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayTime } from '../../design/format.js';
import { Loaded } from '../../design/parts.js';
import { startOf, today } from '../calendar/civil-days.js';
import { useSessions } from '../calendar/use-sessions.js';

const AHEAD_DAYS = 14;

/** The sessions of the next two weeks, today's still to be closed among them. */
export function NextSessions() {
  const { t } = useTranslation();
  const from = today();
  const query = useSessions(startOf(from), startOf(addDays(from, AHEAD_DAYS)));
  return (
    <section className="card">
      <h2>{t('desk.nextSessions')}</h2>
      <Loaded query={query}>
        {(all) => {
          const ahead = all.filter((s) => s.status === 'scheduled' || s.status === 'open');
          return ahead.length === 0 ? <p className="muted">{t('desk.noSessions')}</p> : (
            <ul className="list">
              {ahead.map((s) => (
                <li key={s.id}>
                  <Link href={`/sessions/${s.id}`}>{dayTime(s.startsAt)}</Link> <span className="tag">{t(`sessionStatus.${s.status}`)}</span>
                  <div className="muted">{s.caseNumber} {t(`path.mediate_${s.mode}`)} {s.place}</div>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Link href="/desk/calendar">{t('desk.toCalendar')}</Link>
    </section>
  );
}
