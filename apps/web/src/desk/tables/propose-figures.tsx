import { certaintySchema, DOUBLE_WAGE_MODES, figureSchema, isMode, isMoney, NATION, type Certainty, type Figure, type FigureRow } from '@hejie/entitlement/contract';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { DateField, yearsFromNow } from '../../design/date-field.js';
import { toFen } from '../../design/format.js';
import { Failure, Field } from '../../design/parts.js';
import { ProposeCalendar } from './propose-calendar.js';

const YEARS = [...yearsFromNow(2), ...yearsFromNow(-20).slice(1)];
const IMPORTS = { figures: '/local-figures/changes/import', calendars: '/holiday-calendars/changes/import' } as const;

/** One figure or one year's holidays by hand, or a file of many; each waits for a second officer. */
export function ProposeFigures({ done }: { done: () => void }) {
  return <div className="two-columns"><div><OneFigure done={done} /><FromFile of="figures" done={done} /></div><div><ProposeCalendar done={done} /><FromFile of="calendars" done={done} /></div></div>;
}

function OneFigure({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { reason: string; rows: FigureRow[] }) => api.post('/local-figures/changes', body));
  const [figure, setFigure] = useState<Figure>('min_monthly_wage');
  const [certainty, setCertainty] = useState<Certainty>('unverified');
  const [form, setForm] = useState({ region: '', value: '', validFrom: '', validTo: '', sourceTitle: '', sourceUrl: '', reason: '' });
  const national = figure === 'national_urban_income_prev_year';
  const value = form.value.trim() === '' ? null : isMoney(figure) ? toFen(form.value) : /^\d{1,3}$/.test(form.value.trim()) ? Number(form.value) : undefined;
  const field = (name: keyof typeof form, more: { hint?: string; type?: string; required?: boolean; inputMode?: 'decimal' } = {}): ReactNode => {
    const { hint, ...attributes } = more;
    return <Field label={t(`tables.${name}`)} {...(hint ? { hint } : {})}><input value={form[name]} onChange={(e) => setForm({ ...form, [name]: e.target.value })} {...attributes} /></Field>;
  };
  /** A typed number is no mode, nor the other way round. */
  const pick = (next: Figure) => {
    if (isMode(next) !== isMode(figure)) setForm({ ...form, value: '' });
    setFigure(next);
  };
  const send = async () => {
    if (value === undefined) return;
    const row: FigureRow = { region: national ? NATION : form.region, figure, value, validFrom: form.validFrom, validTo: form.validTo || null, sourceTitle: form.sourceTitle, sourceUrl: form.sourceUrl || null, certainty };
    if (await submit({ reason: form.reason, rows: [row] })) done();
  };
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <h2>{t('tables.one')}</h2>
      {error ? <Failure error={error} labels={{ 'rows.*.figure': t('tables.figure'), ...Object.fromEntries((['region', 'value', 'validFrom', 'validTo', 'sourceTitle', 'sourceUrl', 'certainty'] as const).map((of) => [`rows.*.${of}`, t(`tables.${of}`)])), reason: t('tables.reason') }} /> : null}
      <Field label={t('tables.figure')}><select value={figure} onChange={(e) => pick(e.target.value as Figure)}>{figureSchema.options.map((f) => <option key={f} value={f}>{t(`figure.${f}`)}</option>)}</select></Field>
      {national ? null : field('region', { hint: t('tables.regionHint'), required: true })}
      {isMode(figure) ? (
        <Field label={t('tables.value')}><select value={form.value} onChange={(e) => setForm({ ...form, value: e.target.value })}>
          <option value="">{t('tables.notAvailable')}</option>
          {DOUBLE_WAGE_MODES.map((mode, i) => <option key={mode} value={i + 1}>{t(`tables.mode.${mode}`)}</option>)}
        </select></Field>
      ) : field('value', { hint: t(isMoney(figure) ? 'tables.valueYuan' : 'tables.valueMonths'), inputMode: 'decimal' })}
      {value === undefined ? <p role="alert" className="error">{t('tables.valueWrong')}</p> : null}
      <DateField label={t('tables.validFrom')} value={form.validFrom} years={YEARS} onChange={(validFrom) => setForm({ ...form, validFrom })} required />
      <DateField label={t('tables.validTo')} hint={t('tables.optional')} value={form.validTo} years={YEARS} onChange={(validTo) => setForm({ ...form, validTo })} />
      {field('sourceTitle', { required: true, hint: t('tables.sourceHint') })}
      {field('sourceUrl', { type: 'url', hint: t('tables.optional') })}
      <Field label={t('tables.certainty')}><select value={certainty} onChange={(e) => setCertainty(e.target.value as Certainty)}>{certaintySchema.options.map((c) => <option key={c} value={c}>{t(`certainty.${c}`)}</option>)}</select></Field>
      {field('reason', { required: true, hint: t('tables.reasonHint') })}
      <Button htmlType="submit" type="primary" loading={busy} disabled={value === undefined}>{t('tables.send')}</Button>
    </form>
  );
}

function FromFile({ of, done }: { of: keyof typeof IMPORTS; done: () => void }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { reason: string; csv: string }) => api.post(IMPORTS[of], body));
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File>();
  const send = async () => {
    if (file && (await submit({ reason, csv: await file.text() }))) done();
  };
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <h2>{t(`tables.file.${of}`)}</h2>
      {error ? <Failure error={error} labels={{ csv: t('tables.chooseFile'), reason: t('tables.reason') }} /> : null}
      <p className="muted">{t(`tables.fileHint.${of}`)}</p>
      <div className="field">
        <span className="pick btn plain">
          {t('tables.chooseFile')}
          <input type="file" accept=".csv,text/csv" required aria-label={t('tables.chooseFile')} onChange={(e) => setFile(e.target.files?.[0])} />
        </span>{' '}
        <span className="hint">{file?.name}</span>
      </div>
      <Field label={t('tables.reason')} hint={t('tables.reasonHint')}><input value={reason} onChange={(e) => setReason(e.target.value)} required minLength={5} maxLength={500} /></Field>
      <Button htmlType="submit" loading={busy}>{t('tables.send')}</Button>
    </form>
  );
}
