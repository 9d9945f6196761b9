import type { FigureCases } from '@hejie/insight/contract';
import { useQuery } from '@tanstack/react-query';
import { Drawer, Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../../api/client.js';
import { day, yuan } from '../../design/format.js';
import { ListState } from '../cases/list-state.js';
import { typeName } from './type-name.js';
import type { InsightAddress, Opened } from './use-insight-address.js';
import { monthName, number } from './words.js';

const PAGE_SIZE = 20;

/** The cases a figure was counted from, at the side of the page; the address says which. */
export function CasesBehind({ address }: { address: InsightAddress }) {
  const { t } = useTranslation();
  const { opened } = address;
  return (
    <Drawer open={opened !== undefined} onClose={address.close} title={opened ? t('insight.behind', { figure: titleOf(opened, t) }) : ''} size={720} styles={{ wrapper: { maxWidth: '100vw' } }} destroyOnHidden>
      {opened ? <Cases opened={opened} address={address} /> : null}
    </Drawer>
  );
}

/** One whole name for each kind of figure, so that no sentence is put together from pieces. */
function titleOf({ figure, type, month }: Opened, t: ReturnType<typeof useTranslation>['t']): string {
  const name = t(`insight.figure.${figure}`);
  if (type) return t('insight.ofType', { figure: name, type: typeName(type) });
  return month ? t('insight.ofMonth', { figure: name, month: monthName(month) }) : name;
}

function Cases({ opened, address: { span, page, showPage } }: { opened: Opened; address: InsightAddress }) {
  const { t } = useTranslation();
  const list = new URLSearchParams(Object.entries({ ...opened, ...span }).filter((e): e is [string, string] => e[1] !== undefined)).toString();
  const query = useQuery({
    queryKey: ['insight-cases', list, page],
    queryFn: () => api.get<FigureCases>(`/insight/cases?${list}&page=${page}&limit=${PAGE_SIZE}`),
    // between two pages of one list the first stays; another list's count would not be true
    placeholderData: (before, of) => (of?.queryKey[1] === list ? before : undefined),
  });
  const all = query.data;
  return (
    <ListState query={query} empty={all?.total === 0} emptyText={t('insight.noCases')}>
      <p role="status">{t(opened.figure === 'cases' || opened.figure === 'days' ? 'insight.total' : 'insight.totalAndMoney', { count: all?.total ?? 0, cases: number(all?.total ?? 0), amount: yuan(all?.totalFen ?? 0) })}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={titleOf(opened, t)}>
        <table className="behind">
          <thead><tr><th scope="col">{t('desk.case')}</th><th scope="col">{t('insight.type')}</th><th scope="col">{t('insight.filedOn')}</th><th scope="col" className="figure">{t('insight.recovered')}</th><th scope="col" className="figure">{t('insight.figure.days')}</th></tr></thead>
          <tbody>
            {all?.items.map((c) => (
              <tr key={c.caseId}>
                <td><Link href={`/desk/cases/${c.caseId}`}>{c.number}</Link><div className="muted">{c.employerName}</div></td>
                <td>{typeName(c.type)}</td>
                <td>{day(c.filedOn)}</td>
                <td className="figure">{c.settledFen ? yuan(c.settledFen) : ''}</td>
                <td className="figure">{c.daysToSettle === null ? '' : t('insight.daysCount', { count: c.daysToSettle })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pagination className="noprint" current={page} total={all?.total ?? 0} pageSize={PAGE_SIZE} onChange={showPage} hideOnSinglePage showSizeChanger={false} showTitle={false} />
    </ListState>
  );
}
