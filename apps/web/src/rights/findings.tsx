import { lawCalendars, type CalendarsInForceView } from '@hejie/entitlement/contract';
import { conclude, entitlementSheet, nothingLoaded, provisional, SHIPPED_CALENDARS, unknownYears, type Answers, type Calendars, type Conclusion, type EntitlementSheet, type LocalFigures } from '@hejie/law';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, newRequestId } from '../api/client.js';
import { useMe } from '../api/me.js';
import { today } from '../design/date-field.js';
import { day, daysLeft, inLanguage, yuan } from '../design/format.js';
import { Failure, Field, Icon } from '../design/parts.js';
import { draftFrom } from './carry-over.js';
import { forgetAnswers } from './kept-answers.js';

const inYuan = (amount: number) => yuan(Math.round(amount * 100));

/** What the answers come to: where it belongs, what is due, by when, with what proof, and the way on. */
export function Findings({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState('');
  const local = useQuery({
    queryKey: ['local-figures', place],
    enabled: place.trim().length >= 2,
    queryFn: () => api.get<LocalFigures>(`/local-figures/of?place=${encodeURIComponent(place.trim())}&on=${today()}`),
  });
  // without the tables at hand the calendars of the law itself count
  const loaded = useQuery({ queryKey: ['holiday-calendars'], queryFn: () => api.get<CalendarsInForceView>('/holiday-calendars') });
  const calendars = loaded.data ? lawCalendars(loaded.data.items) : SHIPPED_CALENDARS;
  const conclusion = conclude(answers, calendars);
  const sheet = entitlementSheet({ answers, local: local.data ?? nothingLoaded(place.trim()), asOf: today(), calendars });
  return (
    <>
      <h1>{t(`rights.scope.${conclusion.scope}`)}</h1>
      {conclusion.referrals.map((r) => (
        <div className="card referral" key={r.id}>
          <p>{inLanguage(r.because)}</p>
          <p><strong>{inLanguage(r.goTo)}</strong></p>
          <p><a href={`tel:${r.phone}`}>{t('rights.call', { phone: r.phone })}</a></p>
        </div>
      ))}
      {conclusion.scope === 'out' ? null : (
        <>
          <Clocks conclusion={conclusion} calendars={calendars} />
          <Due sheet={sheet} place={place} onPlace={setPlace} />
          <Bring conclusion={conclusion} />
        </>
      )}
      {conclusion.notes.length ? <section className="card"><h2>{t('rights.notes')}</h2><ul className="list">{conclusion.notes.map((n) => <li key={n.id}>{inLanguage(n.text)}</li>)}</ul></section> : null}
      {conclusion.scope === 'out' ? null : <FileIt answers={answers} sheet={sheet} />}
      <p className="muted">{t('rights.notAdvice')}</p>
    </>
  );
}

/** Every period that runs: the safe date first, the last legal day, and the days left. */
function Clocks({ conclusion, calendars }: { conclusion: Conclusion; calendars: Calendars }) {
  const { t } = useTranslation();
  if (conclusion.clocks.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('rights.clocks')}</h2>
      <ul className="list">
        {conclusion.clocks.map((clock) => {
          const left = clock.dueDate ? daysLeft(clock.dueDate) : null;
          return (
            <li key={`${clock.rule}-${clock.from}`}>
              <strong>{inLanguage(clock.title)}</strong> <span className="muted">{inLanguage(clock.who)}</span>
              {clock.dueDate && left !== null ? (
                <p className={left < 0 ? 'late' : left <= 30 ? 'soon' : ''}>
                  <Icon of={left <= 30 ? 'warn' : 'clock'} /> {left < 0 ? t('rights.over', { date: day(clock.dueDate) }) : t('rights.until', { safe: day(clock.rawDate ?? clock.dueDate), last: day(clock.dueDate), count: left })}
                </p>
              ) : <p className="muted">{t('rights.noDateYet')}</p>}
              {clock.rawDate && clock.dueDate ? provisional(unknownYears(clock.rawDate, clock.dueDate, calendars)).map((p) => <p key={p.zh} role="note">{inLanguage(p)}</p>) : null}
              {clock.working.length ? <details><summary>{t('rights.working')}</summary><ol>{clock.working.map((w) => <li key={w.zh}>{inLanguage(w)}</li>)}</ol></details> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Claim by claim from least to most, with the working; what is missing is said, never counted as nothing. */
function Due({ sheet, place, onPlace }: { sheet: EntitlementSheet; place: string; onPlace: (place: string) => void }) {
  const { t } = useTranslation();
  if (sheet.lines.length === 0) return null;
  const needsTables = sheet.lines.some((l) => l.missingTables.length) || place !== '';
  return (
    <section className="card">
      <h2>{t('rights.due')}</h2>
      {needsTables ? <Field label={t('rights.place')} hint={t('rights.placeHint')}><input value={place} maxLength={50} onChange={(e) => onPlace(e.target.value)} /></Field> : null}
      <ul className="list">
        {sheet.lines.map((line) => (
          <li key={line.claim}>
            <strong>{inLanguage(line.title)}</strong>
            <p className="amount">{line.low === null || line.high === null ? t('rights.noFigure') : line.low === line.high ? inYuan(line.low) : t('rights.range', { low: inYuan(line.low), high: inYuan(line.high) })}</p>
            {line.contradiction ? <p className="late">{inLanguage(line.contradiction)}</p> : null}
            {line.missingFacts.length ? <p className="muted">{t('rights.missingFacts')} {line.missingFacts.map((m) => inLanguage(m.ask)).join(' ')}</p> : null}
            {line.missingTables.map((m) => <p className="muted" key={m.field}>{t('rights.missingTable', { what: inLanguage(m.title) })}</p>)}
            {line.rulings.length || line.changes.length ? (
              <details>
                <summary>{t('rights.working')}</summary>
                {line.rulings.map((r, i) => <div key={i}><ol>{r.working.map((w) => <li key={w.zh}>{inLanguage(w)}</li>)}</ol><p className="muted">{r.articles.map((a) => inLanguage(a.citation)).join(' ')}</p>{r.warnings.map((w) => <p className="muted" key={w.zh}>{inLanguage(w)}</p>)}</div>)}
                {line.changes.length ? <><p>{t('rights.changes')}</p><ul>{line.changes.map((c) => <li key={c.zh}>{inLanguage(c)}</li>)}</ul></> : null}
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {sheet.lines.some((l) => l.low !== null) ? <p className="total">{t(sheet.total.complete ? 'rights.total' : 'rights.totalSoFar', { low: inYuan(sheet.total.low), high: inYuan(sheet.total.high) })}</p> : null}
      {sheet.total.alreadyPaid ? <p className="muted">{t('rights.paidOff', { amount: inYuan(sheet.total.alreadyPaid) })}</p> : null}
    </section>
  );
}

function Bring({ conclusion: { evidence } }: { conclusion: Conclusion }) {
  const { t } = useTranslation();
  const lists = [
    ['rights.bringCore', evidence.items.filter((i) => i.heldBy === 'worker' && i.weight === 'core')],
    ['rights.bringHelpful', evidence.items.filter((i) => i.heldBy === 'worker' && i.weight === 'helpful')],
    ['rights.theyHold', evidence.items.filter((i) => i.heldBy === 'employer')],
  ] as const;
  return (
    <section className="card">
      <h2>{t('rights.bring')}</h2>
      {lists.map(([title, items]) => (items.length ? <div key={title}><h3>{t(title)}</h3><ul className="list">{items.map((i) => <li key={i.id}>{inLanguage(i.item)}<span className="muted"> {inLanguage(i.proves)}</span></li>)}</ul></div> : null))}
      {evidence.burdens.length ? <details><summary>{t('rights.burdens')}</summary><ul className="list">{evidence.burdens.map((b) => <li key={b.fact.zh}>{inLanguage(b.fact)} — {inLanguage(b.who)} <span className="muted">{b.articles.map((a) => inLanguage(a.citation)).join(' ')}</span></li>)}</ul></details> : null}
      <details><summary>{t('rights.keeping')}</summary><ul className="list">{evidence.keeping.map((k) => <li key={k.zh}>{inLanguage(k)}</li>)}</ul></details>
    </section>
  );
}

/** Files with everything carried over; whoever has not signed in does so first and comes back here. */
function FileIt({ answers, sheet }: { answers: Answers; sheet: EntitlementSheet }) {
  const { t } = useTranslation();
  const me = useMe();
  const [, go] = useLocation();
  const [requestId] = useState(newRequestId);
  const [error, setError] = useState<unknown>();
  if (me.data && !me.data.roles.includes('person')) return null;
  const file = async () => {
    if (!me.data) return go('/sign-in?next=/rights');
    try {
      const { id } = await api.post<{ id: string }>('/cases', { requestId });
      await api.patch(`/cases/${id}/draft`, { answers: draftFrom(answers, sheet) });
      forgetAnswers();
      go(`/file/${id}`);
    } catch (e) {
      setError(e);
    }
  };
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <button className="btn big" onClick={() => void file()}>{t('rights.file')}</button>
    </>
  );
}
