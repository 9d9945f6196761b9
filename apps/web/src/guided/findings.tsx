import { provisional, unknownYears, type Conclusion, type EntitlementSheet, type SheetLine } from '@hejie/law';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { day, daysLeft, inLanguage, yuan } from '../design/format.js';
import { Icon } from '../design/parts.js';
import type { Law } from './use-law.js';
import './guided.css';
import './texts.js';

// What the answers come to, part by part: each page shows those it needs

const inYuan = (amount: number) => yuan(Math.round(amount * 100));

/** From least to most; null where there is no figure. */
export function useRange(): (line: Pick<SheetLine, 'low' | 'high'>) => string | null {
  const { t } = useTranslation();
  return ({ low, high }) => (low === null || high === null ? null : low === high ? inYuan(low) : t('guided.range', { low: inYuan(low), high: inYuan(high) }));
}

/** Whether a figure would be there if more were known; to have it declared that one is employed is no sum of money. */
export const figureMissing = (line: SheetLine): boolean => line.contradiction !== null || line.missingFacts.length + line.missingTables.length > 0;

/** Whose matter it is, why, and the telephone to call. */
export function Referrals({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation();
  return conclusion.referrals.map((r) => (
    <div className="card referral" key={r.id}>
      <p>{inLanguage(r.because)}</p>
      <p><strong>{inLanguage(r.goTo)}</strong></p>
      <p><a href={`tel:${r.phone}`}>{t('guided.call', { phone: r.phone })}</a></p>
      <p className="muted">{r.articles.map((a) => inLanguage(a.citation)).join(' ')}</p>
    </div>
  ));
}

/** What somebody in this situation should know, with where it stands. */
export function Notes({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation();
  if (conclusion.notes.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('guided.notes')}</h2>
      <ul className="list">{conclusion.notes.map((n) => <li key={n.id}>{inLanguage(n.text)} <span className="muted">{n.articles.map((a) => inLanguage(a.citation)).join(' ')}</span></li>)}</ul>
    </section>
  );
}

/** Kindly: not here, but there; and whom to ask when one is not sure. */
export function Elsewhere({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation();
  return (
    <>
      <Referrals conclusion={conclusion} />
      <Notes conclusion={conclusion} />
      <section className="card">
        <h2>{t('guided.ask')}</h2>
        <p>{t('guided.askHow')}</p>
        <div className="row">{['12348', '12351'].map((phone) => <a className="btn plain" key={phone} href={`tel:${phone}`}>{t('guided.call', { phone })}</a>)}</div>
      </section>
    </>
  );
}

/** Every period that runs: the safe date first, the last legal day, and the days left. */
export function Clocks({ law: { conclusion, calendars } }: { law: Pick<Law, 'conclusion' | 'calendars'> }) {
  const { t } = useTranslation();
  if (conclusion.clocks.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('guided.clocks')}</h2>
      <ul className="list">
        {conclusion.clocks.map((clock) => {
          const left = clock.dueDate ? daysLeft(clock.dueDate) : null;
          return (
            <li key={`${clock.rule}-${clock.from}`}>
              <strong>{inLanguage(clock.title)}</strong> <span className="muted">{t('guided.who', { who: inLanguage(clock.who) })}</span>
              {clock.dueDate && clock.rule === 'earliest_review' ? <p><Icon of="clock" /> {t('guided.opens', { date: day(clock.dueDate) })}</p> : clock.dueDate && left !== null ? (
                <p className={left < 0 ? 'late' : left <= 30 ? 'soon' : ''}>
                  <Icon of={left <= 30 ? 'warn' : 'clock'} /> {left < 0 ? t('guided.over', { date: day(clock.dueDate) }) : t(clock.rawDate === clock.dueDate ? 'guided.untilDay' : 'guided.until', { safe: day(clock.rawDate ?? clock.dueDate), last: day(clock.dueDate), count: left })}
                </p>
              ) : <p className="muted">{t('guided.noDateYet')}</p>}
              {left !== null && left < 0 && clock.rule !== 'earliest_review' ? <p>{clock.ifMissed ? inLanguage(clock.ifMissed) : t('guided.askSoon')}</p> : null}
              {clock.rawDate && clock.dueDate ? provisional(unknownYears(clock.rawDate, clock.dueDate, calendars)).map((p) => <p key={p.zh} role="note">{inLanguage(p)}</p>) : null}
              {clock.working.length ? <details><summary>{t('guided.working')}</summary><ol className="numbered">{clock.working.map((w) => <li key={w.zh}>{inLanguage(w)}</li>)}</ol></details> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Claim by claim from least to most, with the working; what is missing is said, never counted as nothing. */
export function Due({ sheet, place }: { sheet: EntitlementSheet; place?: ReactNode }) {
  const { t } = useTranslation();
  const range = useRange();
  if (sheet.lines.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('guided.due')}</h2>
      {place}
      <ul className="list">
        {sheet.lines.map((line) => (
          <li key={line.claim}>
            <strong>{inLanguage(line.title)}</strong>
            <p className="amount">{range(line) ?? t(figureMissing(line) ? 'guided.noFigure' : 'guided.noAmount')}</p>
            <Working line={line} />
          </li>
        ))}
      </ul>
      {sheet.lines.some((l) => l.low !== null) ? <p className="total">{t(sheet.total.complete ? 'guided.total' : 'guided.totalSoFar', { range: range(sheet.total) })}</p> : null}
      {sheet.total.alreadyPaid ? <p className="muted">{t('guided.paidOff', { amount: inYuan(sheet.total.alreadyPaid) })}</p> : null}
    </section>
  );
}

/** How a claim's range is counted, by which articles, what is missing and what would change it. */
export function Working({ line }: { line: SheetLine }) {
  const { t } = useTranslation();
  return (
    <>
      {line.contradiction ? <p className="late">{inLanguage(line.contradiction)}</p> : null}
      {line.missingFacts.length ? <p className="muted">{t('guided.missingFacts')} {line.missingFacts.map((m) => inLanguage(m.ask)).join(' ')}</p> : null}
      {line.missingTables.map((m) => <p className="muted" key={m.field}>{t('guided.missingTable', { what: inLanguage(m.title) })}</p>)}
      {line.rulings.length || line.changes.length ? (
        <details>
          <summary>{t('guided.working')}</summary>
          {line.rulings.map((r, i) => (
            <div key={i}>
              <ol className="numbered">{r.working.map((w) => <li key={w.zh}>{inLanguage(w)}</li>)}</ol>
              <p className="muted">{r.articles.map((a) => inLanguage(a.citation)).join(' ')}</p>
              {r.warnings.map((w) => <p className="muted" key={w.zh}>{inLanguage(w)}</p>)}
            </div>
          ))}
          {line.changes.length ? <><p>{t('guided.changes')}</p><ul>{line.changes.map((c) => <li key={c.zh}>{inLanguage(c)}</li>)}</ul></> : null}
        </details>
      ) : null}
    </>
  );
}

/** What to bring, what the employer holds, who has to prove what, and how to keep it. */
export function Bring({ conclusion: { evidence }, folded = false }: { conclusion: Conclusion; folded?: boolean }) {
  const { t } = useTranslation();
  const lists = [
    ['guided.bringCore', evidence.items.filter((i) => i.heldBy === 'worker' && i.weight === 'core')],
    ['guided.bringHelpful', evidence.items.filter((i) => i.heldBy === 'worker' && i.weight === 'helpful')],
    ['guided.theyHold', evidence.items.filter((i) => i.heldBy === 'employer')],
  ] as const;
  const all = (
    <>
      {lists.map(([title, items]) => (items.length ? <div className="bring" key={title}><h3>{t(title)}</h3><ul className="list">{items.map((i) => <li key={i.id}>{inLanguage(i.item)}<div className="muted">{inLanguage(i.proves)}</div></li>)}</ul></div> : null))}
      {evidence.burdens.length ? <details><summary>{t('guided.burdens')}</summary><ul className="list">{evidence.burdens.map((b) => <li key={b.fact.zh}>{inLanguage(b.fact)} — {inLanguage(b.who)} <span className="muted">{b.articles.map((a) => inLanguage(a.citation)).join(' ')}</span></li>)}</ul></details> : null}
      <details><summary>{t('guided.keeping')}</summary><ul className="list">{evidence.keeping.map((k) => <li key={k.zh}>{inLanguage(k)}</li>)}</ul></details>
    </>
  );
  if (folded) return <details className="card"><summary>{t('guided.bring')}</summary>{all}</details>;
  return <section className="card"><h2>{t('guided.bring')}</h2>{all}</section>;
}
