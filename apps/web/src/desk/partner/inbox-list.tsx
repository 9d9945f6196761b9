import { inboxShowSchema, type Inbox, type InboxItem, type InboxShow } from '@hejie/escalation/contract';
import { useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch, useSearchParams } from 'wouter';
import { api } from '../../api/client.js';
import { dayTime } from '../../design/format.js';
import { otherSide } from '../../respondents/names.js';
import { DueMark } from '../cases/due-mark.js';
import { ListState } from '../cases/list-state.js';

const PAGE_SIZE = 20;
const KINDS = inboxShowSchema.options;

/** What waits for a receipt, is under way or is over; filter and page stand in the address. */
export function InboxList({ title, openId }: { title: ReactNode; openId: string | undefined }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const [search, setSearch] = useSearchParams();
  const show = inboxShowSchema.safeParse(search.get('show')).data;
  const page = Math.max(1, Number(search.get('page')) || 1);
  const asked = new URLSearchParams({ page: String(page), limit: String(PAGE_SIZE), ...(show ? { show } : {}) }).toString();
  const query = useQuery({ queryKey: ['inbox', show ?? 'all', page], queryFn: () => api.get<Inbox>(`/partner/inbox?${asked}`), placeholderData: (before, of) => (of?.queryKey[1] === (show ?? 'all') ? before : undefined), refetchInterval: 15_000 });
  const found = query.data;
  const all = found && KINDS.reduce((sum, kind) => sum + found.counts[kind], 0);
  const link = (kind: InboxShow | undefined, count: number | undefined) => (
    <Link key={kind ?? 'all'} href={`${location}${kind ? `?show=${kind}` : ''}`} aria-current={kind === show ? 'true' : undefined}>
      {t(`inbox.show.${kind ?? 'all'}`)} {count === undefined ? null : <span className="count">{count}</span>}
    </Link>
  );
  return (
    <>
      <div className="list-head">
        {title}
        <nav aria-label={t('desk.filters')}>{link(undefined, all)}{KINDS.map((kind) => link(kind, found?.counts[kind]))}</nav>
        <p className="muted" role="status">{found ? t('desk.shown', { count: found.total }) : ''}</p>
      </div>
      <ListState query={query} empty={found?.total === 0} emptyText={t(show ? 'inbox.noneFit' : 'inbox.empty')}>
        <ul className="inbox-rows">{found?.items.map((item) => <li key={item.id}><Row item={item} open={item.id === openId} /></li>)}</ul>
        <Pagination current={page} total={found?.total ?? 0} pageSize={PAGE_SIZE} onChange={(n) => setSearch((now) => { now.set('page', String(n)); return now; })} hideOnSinglePage showSizeChanger={false} showTitle={false} />
      </ListState>
    </>
  );
}

function Row({ item, open }: { item: InboxItem; open: boolean }) {
  const { t } = useTranslation();
  const search = useSearch();
  return (
    <article className={`case-row${open ? ' open' : ''}`}>
      <div className="case-who">
        <Link href={`/desk/inbox/${item.id}${search ? `?${search}` : ''}`} aria-current={open ? 'true' : undefined}>{item.caseNumber}</Link>
        <span>{item.claimantName}</span> <span className="muted">{otherSide(item)}</span>
      </div>
      <div>
        <span className="muted">{t(`track.${item.track}`)} {dayTime(item.createdAt)}</span>
        {item.due ? <div className="case-due"><DueMark due={item.due} /></div> : null}
      </div>
      <div className="case-state"><InboxStatus item={item} /> {item.reference ? <span className="muted">{item.reference}</span> : null}</div>
    </article>
  );
}

/** Where it stands in words; colour only underlines it. */
export function InboxStatus({ item: { status } }: { item: Pick<InboxItem, 'status'> }) {
  const { t } = useTranslation();
  return <span className={`tag${status === 'sent' ? ' due' : status === 'rejected' ? ' bad' : ''}`}>{t(`escalationStatus.${status}`)}</span>;
}
