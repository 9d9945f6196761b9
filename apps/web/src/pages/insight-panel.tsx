import { DISPUTE_TYPES, type DisputeType } from '@hejie/law';
import type { City, FigureCases } from '@hejie/insight/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { day, dayTime, inLanguage, yuan } from '../design/format.js';
import { Loaded } from '../design/parts.js';

/** The numbers of the city; each opens to the cases it was counted from. */
export function InsightPanel() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['city'], queryFn: () => api.get<City>('/insight/city') });
  const [opened, setOpened] = useState<{ title: string; query: string }>();
  const typeName = (type: string) => (type in DISPUTE_TYPES ? inLanguage(DISPUTE_TYPES[type as DisputeType]) : type);
  const figure = (label: string, value: string | number, search: string) => (
    <button className="btn plain" onClick={() => setOpened({ title: label, query: search })}><span className="muted">{label}</span>&nbsp;<span className="amount">{value}</span></button>
  );
  return (
    <section className="card">
      <h2>{t('insight.title')}</h2>
      <Loaded query={query}>
        {(c) => (
          <>
            <p className="muted">{c.compiledAt ? t('insight.compiledAt', { at: dayTime(c.compiledAt) }) : t('insight.notYet')}</p>
            <div className="row">
              {figure(t('insight.cases'), c.cases, 'figure=cases')}
              {figure(t('insight.settled'), c.settled, 'figure=settled')}
              {figure(t('insight.recovered'), yuan(c.recoveredFen), 'figure=recovered')}
              <span className="muted">{c.daysToSettle.median === null ? t('insight.noDays') : t('insight.days', { median: Math.round(c.daysToSettle.median), p90: Math.round(c.daysToSettle.p90!) })}</span>
            </div>
            <Numbers heading={t('case.type')} rows={c.byType.map((g) => ({ key: g.type, name: typeName(g.type), ...g, query: `type=${g.type}` }))} open={setOpened} />
            <Numbers heading={t('insight.month')} rows={c.byMonth.map((g) => ({ key: g.month, name: g.month, ...g, query: `month=${g.month}` }))} open={setOpened} />
          </>
        )}
      </Loaded>
      {opened ? <CasesBehind key={opened.query} {...opened} /> : null}
    </section>
  );
}

interface NumberRow { key: string; name: string; cases: number; settled: number; recoveredFen: number; query: string }

function Numbers({ heading, rows, open }: { heading: string; rows: NumberRow[]; open: (o: { title: string; query: string }) => void }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...rows.map((r) => r.cases));
  return (
    <div className="scroll">
      <table>
        <thead><tr><th>{heading}</th><th>{t('insight.cases')}</th><th>{t('insight.settled')}</th><th>{t('insight.recovered')}</th></tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.key}>
              <td>{r.name}</td>
              <td><button className="btn plain" onClick={() => open({ title: r.name, query: `figure=cases&${r.query}` })}>{r.cases}</button> <meter min={0} max={most} value={r.cases} aria-hidden="true" /></td>
              <td><button className="btn plain" onClick={() => open({ title: r.name, query: `figure=settled&${r.query}` })}>{r.settled}</button></td>
              <td>{yuan(r.recoveredFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CasesBehind({ title, query: search }: { title: string; query: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['behind', search], queryFn: () => api.get<FigureCases>(`/insight/cases?${search}&limit=200`) });
  return (
    <div aria-live="polite">
      <h3>{t('insight.behind', { title })}</h3>
      <Loaded query={query}>
        {({ items, total }) => (
          <ul className="list box" tabIndex={0}>
            {items.map((c) => <li key={c.caseId}><Link href={`/cases/${c.caseId}`}>{c.number}</Link> {c.employerName} <span className="muted">{day(c.filedOn)}</span> {c.settledFen ? yuan(c.settledFen) : ''}</li>)}
            {total > items.length ? <li className="muted">{t('insight.firstOnly', { count: items.length })}</li> : null}
          </ul>
        )}
      </Loaded>
    </div>
  );
}
