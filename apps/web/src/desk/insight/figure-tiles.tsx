import type { City, Figure } from '@hejie/insight/contract';
import { useTranslation } from 'react-i18next';
import { yuan } from '../../design/format.js';
import type { Opened } from './use-insight-address.js';
import { number, percent } from './words.js';

/** The city in four figures; each opens to its cases. */
export function FigureTiles({ city, open }: { city: City; open: (opened: Opened) => void }) {
  const { t } = useTranslation();
  const { median, p90 } = city.daysToSettle;
  return (
    <ul className="desk-counts insight-tiles">
      <Tile figure="cases" value={number(city.cases)} open={open} />
      <Tile figure="settled" value={number(city.settled)} hint={city.cases ? t('insight.rate', { share: percent(city.settled / city.cases) }) : undefined} open={open} />
      <Tile figure="recovered" value={yuan(city.recoveredFen)} open={open} />
      {median === null || p90 === null ? (
        <li><span className="tile"><span>{t('insight.figure.days')}</span> <span className="muted">{t('insight.noData')}</span></span></li>
      ) : (
        <Tile figure="days" value={t('insight.daysCount', { count: Math.round(median) })} hint={t('insight.ninth', { count: Math.round(p90) })} open={open} />
      )}
    </ul>
  );
}

function Tile({ figure, value, hint, open }: { figure: Figure; value: string; hint?: string; open: (opened: Opened) => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <button className="tile" onClick={() => open({ figure })}>
        <span>{t(`insight.figure.${figure}`)}</span> <strong>{value}</strong>
        {hint ? <span className="muted">{hint}</span> : null}
      </button>
    </li>
  );
}
