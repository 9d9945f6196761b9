import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMe } from '../../api/me.js';
import { day } from '../../design/format.js';
import { Loaded } from '../../design/parts.js';
import { today } from '../calendar/civil-days.js';
import { filterCases, type Show } from '../cases/case-filters.js';
import type { DeskCase } from '../cases/desk-case.js';
import { CaseRow } from '../cases/case-row.js';
import { useCaseload } from '../cases/use-caseload.js';
import { ProfileNotice } from '../profile/profile-notice.js';
import { OpenRequests } from '../requests/open-requests.js';
import { HandedOver } from './handed-over.js';
import { NextSessions } from './next-sessions.js';

const FIRST = 8;
const COUNTED: readonly Show[] = ['due', 'waiting', 'unread', 'all'];

/** Where the day starts: how much there is of what, and what to do first. */
export function TodaySection() {
  const { t } = useTranslation();
  const roles = useMe().data?.roles ?? [];
  const query = useCaseload();
  return (
    <main className="desk-page">
      <h1>{t('desk.todayIs', { day: day(today()) })}</h1>
      {roles.includes('lawyer') ? <ProfileNotice /> : null}
      <div className="desk-cols">
        <div>
          <Counts cases={query.data} failed={query.isError} />
          {roles.includes('lawyer') ? <section><h2>{t('desk.requests')}</h2><OpenRequests /></section> : null}
          {roles.some((r) => r === 'operator' || r === 'grid_officer') ? <HandedOver /> : null}
          <section className="card">
            <h2>{t('desk.first')}</h2>
            <Loaded query={query}>{(cases) => <First cases={cases} />}</Loaded>
          </section>
        </div>
        {roles.some((r) => r === 'lawyer' || r === 'mediator') ? <NextSessions /> : null}
      </div>
    </main>
  );
}

function Counts({ cases, failed }: { cases: readonly DeskCase[] | undefined; failed: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className="desk-counts">
      {COUNTED.map((show) => (
        <li key={show}>
          <Link href={`/desk/cases${show === 'all' ? '' : `?show=${show}`}`}><span>{t(`show.${show}`)}</span> <strong>{cases ? filterCases(cases, show, '').length : failed ? '–' : '…'}</strong></Link>
        </li>
      ))}
    </ul>
  );
}

/** What is due soon, waits for one or was written about, in the order of the list. */
function First({ cases }: { cases: readonly DeskCase[] }) {
  const { t } = useTranslation();
  const wanted = new Set((['due', 'waiting', 'unread'] as const).flatMap((show) => filterCases(cases, show, '')));
  const first = cases.filter((c) => wanted.has(c));
  if (first.length === 0) return <p className="muted">{t(cases.length ? 'desk.nothingWaits' : 'desk.noCases')}</p>;
  return (
    <>
      <ul className="case-list">{first.slice(0, FIRST).map((c) => <li key={c.id}><CaseRow of={c} /></li>)}</ul>
      {first.length > FIRST ? <Link href="/desk/cases">{t('desk.moreCases', { count: first.length - FIRST })}</Link> : null}
    </>
  );
}
