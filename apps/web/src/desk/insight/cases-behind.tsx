import type { Figure, FigureCases } from '@hejie/insight/contract';
import { useQuery } from '@tanstack/react-query';
import { Drawer, Pagination } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../../api/client.js';
import { date, yuan } from '../../design/format.js';
import { ListState } from '../cases/list-state.js';
import { awardedInWords } from './money.js';
import { typeName } from '../../design/type-name.js';
import type { InsightAddress, Opened } from './use-insight-address.js';
import { monthName, number, yuanNumber } from './words.js';

const PAGE_SIZE = 20;
const MONEY = ['agreed', 'paid', 'awarded'] as const;

/** The cases a figure was counted from, at the side of the page; the address says which. */
export function CasesBehind({ address }: { address: InsightAddress }) {
  const { t } = useTranslation();
  const { opened } = address;
  return (
    <Drawer open={opened !== undefined} onClose={address.close} title={opened ? t('insight.behind', { figure: titleOf(opened, t) }) : ''} size={880} styles={{ wrapper: { maxWidth: '100vw' } }} destroyOnHidden>
      {opened ? <Cases opened={opened} address={address} /> : null}
    </Drawer>
  );
}

/** One whole name for each kind of figure, so that no sentence is put together from pieces. */
function titleOf({ figure, type, month }: Opened, t: TFunction): string {
  const name = t(`insight.figure.${figure}`);
  if (type) return t('insight.ofType', { figure: name, type: typeName(type) });
  return month ? t('insight.ofMonth', { figure: name, month: monthName(month) }) : name;
}

/** How many cases, and where the figure is money how much of it. */
function totalOf(figure: Figure, all: FigureCases, t: TFunction): string {
  const cases = { count: all.total, cases: number(all.total) };
  if (figure === 'agreed') return t('insight.totalAndMoney', { ...cases, amount: yuan(all.agreedFen) });
  if (figure === 'paid') return t('insight.totalAndMoney', { ...cases, amount: yuan(all.paidFen) });
  if (figure === 'awarded') return t('insight.totalAndMoney', { ...cases, amount: awardedInWords(all, t) });
  return t('insight.total', cases);
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
      {all ? <p role="status">{totalOf(opened.figure, all, t)}</p> : null}
      <div className="scroll" tabIndex={0} role="region" aria-label={titleOf(opened, t)}>
        <table className="behind">
          <thead><tr><th scope="col">{t('desk.case')}</th><th scope="col">{t('insight.type')}</th><th scope="col">{t('insight.filedOn')}</th>{MONEY.map((m) => <th key={m} scope="col" className="figure">{t(`insight.figure.${m}`)}</th>)}<th scope="col" className="figure">{t('insight.caseDays')}</th></tr></thead>
          <tbody>
            {all?.items.map((c) => (
              <tr key={c.caseId}>
                <td><Link href={`/desk/cases/${c.caseId}`}>{c.number}</Link><div className="muted">{c.employerName}</div></td>
                <td data-label={t('insight.type')}>{typeName(c.type)}</td>
                <td data-label={t('insight.filedOn')}>{date(c.filedOn)}</td>
                <td className="figure" data-label={t('insight.figure.agreed')}>{c.agreedFen ? yuanNumber(c.agreedFen) : ''}</td>
                <td className="figure" data-label={t('insight.figure.paid')}>{c.paidFen ? yuanNumber(c.paidFen) : ''}</td>
                <td className="figure" data-label={t('insight.figure.awarded')}>{c.awarded ? (c.awardedFen === null ? t('insight.unknown') : yuanNumber(c.awardedFen)) : ''}</td>
                <td className="figure" data-label={t('insight.caseDays')}>{c.daysToSettle === null ? '' : number(c.daysToSettle)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pagination className="noprint" current={page} total={all?.total ?? 0} pageSize={PAGE_SIZE} onChange={showPage} hideOnSinglePage showSizeChanger={false} showTitle={false} />
    </ListState>
  );
}
