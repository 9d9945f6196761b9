import { Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, Chart } from './charts/chart.js';
import { ChartView } from './charts/chart-view.js';
import type { Opened } from './use-insight-address.js';
import { useFinding } from './use-finding.js';

type Shown = 'chart' | 'table';

/** A chart under its finding, or the same figures as a table; on paper both. */
export function ChartCard({ chart, open }: { chart: Chart; open: (opened: Opened) => void }) {
  const { t } = useTranslation();
  const say = useFinding();
  const heading = useId();
  const [shown, setShown] = useState<Shown>('chart');
  const title = say(chart.finding);
  return (
    <section className="card chart-card" aria-labelledby={heading} data-shown={shown}>
      <header>
        <h2 id={heading}>{title}</h2>
        <Segmented<Shown>
          className="noprint"
          size="small"
          aria-label={t('insight.showAs')}
          value={shown}
          onChange={setShown}
          options={[{ value: 'chart', label: t('insight.asChart') }, { value: 'table', label: t('insight.asTable') }]}
        />
      </header>
      <p className="muted">{chart.caption}</p>
      {chart.points.length === 0 ? <p className="muted">{t('insight.noData')}</p> : (
        <>
          <div className="as-chart"><ChartView label={title} option={chart.option} points={chart.points} height={chart.height} /></div>
          <div className="as-table scroll" tabIndex={0} role="region" aria-labelledby={heading}><FiguresTable chart={chart} open={open} /></div>
        </>
      )}
    </section>
  );
}

function FiguresTable({ chart: { columns, rows }, open }: { chart: Chart; open: (opened: Opened) => void }) {
  return (
    <table>
      <thead><tr>{columns.map((c, i) => <th key={c} scope="col" className={i ? 'figure' : undefined}>{c}</th>)}</tr></thead>
      <tbody>
        {rows.map((r) => (
          <tr key={r.key}>
            <th scope="row">{r.name}</th>
            {r.cells.map((cell, i) => <td key={columns[i + 1]} className="figure"><Figure cell={cell} open={open} /></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ cell: { text, opens }, open }: { cell: Cell; open: (opened: Opened) => void }) {
  return opens ? <button className="figure-link" onClick={() => open(opens)}>{text}</button> : <>{text}</>;
}
