import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { init, type EChartsCoreOption } from './echarts.js';

/** One place on the axis: what is there, in words, and the way to the cases behind it. */
export interface ChartPoint {
  readonly says: string;
  readonly open: () => void;
}

const STEP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 3, PageUp: -3, Home: -Infinity, End: Infinity };

/** A chart whose values are told on hover and, point by point, by the arrow keys; a click or Enter opens the cases behind. */
export function ChartView({ label, option, points, height }: { label: string; option: EChartsCoreOption; points: readonly ChartPoint[]; height: number }) {
  const { t } = useTranslation();
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(undefined);
  const latest = useRef(points);
  latest.current = points;
  const [at, setAt] = useState(0);
  const current = Math.min(at, points.length - 1);

  useEffect(() => {
    const made = init(box.current, undefined, { renderer: 'svg' });
    chart.current = made;
    made.on('click', ({ dataIndex }) => latest.current[dataIndex]?.open());
    const fit = new ResizeObserver(() => made.resize());
    fit.observe(box.current!);
    return () => {
      fit.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    const tip = { trigger: 'axis', confine: true, renderMode: 'richText', formatter: (on: { dataIndex: number }[]) => latest.current[on[0]!.dataIndex]?.says ?? '' };
    chart.current?.setOption({ animation: false, ...option, tooltip: tip }, { notMerge: true });
  }, [option]);

  const show = (i: number) => {
    setAt(i);
    chart.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: i });
  };
  const onKeyDown = (e: React.KeyboardEvent) => {
    const step = STEP[e.key];
    if (step !== undefined) show(Math.max(0, Math.min(points.length - 1, current + step)));
    else if (e.key === 'Enter') points[current]?.open();
    else if (e.key === 'Escape') chart.current?.dispatchAction({ type: 'hideTip' });
    else return;
    e.preventDefault();
  };
  return (
    <>
      <div
        className="chart"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={hint}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={current + 1}
        aria-valuetext={points[current]?.says}
        onKeyDown={onKeyDown}
        onFocus={(e) => { if (e.currentTarget.matches(':focus-visible')) show(current); }}
        onBlur={() => chart.current?.dispatchAction({ type: 'hideTip' })}
      >
        <div ref={box} style={{ height }} aria-hidden="true" />
      </div>
      <p id={hint} className="chart-hint muted">{t('insight.chartKeys')}</p>
    </>
  );
}
