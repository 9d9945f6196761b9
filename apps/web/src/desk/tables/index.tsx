import type { FigureChangeView, LocalFiguresList } from '@hejie/entitlement/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { api } from '../../api/client.js';
import { Loaded } from '../../design/parts.js';
import { Calendar } from './calendar.js';
import { FigureChanges } from './figure-changes.js';
import { FiguresTable } from './figures-table.js';
import { ProposeFigures } from './propose-figures.js';
import './tables.css';
import './texts.js';

const VIEWS = ['now', 'calendar', 'changes', 'propose'] as const;
type View = (typeof VIEWS)[number];

/** The local figures the law's rules need: what counts, what waits for a second officer, and proposing a change. */
export function TablesSection() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find((v) => v === search.get('view')) ?? 'now';
  const changes = useQuery({ queryKey: ['figure-changes'], queryFn: () => api.get<{ items: FigureChangeView[] }>('/local-figures/changes'), refetchInterval: 30_000 });
  const open = changes.data?.items.filter((c) => c.status === 'open').length ?? 0;
  const show = (v: View) => setSearch({ view: v }, { replace: true });
  return (
    <main className="desk-page">
      <div className="row">
        <h1>{t('desk.tables')}</h1>
        <Segmented value={view} onChange={show} options={VIEWS.map((v) => ({ value: v, label: v === 'changes' && open ? t('tables.changesOpen', { count: open }) : t(`tables.${v}`) }))} />
        <Button href={view === 'calendar' ? '/api/holiday-calendars/export' : '/api/local-figures/export'}>{t('tables.export')}</Button>
      </div>
      {view === 'now' ? <Now /> : null}
      {view === 'calendar' ? <Calendar /> : null}
      {view === 'changes' ? <Loaded query={changes}>{({ items }) => <FigureChanges changes={items} />}</Loaded> : null}
      {view === 'propose' ? <ProposeFigures done={() => show('changes')} /> : null}
    </main>
  );
}

function Now() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const region = search.get('region') ?? '';
  const page = search.get('page') ?? '1';
  const asked = new URLSearchParams({ page, ...(region ? { region } : {}) });
  const query = useQuery({ queryKey: ['local-figures', asked.toString()], queryFn: () => api.get<LocalFiguresList>(`/local-figures?${asked}`) });
  return (
    <Loaded query={query}>
      {(list) => (
        <>
          <div className="row">
            <label>{t('tables.region')}{' '}
              <Select value={region} onChange={(r) => setSearch({ view: 'now', region: r })} showSearch className="tables-region" options={[{ value: '', label: t('tables.allRegions') }, ...list.regions.map((r) => ({ value: r, label: r }))]} />
            </label>
            <p className="muted" role="status">{t('tables.missing')}</p>
          </div>
          <FiguresTable list={list} page={Number(page)} onPage={(p) => setSearch({ view: 'now', region, page: String(p) })} />
        </>
      )}
    </Loaded>
  );
}
