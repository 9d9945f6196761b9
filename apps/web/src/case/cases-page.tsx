import type { CaseSummary } from '@hejie/cases/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { day, yuan } from '../design/format.js';
import { Failure, Loading } from '../design/parts.js';
import { DiscardDraft } from '../filing/discard-draft.js';
import { GroupsLink } from '../group/groups-link.js';
import { otherSide } from '../respondents/names.js';
import { StatusTag } from './status-tag.js';
import './texts.js';

interface Page { items: CaseSummary[]; next?: string }

export function CasesPage() {
  const { t } = useTranslation();
  return (
    <main>
      <h1>{t('cases.title')}</h1>
      <GroupsLink />
      <CaseListing />
      <div className="row"><Link className="btn plain" href="/">{t('home.file')}</Link><Link className="btn plain" href="/account">{t('nav.account')}</Link></div>
    </main>
  );
}

/** The cases one may see, a page at a time. */
export function CaseListing() {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['cases'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => api.get<Page>(`/cases${pageParam ? `?cursor=${pageParam}` : ''}`),
    getNextPageParam: (last) => last.next,
  });
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const items = query.data.pages.flatMap((p) => p.items);
  if (items.length === 0) return <div className="card"><p>{t('cases.empty')}</p></div>;
  return (
    <>
      <ul className="list card">
        {items.map((c) => (
          <li key={c.id}>
            <Link className="item" href={c.status === 'draft' ? `/file/${c.id}` : `/cases/${c.id}`}>
              <div className="row"><strong>{otherSide(c) || t('cases.draft')}</strong><StatusTag status={c.status} outcome={c.outcome} /></div>
              <div className="muted">{[c.number, c.claimantName, c.amountClaimedFen ? yuan(c.amountClaimedFen) : '', c.filedAt ? day(c.filedAt) : ''].filter(Boolean).join('\u00a0· ')}</div>
            </Link>
            {c.status === 'draft' ? <div className="row"><Link className="btn plain" href={`/file/${c.id}`}>{t('cases.goOn')}</Link><DiscardDraft caseId={c.id} /></div> : null}
          </li>
        ))}
      </ul>
      {query.hasNextPage ? <button className="btn plain" onClick={() => void query.fetchNextPage()}>{t('cases.more')}</button> : null}
    </>
  );
}
