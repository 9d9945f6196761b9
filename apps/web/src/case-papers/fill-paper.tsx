import type { CasePapers, FillPapers, PaperField } from '@hejie/escalation/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Amount } from '../design/amount.js';
import { DateField } from '../design/date-field.js';
import { inLanguage, toFen } from '../design/format.js';
import { Choice, Failure, Field } from '../design/parts.js';

interface FillProps {
  readonly caseId: string;
  readonly answers: CasePapers['answers'][number];
  readonly fields: readonly PaperField[];
  readonly missing: readonly string[];
}

const THIS_YEAR = new Date().getFullYear();
/** A term may be agreed on for some time from now. */
const AHEAD = 2;
const YEARS = [THIS_YEAR, ...Array.from({ length: AHEAD }, (_, i) => THIS_YEAR + i + 1), ...Array.from({ length: 30 }, (_, i) => THIS_YEAR - i - 1)];

/** What the paper needs and the case does not know; what is missing first, what is optional folded away. */
export function FillPaper({ caseId, answers, fields, missing }: FillProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const { submit, busy, error } = useSubmit(({ side, expectedVersion, answers: given }: FillPapers) => api.put<CasePapers>(`/cases/${caseId}/papers/answers`, { side, expectedVersion, answers: given }));
  const save = () => void submit({ side: answers.side, expectedVersion: answers.version, answers: Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, value.trim() || null])) });
  const set = (id: string) => (value: string) => setTyped({ ...typed, [id]: value });
  const ask = (field: PaperField) => <Ask key={field.id} field={field} value={typed[field.id] ?? field.value ?? ''} onChange={set(field.id)} />;
  // what was missing and is filled in now stays in sight, to be put right
  const first = fields.filter((f) => missing.includes(f.id) || f.value !== null || f.masked !== null);
  const more = fields.filter((f) => !first.includes(f));
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); save(); }}>
      <h2>{t('papers.fill')}</h2>
      <p className="muted">{t('papers.sharedAnswers')}</p>
      {error ? <Failure error={error} /> : null}
      {first.map(ask)}
      {more.length ? <details className="papers-more" open={first.length === 0}><summary>{t('papers.fillOptional')}</summary>{more.map(ask)}</details> : null}
      <button className="btn" disabled={busy || Object.keys(typed).length === 0}>{t('papers.save')}</button>
      {answers.version > 0 && Object.keys(typed).length === 0 ? <p className="muted" role="status">{t('papers.saved')}</p> : null}
    </form>
  );
}

function Ask({ field: f, value, onChange }: { field: PaperField; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const label = inLanguage(f.label);
  const hint = f.masked ? t('papers.kept', { masked: f.masked }) : f.hint ? inLanguage(f.hint) : undefined;
  if (f.kind === 'choice' || f.kind === 'consent') {
    const options = f.kind === 'consent' ? (['yes', 'no'] as const).map((v) => ({ value: v as string, label: t(`papers.consent.${v}`) })) : f.options.map((o) => ({ value: o.value, label: inLanguage(o.label) }));
    return (
      <>
        <Choice legend={label} name={f.id} value={value || undefined} options={options} onChange={onChange} />
        {value ? <p><button type="button" className="btn plain" onClick={() => onChange('')}>{t('papers.clear')}</button></p> : null}
      </>
    );
  }
  if (f.kind === 'date') return <DateField label={label} {...(hint ? { hint } : {})} value={value} onChange={onChange} years={YEARS} />;
  if (f.kind === 'money') return <Amount label={label} fen={toFen(value)} onChange={(fen) => onChange(fen === undefined ? '' : String(fen / 100))} />;
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {f.kind === 'long' ? <textarea value={value} maxLength={2000} onChange={(e) => onChange(e.target.value)} /> : <input value={value} inputMode={f.kind === 'phone' ? 'tel' : 'text'} maxLength={f.kind === 'idNumber' || f.kind === 'uscc' ? 18 : 200} autoComplete="off" onChange={(e) => onChange(e.target.value)} />}
    </Field>
  );
}
