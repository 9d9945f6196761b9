import type { LocalFiguresList, LocalFigureView } from '@hejie/entitlement/contract';
import { Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { date } from '../../design/format.js';
import { figureText } from './figure-text.js';

/** Every version of every figure; what counts today is said in words. */
export function FiguresTable({ list, page, onPage }: { list: LocalFiguresList; page: number; onPage: (page: number) => void }) {
  const { t } = useTranslation();
  return (
    <Table<LocalFigureView>
      size="small"
      rowKey="id"
      columns={columns(t)}
      dataSource={list.items}
      locale={{ emptyText: t('tables.empty') }}
      scroll={{ x: 'max-content' }}
      pagination={list.total > list.pageSize ? { current: page, pageSize: list.pageSize, total: list.total, onChange: onPage, showSizeChanger: false } : false}
      rowClassName={(f) => (f.inForce ? '' : 'tables-past')}
    />
  );
}

const columns = (t: TFunction): TableColumnsType<LocalFigureView> => [
  { title: t('tables.region'), dataIndex: 'region' },
  { title: t('tables.figure'), render: (_, f) => t(`figure.${f.figure}`) },
  { title: t('tables.value'), align: 'right', render: (_, f) => <strong>{figureText(f.figure, f.value, t)}</strong> },
  { title: t('tables.valid'), render: (_, f) => (f.validTo ? t('tables.fromTo', { from: date(f.validFrom), to: date(f.validTo) }) : t('tables.from', { from: date(f.validFrom) })) },
  { title: t('tables.state'), render: (_, f) => <span className={f.inForce ? 'tag ok' : 'tag'}>{t(f.inForce ? 'tables.inForce' : 'tables.notInForce')}</span> },
  { title: t('tables.certainty'), render: (_, f) => <span className={f.certainty === 'verified' ? 'tag' : 'tag due'}>{t(`certainty.${f.certainty}`)}</span> },
  { title: t('tables.source'), render: (_, f) => (f.sourceUrl ? <a href={f.sourceUrl} target="_blank" rel="noreferrer">{f.sourceTitle}</a> : f.sourceTitle) },
];
