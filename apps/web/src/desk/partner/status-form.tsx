import type { EscalationStatus, InboxItem } from '@hejie/escalation/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { DateField, today, yearsFromNow } from '../../design/date-field.js';
import { Failure, Field } from '../../design/parts.js';
import { Amount } from '../../design/amount.js';

/** What became of it, out of what may come next; the worker and the union read it on the case's timeline. */
export function StatusForm({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/partner/inbox/${item.id}/status`, body));
  const [status, setStatus] = useState<EscalationStatus>(item.next[0]!);
  const [text, setText] = useState('');
  const [date, setDate] = useState(today());
  const [amountFen, setAmount] = useState<number>();
  const awards = status === 'awarded';
  const ends = awards || status === 'rejected' || status === 'closed';
  return (
    <form className="card next" onSubmit={(e) => { e.preventDefault(); void submit({ status, text, date, ...(awards && amountFen !== undefined ? { amountFen } : {}) }); }}>
      <h2>{t('inbox.statusTitle')}</h2>
      {error ? <Failure error={error} labels={{ status: t('inbox.status'), date: t('inbox.date'), amountFen: t('inbox.amount'), text: t('inbox.text') }} /> : null}
      <Field label={t('inbox.status')}><select value={status} onChange={(e) => setStatus(e.target.value as EscalationStatus)}>{item.next.map((s) => <option key={s} value={s}>{t(`escalationStatus.${s}`)}</option>)}</select></Field>
      <DateField label={t('inbox.date')} value={date} years={[...yearsFromNow(1), ...yearsFromNow(-5).slice(1)]} onChange={setDate} {...(status === 'hearing' ? {} : { max: today() })} required />
      {awards ? <Amount label={t('inbox.amount')} fen={amountFen} onChange={setAmount} /> : null}
      <Field label={t('inbox.text')}><textarea value={text} onChange={(e) => setText(e.target.value)} maxLength={2000} rows={3} required /></Field>
      {ends ? <p className="tag due">{t('inbox.ends')}</p> : null}
      <div><Button htmlType="submit" type="primary" loading={busy}>{t('inbox.report')}</Button></div>
    </form>
  );
}
