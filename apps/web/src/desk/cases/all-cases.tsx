import type { CaseCounts, CaseSummary } from '@hejie/cases/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { api } from '../../api/client.js';
import { CaseRows } from './case-rows.js';
import { fromSummary } from './desk-case.js';
import { ListHead } from './list-head.js';
import { ListState } from './list-state.js';

const STATUSES = ['filed', 'consulting', 'negotiating', 'mediating', 'mediation_failed', 'agreed', 'escalated', 'closed', 'withdrawn'] as const;
const PAGE = '50';
/** The server finds from this many characters on. */
const MIN_TYPED = 2;

/** Every case of the department's organisations, those at risk on top, a page at a time as one scrolls. */
export function AllCases({ title, openId }: { title: ReactNode; openId: string | undefined }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const status = search.get('status');
  const refusal = search.get('refusal');
  const risk = search.get('risk');
  const order = search.get('order') === 'changed' ? 'changed' : 'risk';
  const find = (search.get('find') ?? '').trim();
  const counts = useQuery({ queryKey: ['case-counts'], queryFn: () => api.get<CaseCounts>('/cases/counts'), refetchInterval: 30_000 }).data;
  const asked = new URLSearchParams({ limit: PAGE, order, ...(risk ? { risk } : {}), ...(status ? { status } : {}), ...(refusal ? { refusal } : {}), ...(find.length >= MIN_TYPED ? { find } : {}) });
  const query = useInfiniteQuery({
    queryKey: ['all-cases', asked.toString()],
    initialPageParam: '',
    queryFn: ({ pageParam }) => api.get<{ items: CaseSummary[]; next?: string }>(`/cases?${asked}${pageParam ? `&cursor=${pageParam}` : ''}`),
    getNextPageParam: (last) => last.next,
    refetchOnWindowFocus: false,
  });
  const cases = useMemo(() => query.data?.pages.flatMap((p) => p.items.map(fromSummary)) ?? [], [query.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const everything = !status && !refusal && !risk;
  const only = (params: Readonly<Record<string, string>> = {}) => ({ status: null, refusal: null, risk: null, order: null, ...params });
  const filters = [
    { key: 'all', title: t('show.all'), count: counts?.total, current: everything && order === 'risk', params: only() },
    { key: 'risk', title: t('show.due'), count: counts?.atRisk, current: risk !== null, params: only({ risk: 'near' }) },
    { key: 'changed', title: t('show.changed'), count: undefined, current: everything && order === 'changed', params: only({ order: 'changed' }) },
    { key: 'refusal', title: t('show.refusal'), count: counts?.openRefusals, current: refusal !== null, params: only({ refusal: 'open' }) },
    ...STATUSES.filter((s) => counts?.byStatus[s] || s === status).map((s) => ({ key: s, title: t(`status.${s}`), count: counts?.byStatus[s] ?? 0, current: s === status, params: only({ status: s }) })),
  ];
  const loaded = query.data ? t(hasNextPage ? 'desk.shownSoFar' : 'desk.shown', { count: cases.length }) : '';
  return (
    <>
      <ListHead title={title} filters={filters} searches={t('desk.searchesAll')} status={loaded} />
      <ListState query={query} empty={cases.length === 0} emptyText={t(find || !everything ? 'desk.noneFit' : 'desk.noCases')} wayOn={find || !everything ? <Link href="/desk/cases">{t('desk.showAll')}</Link> : null}>
        <CaseRows cases={cases} openId={openId} more={more} />
      </ListState>
    </>
  );
}
