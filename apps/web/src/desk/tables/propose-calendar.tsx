import { certaintySchema, type Certainty, type HolidayYear } from '@hejie/entitlement/contract';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';
import { readDays, readStretches } from './typed-days.js';

/** The arrangement of one year as the State Council published it, typed from the notice; it waits for a second officer. */
export function ProposeCalendar({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { reason: string; years: HolidayYear[] }) => api.post('/holiday-calendars/changes', body));
  const [certainty, setCertainty] = useState<Certainty>('verified');
  const [form, setForm] = useState({ year: '', breaks: '', makeUp: '', statutory: '', sourceTitle: '', sourceUrl: '', reason: '' });
  const year = /^\d{4}$/.test(form.year) ? Number(form.year) : undefined;
  const [breaks, makeUp, statutory] = [readStretches(form.breaks, year), readDays(form.makeUp, year), readDays(form.statutory, year)];
  const set = (name: keyof typeof form) => (e: { target: { value: string } }) => setForm({ ...form, [name]: e.target.value });
  const line = (name: keyof typeof form, more: { hint?: string; type?: string; required?: boolean; inputMode?: 'numeric' } = {}): ReactNode => {
    const { hint, ...attributes } = more;
    return <Field label={t(`tables.${name}`)} {...(hint ? { hint } : {})}><input value={form[name]} onChange={set(name)} {...attributes} /></Field>;
  };
  const days = (name: 'breaks' | 'makeUp' | 'statutory', read: unknown, required: boolean): ReactNode => (
    <>
      <Field label={t(`calendar.${name}Field`)} hint={t(`calendar.${name}Hint`)}><textarea value={form[name]} onChange={set(name)} rows={3} required={required} /></Field>
      {read === undefined ? <p role="alert" className="error">{t('calendar.daysWrong')}</p> : null}
    </>
  );
  const ready = year !== undefined && breaks && makeUp && statutory;
  const send = async () => {
    if (!ready) return;
    const proposed: HolidayYear = { year, days: { breaks, makeUp, statutory }, sourceTitle: form.sourceTitle, sourceUrl: form.sourceUrl || null, certainty };
    if (await submit({ reason: form.reason, years: [proposed] })) done();
  };
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <h2>{t('calendar.one')}</h2>
      {error ? <Failure error={error} /> : null}
      <Field label={t('calendar.yearField')}><input value={form.year} onChange={set('year')} required inputMode="numeric" pattern="\d{4}" /></Field>
      {days('breaks', breaks, true)}
      {days('makeUp', makeUp, false)}
      {days('statutory', statutory, true)}
      {line('sourceTitle', { required: true, hint: t('tables.sourceHint') })}
      {line('sourceUrl', { type: 'url', hint: t('tables.optional') })}
      <Field label={t('tables.certainty')}><select value={certainty} onChange={(e) => setCertainty(e.target.value as Certainty)}>{certaintySchema.options.map((c) => <option key={c} value={c}>{t(`certainty.${c}`)}</option>)}</select></Field>
      {line('reason', { required: true, hint: t('tables.reasonHint') })}
      <Button htmlType="submit" type="primary" loading={busy} disabled={!ready}>{t('tables.send')}</Button>
    </form>
  );
}
