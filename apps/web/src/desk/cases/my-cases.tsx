import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { filterCases, SHOWS, showOf } from './case-filters.js';
import { CaseRows } from './case-rows.js';
import { ListHead } from './list-head.js';
import { ListState } from './list-state.js';
import { useCaseload } from './use-caseload.js';

/** The cases one works in, by what is due. */
export function MyCases({ title, openId }: { title: ReactNode; openId: string | undefined }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const query = useCaseload();
  const show = showOf(search);
  const words = search.get('find') ?? '';
  const cases = query.data ?? [];
  const shown = filterCases(cases, show, words);
  const filters = SHOWS.map((s) => ({
    key: s,
    title: t(`show.${s}`),
    count: query.data && filterCases(cases, s, '').length,
    current: s === show,
    params: { show: s === 'all' ? null : s },
  }));
  return (
    <>
      <ListHead title={title} filters={filters} searches={t('desk.searchesMine')} status={query.data ? t('desk.shown', { count: shown.length }) : ''} />
      <ListState query={query} empty={shown.length === 0} emptyText={t(cases.length ? 'desk.noneFit' : 'desk.noCases')} wayOn={cases.length ? <Link href="/desk/cases">{t('desk.showAll')}</Link> : null}>
        <CaseRows cases={shown} openId={openId} />
      </ListState>
    </>
  );
}
