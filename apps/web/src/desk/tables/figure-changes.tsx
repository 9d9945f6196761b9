import type { FigureChangeView } from '@hejie/entitlement/contract';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { date, dayTime } from '../../design/format.js';
import { Failure, Field } from '../../design/parts.js';
import { Days } from './calendar.js';
import { figureText } from './figure-text.js';

/** How many rows of a change are shown at once; a file may bring 2,000. */
const SHOWN = 30;
const TAG = { open: 'tag due', approved: 'tag ok', declined: 'tag' } as const;

/** What was proposed, by whom, and what a second officer makes of it. */
export function FigureChanges({ changes }: { changes: readonly FigureChangeView[] }) {
  const { t } = useTranslation();
  if (!changes.length) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('tables.noChanges')} />;
  return <>{changes.map((c) => <Change key={c.id} change={c} />)}</>;
}

function Change({ change: c }: { change: FigureChangeView }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  // once it counts, what is in force is what was proposed
  const open = c.status === 'open';
  const columns = ['region', 'figure', ...(open ? ['nowValue', 'newValue'] : ['value']), 'valid', 'certainty', 'source'];
  const rows = all ? c.rows : c.rows.slice(0, SHOWN);
  return (
    <section className="card">
      <div className="row"><h2>{c.reason}</h2><span className={TAG[c.status]}>{t(`tables.status.${c.status}`)}</span></div>
      <p className="muted">
        {c.proposedBy ? t('tables.proposedBy', { name: c.proposedBy, at: dayTime(c.proposedAt) }) : t('tables.shipped')}
        {c.decidedBy && c.decidedAt ? ` ${t('tables.decidedBy', { name: c.decidedBy, at: dayTime(c.decidedAt) })}` : ''}
        {c.note ? ` ${t('tables.note', { note: c.note })}` : ''}
      </p>
      {c.years.map((y) => (
        <div key={y.year}>
          <h3>{t('calendar.year', { year: y.year })}</h3>
          <p className="muted">{y.sourceUrl ? <a href={y.sourceUrl} target="_blank" rel="noreferrer">{y.sourceTitle}</a> : y.sourceTitle} {t(`certainty.${y.certainty}`)}</p>
          {y.days ? <Days days={y.days} /> : <p>{t('calendar.takenBack')}</p>}
        </div>
      ))}
      {rows.length ? <div className="tables-rows">
        <table>
          <thead><tr>{columns.map((h) => <th key={h} scope="col">{t(`tables.${h}`)}</th>)}</tr></thead>
          <tbody>
            {rows.map((r, i) => (
              <tr key={i}>
                <td>{r.region}</td>
                <td>{t(`figure.${r.figure}`)}</td>
                {open ? <td className="muted">{figureText(r.figure, r.now, t)}</td> : null}
                <td><strong>{figureText(r.figure, r.value, t)}</strong></td>
                <td>{r.validTo ? t('tables.fromTo', { from: date(r.validFrom), to: date(r.validTo) }) : t('tables.from', { from: date(r.validFrom) })}</td>
                <td>{t(`certainty.${r.certainty}`)}</td>
                <td>{r.sourceUrl ? <a href={r.sourceUrl} target="_blank" rel="noreferrer">{r.sourceTitle}</a> : r.sourceTitle}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div> : null}
      {rows.length < c.rows.length ? <Button onClick={() => setAll(true)}>{t('tables.showAll', { count: c.rows.length })}</Button> : null}
      {open ? c.mine ? <p role="status">{t('tables.needsAnother')}</p> : <Decide id={c.id} /> : null}
    </section>
  );
}

function Decide({ id }: { id: string }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { approve: boolean; note?: string }) => api.post(`/local-figures/changes/${id}/decision`, body));
  const [note, setNote] = useState('');
  const decide = (approve: boolean) => void submit({ approve, ...(note ? { note } : {}) });
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <Field label={t('tables.decisionNote')}><input value={note} onChange={(e) => setNote(e.target.value)} maxLength={500} /></Field>
      <div className="row">
        <Button type="primary" disabled={busy} onClick={() => decide(true)}>{t('tables.approve')}</Button>
        <Button danger disabled={busy} onClick={() => decide(false)}>{t('tables.decline')}</Button>
      </div>
    </>
  );
}
