import type { SheetContent, SheetView } from '@hejie/entitlement/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { useSubmit } from '../api/use-submit.js';
import { day, dayTime, inLanguage, yuan } from '../design/format.js';
import { Failure, Loaded } from '../design/parts.js';

/** What is due, version by version; the newest is open. */
export function Sheets({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['sheets', caseId], queryFn: () => api.get<{ items: SheetView[] }>(`/cases/${caseId}/sheets`) });
  const clocks = useQuery({ queryKey: ['clocks', caseId], queryFn: () => api.get(`/cases/${caseId}/clocks`) });
  const { submit, busy, error } = useSubmit((_: object) => api.post(`/cases/${caseId}/sheets`));
  const ours = clocks.data !== undefined;
  return (
    <Loaded query={query}>
      {({ items }) => (
        <section className="card">
          <h2>{t('caseRights.sheet')}</h2>
          {error ? <Failure error={error} /> : null}
          {items.length === 0 ? <p>{t(ours ? 'caseRights.noSheet' : 'caseRights.nothingShown')}</p> : null}
          {ours ? <button className={items.length ? 'btn plain' : 'btn'} disabled={busy} onClick={() => void submit({})}>{t(items.length ? 'caseRights.makeAgain' : 'caseRights.make')}</button> : null}
          {items.map((s, i) => <details key={s.id} open={i === 0}><summary>{t('caseRights.version', { n: s.version, at: dayTime(s.madeAt) })}</summary><Sheet sheet={s} ours={ours} /></details>)}
        </section>
      )}
    </Loaded>
  );
}

function Sheet({ sheet, ours }: { sheet: SheetView; ours: boolean }) {
  const { t } = useTranslation();
  const person = useMe().data?.roles.includes('person') ?? false;
  const { submit, busy, error } = useSubmit(({ agree }: { agree: boolean }) => api.post(`/sheets/${sheet.id}/consent`, { agree }));
  const mine = ours ? sheet.consents.claimant : sheet.consents.respondent;
  const both = sheet.consents.claimant && sheet.consents.respondent;
  return (
    <>
      {sheet.content ? <Content content={sheet.content} /> : <p>{t('caseRights.hidden')}</p>}
      {sheet.content ? <a className="btn plain" href={`/api/sheets/${sheet.id}/pdf`} target="_blank" rel="noreferrer">{t('caseRights.pdf')}</a> : null}
      {error ? <Failure error={error} /> : null}
      <p className="muted">{t(both ? 'caseRights.bothSee' : sheet.consents.claimant ? 'caseRights.offered' : 'caseRights.onlyUs')}</p>
      {person ? <button className="btn plain" disabled={busy} onClick={() => void submit({ agree: !mine })}>{t(mine ? 'caseRights.takeBack' : ours ? 'caseRights.offer' : 'caseRights.agree')}</button> : null}
    </>
  );
}

function Content({ content: c }: { content: SheetContent }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted">{t('caseRights.asOf', { date: day(c.asOf), region: c.region, on: day(c.figuresOn) })}</p>
      <ul className="list">{c.lines.map((line) => <li key={line.claim}><Line line={line} general={c.warnings} /></li>)}</ul>
      <p><strong>{c.lines.every((line) => line.lowFen === null) ? t('caseRights.totalUnknown') : c.total.lowFen === c.total.highFen ? t('caseRights.total', { amount: yuan(c.total.lowFen) }) : t('caseRights.totalRange', { low: yuan(c.total.lowFen), high: yuan(c.total.highFen) })}</strong> {t('caseRights.alreadyPaid', { amount: yuan(c.total.alreadyPaidFen) })}</p>
      {c.total.complete ? null : <p role="note">{t('caseRights.incomplete')}</p>}
      {c.warnings.map((w) => <p key={w.zh} className="muted">{inLanguage(w)}</p>)}
    </>
  );
}

function Line({ line, general }: { line: SheetContent['lines'][number]; general: SheetContent['warnings'] }) {
  const { t } = useTranslation();
  const { lowFen, highFen } = line;
  const said = new Set(general.map((w) => w.zh));
  const cautions = [...new Map(line.rulings.flatMap((r) => r.warnings).filter((w) => !said.has(w.zh)).map((w) => [w.zh, w])).values()];
  const missing = line.missingFacts.length + line.missingTables.length > 0;
  return (
    <>
      <div className="row"><strong>{inLanguage(line.title)}</strong><span>{lowFen === null || highFen === null ? t(line.missingTables.length ? 'caseRights.notAvailable' : missing ? 'caseRights.factsMissing' : 'caseRights.noAmount') : lowFen === highFen ? yuan(lowFen) : t('caseRights.range', { low: yuan(lowFen), high: yuan(highFen) })}</span></div>
      {line.figuresOn ? <p className="muted">{t('caseRights.lineOn', { on: day(line.figuresOn) })}</p> : null}
      {line.contradiction ? <p role="alert">{inLanguage(line.contradiction)}</p> : null}
      {missing ? <ul>{line.missingFacts.map((f) => <li key={f.question}>{t('caseRights.missingFact', { fact: inLanguage(f.ask) })}</li>)}{line.missingTables.map((m) => <li key={m.field}>{t('caseRights.missingTable', { table: inLanguage(m.title) })}</li>)}</ul> : null}
      {cautions.map((w) => <p key={w.zh} role="note" className="muted">{inLanguage(w)}</p>)}
      {line.rulings.length || line.changes.length ? (
        <details>
          <summary>{t('caseRights.working')}</summary>
          {line.rulings.map((r, i) => <div key={i}><ul>{r.working.map((w) => <li key={w.zh}>{inLanguage(w)}</li>)}</ul><p className="muted">{r.articles.map((a) => inLanguage(a.citation)).join('；')}</p></div>)}
          {line.changes.length ? <><p>{t('caseRights.changes')}</p><ul>{line.changes.map((x) => <li key={x.zh}>{inLanguage(x)}</li>)}</ul></> : null}
        </details>
      ) : null}
    </>
  );
}
