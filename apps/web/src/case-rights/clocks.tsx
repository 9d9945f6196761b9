import type { CaseClocksView, ClockView } from '@hejie/entitlement/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../api/client.js';
import { day, inLanguage } from '../design/format.js';
import { Icon, Loaded } from '../design/parts.js';
import { Events } from './events.js';

const ORDER = { running: 0, missed: 1, opens: 2, met: 3 } as const;
const SOON_DAYS = 7;

/** Every statutory period of the case: those that run first, each with its working. */
export function Clocks({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['clocks', caseId], queryFn: () => api.get<CaseClocksView>(`/cases/${caseId}/clocks`) });
  // the other side has sheets to look at, and no clocks
  if (query.error instanceof ApiProblem && query.error.status === 404) return null;
  return (
    <Loaded query={query}>
      {({ today, clocks, events }) => (
        <>
          <section className="card next">
            <h2>{t('caseRights.clocks')}</h2>
            {clocks.length === 0 ? <p>{t('caseRights.noClocks')}</p> : null}
            <ol className="list">
              {[...clocks].sort((a, b) => ORDER[a.state] - ORDER[b.state]).map((c) => <li key={`${c.rule} ${c.triggerDate}`}><OneClock clock={c} today={today} /></li>)}
            </ol>
          </section>
          <Events caseId={caseId} events={events} today={today} />
        </>
      )}
    </Loaded>
  );
}

function OneClock({ clock: c, today }: { clock: ClockView; today: string }) {
  const { t } = useTranslation();
  const left = Math.round((Date.parse(c.rawDate) - Date.parse(today)) / 86_400_000);
  const tag = c.state === 'missed' ? 'tag bad' : c.state === 'running' ? (left <= SOON_DAYS ? 'tag due' : 'tag') : c.state === 'met' ? 'tag ok' : 'tag';
  const word = c.state === 'running' ? (left > 0 ? t('caseRights.left', { count: left }) : left === 0 ? t('caseRights.safeToday') : t('caseRights.lastDays')) : t(`caseRights.state.${c.state}`);
  return (
    <>
      <div className="row"><strong>{inLanguage(c.title)}</strong><span className={tag}><Icon of="clock" /> {word}</span></div>
      <div>
        {c.rule === 'HEARING_DAY' ? t('caseRights.hearingOn', { date: day(c.dueDate) }) : c.state === 'opens' ? t('caseRights.opensOn', { date: day(c.dueDate) }) : c.rawDate === c.dueDate ? t('caseRights.until', { date: day(c.dueDate) }) : t('caseRights.safeAndLast', { safe: day(c.rawDate), last: day(c.dueDate) })}
        {' '}{c.rule === 'HEARING_DAY' ? null : <span className="muted">{t('caseRights.who', { who: inLanguage(c.whoTitle) })}</span>}
      </div>
      {c.provisional.map((p) => <p key={p.zh} role="note">{inLanguage(p)}</p>)}
      {c.endedOn ? <div className="muted">{t('caseRights.endedOn', { date: day(c.endedOn) })}</div> : null}
      {c.advice ? <p role="note"><strong>{inLanguage(c.advice)}</strong></p> : null}
      <details>
        <summary>{t('caseRights.working')}</summary>
        <p>{t('caseRights.startsFrom', { event: inLanguage(c.from), date: day(c.triggerDate) })}</p>
        <ul>{c.working.map((w) => <li key={w.zh}>{inLanguage(w)}</li>)}</ul>
        <p className="muted">{c.articles.map((a) => inLanguage(a.citation)).join('；')}</p>
        {c.warnings.map((w) => <p key={w.zh} className="muted">{inLanguage(w)}</p>)}
      </details>
    </>
  );
}
