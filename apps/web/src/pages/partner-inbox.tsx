import type { z } from 'zod';
import type { inboxItemSchema } from '@hejie/escalation/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newRequestId } from '../api/client.js';
import { dayTime } from '../design/format.js';
import { Failure, Field, Loaded } from '../design/parts.js';
import { Amount } from './file-page.js';

type Item = z.infer<typeof inboxItemSchema>;

/** What was handed to the partner's own organisation, and its answers. */
export function PartnerInbox() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['inbox'], queryFn: () => api.get<{ items: Item[] }>('/partner/inbox'), refetchInterval: 10_000 });
  return (
    <section>
      <h2>{t('inbox.title')}</h2>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <p className="card muted">{t('inbox.empty')}</p> : items.map((item) => <InboxItem key={item.id} item={item} />))}
      </Loaded>
    </section>
  );
}

const ANSWERS = ['accepted', 'rejected', 'hearing', 'awarded', 'closed'] as const;

function InboxItem({ item }: { item: Item }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reference, setReference] = useState('');
  const [status, setStatus] = useState<(typeof ANSWERS)[number]>('accepted');
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const [amountFen, setAmount] = useState<number>();
  const [error, setError] = useState<unknown>();
  const act = (path: string, body: object) => {
    setError(undefined);
    api.post(`/partner/inbox/${item.id}/${path}`, { requestId: newRequestId(), ...body }).then(() => queries.invalidateQueries(), setError);
  };
  const over = ['awarded', 'rejected', 'closed'].includes(item.status);
  return (
    <article className="card">
      <h3>{item.caseNumber} <span className="tag">{t(`escalationStatus.${item.status}`)}</span></h3>
      <p>{item.claimantName} / {item.employerName} · {t(`track.${item.track}`)} · {dayTime(item.createdAt)} {item.reference}</p>
      <div className="row">
        <a className="btn plain" href={`/api/partner/inbox/${item.id}/packet`} target="_blank" rel="noreferrer">{t('escalation.packet')}</a>
        <a className="btn plain" href={`/api/partner/inbox/${item.id}/manifest`} target="_blank" rel="noreferrer">{t('inbox.manifest')}</a>
      </div>
      {error ? <Failure error={error} /> : null}
      {item.status === 'sent' ? (
        <form onSubmit={(e) => { e.preventDefault(); act('receipt', { reference }); }}>
          <Field label={t('inbox.reference')}><input value={reference} onChange={(e) => setReference(e.target.value)} required /></Field>
          <button className="btn">{t('inbox.acknowledge')}</button>
        </form>
      ) : over ? null : (
        <form onSubmit={(e) => { e.preventDefault(); act('status', { status, text, date, ...(amountFen === undefined ? {} : { amountFen }) }); }}>
          <Field label={t('inbox.status')}><select value={status} onChange={(e) => setStatus(e.target.value as typeof status)}>{ANSWERS.map((s) => <option key={s} value={s}>{t(`escalationStatus.${s}`)}</option>)}</select></Field>
          <Field label={t('inbox.text')}><input value={text} onChange={(e) => setText(e.target.value)} required /></Field>
          <Field label={t('inbox.date')}><input type="date" value={date} onChange={(e) => setDate(e.target.value)} required /></Field>
          {status === 'awarded' ? <Amount label={t('inbox.amount')} fen={amountFen} onChange={setAmount} /> : null}
          <button className="btn">{t('inbox.report')}</button>
        </form>
      )}
    </article>
  );
}
