import type { DueThing } from '@hejie/cases/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { daysLeft, inLanguage, monthDay, time } from '../../design/format.js';
import { DeskIcon } from '../icons.js';
import { urgencyOf } from './urgency.js';

/** What is due and how soon: colour, word and icon say the same; then the safe date and the last legal day. */
export function DueMark({ due }: { due: DueThing }) {
  const { t } = useTranslation();
  const urgency = urgencyOf(due);
  return (
    <span className={`due ${urgency}`}>
      <strong><DeskIcon of={urgency === 'over' ? 'alert' : 'clock'} /> {wordOf(due, t)}</strong>{' '}
      <span className="muted">
        {due.title ? inLanguage(due.title) : t(`due.${due.kind}`)}{' '}
        {due.at ? <span>{monthDay(due.at)} {time(due.at)}</span> : due.safeDate === due.lastDate ? <span>{monthDay(due.lastDate)}</span> : (
          <><span>{t('due.safe', { date: monthDay(due.safeDate) })}</span> <span>{t('due.last', { date: monthDay(due.lastDate) })}</span></>
        )}
      </span>
      {due.provisional.map((p) => <span key={p.zh} className="provisional">{inLanguage(p)}</span>)}
    </span>
  );
}

function wordOf(due: DueThing, t: TFunction): string {
  if (due.kind === 'session_open') return t('due.sessionNow');
  return due.kind === 'session' ? howSoonItMeets(daysLeft(due.lastDate), t) : howSoon(daysLeft(due.safeDate), daysLeft(due.lastDate), t);
}

function howSoon(toSafe: number, toLast: number, t: TFunction): string {
  if (toLast < 0) return t('due.over', { count: -toLast });
  if (toLast === 0) return t('due.today');
  if (toSafe < 0) return t('due.lastDays', { count: toLast });
  return toSafe === 0 ? t('due.safeToday') : t('due.left', { count: toSafe });
}

function howSoonItMeets(days: number, t: TFunction): string {
  if (days < 0) return t('due.sessionOver', { count: -days });
  return days === 0 ? t('due.sessionToday') : t('due.sessionIn', { count: days });
}
