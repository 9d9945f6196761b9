import { Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../design/parts.js';

const ROWS = [0, 1, 2, 3, 4, 5];

/** A list's states: skeleton rows, failure with retry, nothing there with a way on, or its rows. What was loaded stays while offline. */
export function ListState({ query, empty, emptyText, wayOn, children }: { query: { data: unknown; error: unknown; refetch: () => unknown }; empty: boolean; emptyText: string; wayOn?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  if (query.data === undefined) {
    if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
    return <div className="list-wait" aria-busy="true" aria-label={t('state.loading')}>{ROWS.map((i) => <Skeleton key={i} active title={{ width: '40%' }} paragraph={{ rows: 1, width: '80%' }} />)}</div>;
  }
  if (empty) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={emptyText}>{wayOn}</Empty>;
  return children;
}
