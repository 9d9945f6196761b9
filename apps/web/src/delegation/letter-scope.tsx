import type { DelegationView } from '@hejie/cases/contract';
import { useTranslation } from 'react-i18next';
import { day, daysLeft, list, yuan } from '../design/format.js';
import './texts.js';

interface Props extends Pick<DelegationView, 'powers' | 'validUntil' | 'state'> {
  /** Only for who may know how low they go. */
  readonly leastTotalFen?: number | null;
}

/** A letter ends soon within so many days. */
const SOON_DAYS = 14;

/** What a letter of authority lets its holder do, and until when. */
export function LetterScope({ powers, validUntil, state, leastTotalFen = null }: Props) {
  const { t } = useTranslation();
  const left = daysLeft(validUntil);
  return (
    <>
      <span className={state === 'valid' ? (left <= SOON_DAYS ? 'tag due' : 'tag ok') : 'tag bad'}>{t(`letter.state.${state}`)}</span>
      <div>{t('letter.may', { powers: list(powers.map((p) => t(`letter.power.${p}`))) })}</div>
      {leastTotalFen === null ? null : <div>{t('letter.least', { amount: yuan(leastTotalFen) })}</div>}
      <div className="muted">{t('letter.until', { date: day(validUntil) })}{state === 'valid' ? ` · ${t('letter.daysLeft', { count: left })}` : ''}</div>
    </>
  );
}
