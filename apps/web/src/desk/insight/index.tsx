import type { City } from '@hejie/insight/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { dayTime } from '../../design/format.js';
import { Loaded } from '../../design/parts.js';
import { today } from '../calendar/civil-days.js';
import { CasesBehind } from './cases-behind.js';
import { ChartCard } from './chart-card.js';
import { casesByMonth } from './charts/cases-by-month.js';
import { casesByType } from './charts/cases-by-type.js';
import { daysByMonth } from './charts/days-by-month.js';
import { moneyByMonth } from './charts/money-by-month.js';
import { palette } from './charts/palette.js';
import { Deadlines } from './deadlines.js';
import { FigureTiles } from './figure-tiles.js';
import './insight.css';
import { PERIODS } from './period.js';
import { type InsightAddress, useInsightAddress } from './use-insight-address.js';
import './texts.js';

/** The legal department's page: what runs out of time, and the numbers of the city. */
export function InsightSection() {
  const { t } = useTranslation();
  const address = useInsightAddress();
  const asked = new URLSearchParams({ ...address.span }).toString();
  const query = useQuery({ queryKey: ['city', asked], queryFn: () => api.get<City>(`/insight/city?${asked}`), refetchInterval: 300_000 });
  return (
    <main className="desk-page insight">
      <header className="insight-head">
        <h1>{t('desk.insight')}</h1>
        <nav className="pills" aria-label={t('insight.period')}>
          {PERIODS.map((p) => <button key={p} aria-pressed={p === address.period} onClick={() => address.showPeriod(p)}>{t(`insight.period.${p}`)}</button>)}
        </nav>
        <Button className="noprint" onClick={() => print()}>{t('action.print')}</Button>
      </header>
      <Deadlines address={address} />
      <Loaded query={query}>{(city) => <Numbers city={city} address={address} />}</Loaded>
      <CasesBehind address={address} />
    </main>
  );
}

function Numbers({ city, address: { open } }: { city: City; address: InsightAddress }) {
  const { t, i18n } = useTranslation();
  const charts = useMemo(() => {
    const drawing = { city, t, palette: palette(), open };
    return [casesByMonth(drawing, today().slice(0, 7)), casesByType(drawing), moneyByMonth(drawing), daysByMonth(drawing)];
    // `open` is made anew at every render and always does the same
  }, [city, t, i18n.language]);
  return (
    <>
      <FigureTiles city={city} open={open} />
      <p className="muted">{city.compiledAt ? t('insight.compiledAt', { at: dayTime(city.compiledAt) }) : t('insight.noData')}</p>
      <div className="insight-charts">{charts.map((chart) => <ChartCard key={chart.key} chart={chart} open={open} />)}</div>
    </>
  );
}
