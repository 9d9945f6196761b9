import type { InboxItem } from '@hejie/escalation/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { dayTime, withDays, yuan } from '../../design/format.js';
import { lawText } from '../../design/law-text.js';
import { Failure } from '../../design/parts.js';
import { otherSide } from '../../respondents/names.js';
import { DueMark } from '../cases/due-mark.js';
import { DeskIcon } from '../icons.js';
import { InboxStatus } from './inbox-list.js';
import { PacketParts } from './packet-parts.js';
import { ReceiptForm } from './receipt-form.js';
import { StatusForm } from './status-form.js';

/** One case that was handed on: what to answer first, then its papers and what was answered. */
export function InboxPane({ itemId, close }: { itemId: string; close: () => void }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['inbox-item', itemId], queryFn: () => api.get<InboxItem>(`/partner/inbox/${itemId}`), refetchInterval: 15_000 });
  const back = <Button type="text" icon={<DeskIcon of="close" />} onClick={close} aria-label={t('inbox.close')} title={t('inbox.close')} />;
  if (query.data) return <Item item={query.data} back={back} />;
  if (query.error) return <div className="case"><div className="case-head"><h1>{t('desk.case')}</h1>{back}</div><Failure error={query.error} retry={() => void query.refetch()} /></div>;
  return <div className="case" aria-busy="true" aria-label={t('state.loading')}><Skeleton active paragraph={{ rows: 8 }} /></div>;
}

function Item({ item, back }: { item: InboxItem; back: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <article className="case">
      <header className="case-head">
        <div className="row"><h1>{item.caseNumber}</h1><InboxStatus item={item} /></div>
        {back}
        <p>{t('case.parties', { claimant: item.claimantName, employer: otherSide(item) })}</p>
        {item.due ? <p><DueMark due={item.due} /> {item.due.source ? <span className="muted">{lawText(item.due.source)}</span> : null}</p> : null}
        <p className="muted">{t('inbox.handed', { track: t(`track.${item.track}`), at: dayTime(item.createdAt) })} {item.reference ? t('inbox.ours', { reference: item.reference }) : ''}</p>
      </header>
      <div className="case-body">
        <div>
          {item.next.includes('received') ? <ReceiptForm itemId={item.id} /> : item.next.length ? <StatusForm key={item.status + item.history.length} item={item} /> : <p className="card">{t('inbox.over')}</p>}
          <History item={item} />
        </div>
        <PacketParts itemId={item.id} />
      </div>
    </article>
  );
}

function History({ item: { history } }: { item: InboxItem }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <h2>{t('inbox.history')}</h2>
      <ol className="timeline">
        {[...history].reverse().map((h) => (
          <li key={h.at + h.status}>
            <strong>{t(`escalationStatus.${h.status}`)}</strong> {h.amountFen === null ? null : <span className="amount">{yuan(h.amountFen)}</span>}
            <div>{withDays(h.text)}</div>
            <div className="muted">{dayTime(h.at)}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
