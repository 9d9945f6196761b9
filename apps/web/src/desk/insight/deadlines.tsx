import type { Deadlines as DeadlinesView } from '@hejie/insight/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../../api/client.js';
import { list } from '../../design/format.js';
import { lawText } from '../../design/law-text.js';
import { StatusTag } from '../../case/status-tag.js';
import { DueMark } from '../cases/due-mark.js';
import { ListState } from '../cases/list-state.js';
import { typeName } from '../../design/type-name.js';
import type { InsightAddress } from './use-insight-address.js';

const PAGE_SIZE = 5;

/** Which cases run out of time, the most urgent first: the strongest thing on the department's page. */
export function Deadlines({ address: { within, withins, duePage, showWithin, showDuePage } }: { address: InsightAddress }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['deadlines', within, duePage],
    queryFn: () => api.get<DeadlinesView>(`/insight/deadlines?within=${within}&page=${duePage}&limit=${PAGE_SIZE}`),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const found = query.data;
  return (
    <section className={`card deadlines${found?.total ? ' some' : ''}`} aria-labelledby="deadlines">
      <header>
        <h2 id="deadlines">{headingOf(found, t)}</h2>
        <nav className="pills noprint" aria-label={t('deadlines.within')}>
          {withins.map((days) => <button key={days} aria-pressed={days === within} onClick={() => showWithin(days)}>{t('deadlines.days', { count: days })}</button>)}
        </nav>
      </header>
      <ListState query={query} empty={found?.total === 0} emptyText={t('deadlines.none', { count: within })}>
        <ul className="case-list">
          {found?.items.map(({ kind, title, safeDate, lastDate, source, provisional, ...c }) => (
            <li key={c.caseId} className="deadline">
              <DueMark due={{ kind, title, safeDate, lastDate, source, provisional, at: null }} />
              <div><Link href={`/desk/cases/${c.caseId}`}>{c.number}</Link> <StatusTag status={c.status} /><div className="muted">{typeName(c.type)}</div></div>
              <div>{t('deadlines.parties', { claimant: c.claimantName, employer: c.employerName })}<div className="muted">{c.responsible.length ? list(c.responsible) : <strong className="nobody">{t('deadlines.nobody')}</strong>}</div></div>
              <div className="muted">{source ? lawText(source) : ''}</div>
            </li>
          ))}
        </ul>
        <Pagination className="noprint" size="small" current={duePage} total={found?.total ?? 0} pageSize={PAGE_SIZE} onChange={showDuePage} hideOnSinglePage showSizeChanger={false} showTitle={false} />
      </ListState>
    </section>
  );
}

function headingOf(found: DeadlinesView | undefined, t: TFunction): string {
  if (!found?.total) return t('deadlines.name');
  const { overdue, total, within: days } = found;
  return overdue ? t('deadlines.overdue', { count: overdue, total, days }) : t('deadlines.title', { count: total, days });
}
