import type { City, Figure } from '@hejie/insight/contract';
import { useTranslation } from 'react-i18next';
import type { Opened } from './use-insight-address.js';
import { number, percent, yuanNumber } from './words.js';

/** The city in six figures, the unit of each in its title; each opens to its cases. */
export function FigureTiles({ city, open }: { city: City; open: (opened: Opened) => void }) {
  const { t } = useTranslation();
  const { median, p90 } = city.daysToSettle;
  return (
    <ul className="desk-counts insight-tiles">
      <Tile figure="cases" value={number(city.cases)} open={open} />
      <Tile figure="settled" value={number(city.settled)} hint={city.cases ? t('insight.rate', { share: percent(city.settled / city.cases) }) : undefined} open={open} />
      <Tile figure="agreed" value={yuanNumber(city.agreedFen)} hint={t('insight.hint.agreed')} open={open} />
      <Tile figure="paid" value={yuanNumber(city.paidFen)} hint={t('insight.hint.paid')} open={open} />
      <AwardTile city={city} open={open} />
      {median === null || p90 === null ? <Nothing figure="days" says={t('insight.noData')} /> : (
        <Tile figure="days" value={number(Math.round(median))} hint={t('insight.ninth', { count: Math.round(p90) })} open={open} />
      )}
    </ul>
  );
}

function AwardTile({ city: { awards, awardsWithoutAmount, awardedFen }, open }: { city: City; open: (opened: Opened) => void }) {
  const { t } = useTranslation();
  if (awards === 0) return <Nothing figure="awarded" says={t('insight.noAwards')} />;
  const count = { count: awards, cases: number(awards), unknown: number(awardsWithoutAmount) };
  if (awardsWithoutAmount === awards) return <Tile figure="awarded" value={t('insight.unknown')} hint={t('insight.hint.awards', count)} open={open} />;
  return <Tile figure="awarded" value={yuanNumber(awardedFen)} hint={t(awardsWithoutAmount ? 'insight.hint.awardsSome' : 'insight.hint.awards', count)} open={open} />;
}

/** A figure that there is nothing to count for: said, not written as 0. */
function Nothing({ figure, says }: { figure: Figure; says: string }) {
  const { t } = useTranslation();
  return <li><span className="tile"><span>{t(`insight.figure.${figure}`)}</span> <span className="muted">{says}</span></span></li>;
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
