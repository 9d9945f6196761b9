import type { OvertimeDay } from '@hejie/cases/contract';
import { addDays, calendarKnown, dayTypeOf, type Calendars, type DayType } from '@hejie/law';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, today, yearsFromNow } from '../design/date-field.js';
import { day } from '../design/format.js';
import { Field } from '../design/parts.js';
import { Unfold } from '../design/unfold.js';
import { byDayType } from './by-day-type.js';
import './texts.js';

type Kind = Exclude<DayType, 'statutory_holiday'>;
const KINDS: readonly Kind[] = ['rest_day', 'workday'];
/** Of working days the hours beyond eight count. */
const MOST_HOURS: Readonly<Record<Kind, number>> = { rest_day: 24, workday: 16 };
const MOST_DAYS = 366;

/** The days of a kind from one day to another, both inclusive; one day where the second is not given. */
function daysBetween(kind: Kind, from: string, to: string, calendars: Calendars): string[] {
  const dates: string[] = [];
  for (let date = from; date <= (to || from) && dates.length < MOST_DAYS; date = addDays(date, 1)) if (calendarKnown(date, calendars) && dayTypeOf(date, calendars) === kind) dates.push(date);
  return dates;
}

/** Overtime on rest days and beyond eight hours on working days: one day, or every such day of a stretch, as people remember it. */
export function OtherDays({ value, onChange, calendars }: { value: readonly OvertimeDay[]; onChange: (days: OvertimeDay[]) => void; calendars: Calendars }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('rest_day');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [hours, setHours] = useState<number>();
  const dates = from ? daysBetween(kind, from, to, calendars) : [];
  const fits = dates.length > 0 && (to === '' || (to >= from && to <= today())) && from <= today() && hours !== undefined && hours > 0 && hours <= MOST_HOURS[kind];
  const others = byDayType(value.map((d) => ({ ...d, dayType: dayTypeOf(d.date, calendars) }))).filter((g) => g.dayType !== 'statutory_holiday');
  const add = () => {
    onChange([...value.filter((d) => !dates.includes(d.date)), ...dates.map((date) => ({ date, hours: hours! }))].sort((a, b) => a.date.localeCompare(b.date)));
    setFrom('');
    setTo('');
  };
  return (
    <fieldset>
      <legend className="visually-hidden">{t('group.otherDays')}</legend>
      <p className="muted">{t('group.otherHint')}</p>
      {others.map((g) => (
        <Unfold key={g.dayType} title={t(`group.kind.${g.dayType}`, { count: g.days.length, hours: g.hours })}>
          {() => (
            <ul className="list each-day">
              {g.days.map((d) => (
                <li key={d.date}>
                  <span>{day(d.date)} · {t('group.hours', { count: d.hours })}</span>
                  <button type="button" className="btn plain" onClick={() => onChange(value.filter((x) => x.date !== d.date))}>{t('group.removeDay')}</button>
                </li>
              ))}
            </ul>
          )}
        </Unfold>
      ))}
      <Field label={t('group.otherKind')}>
        <select value={kind} onChange={(e) => setKind(e.target.value as Kind)}>{KINDS.map((k) => <option key={k} value={k}>{t(`group.other.${k}`)}</option>)}</select>
      </Field>
      <DateField label={t('group.otherFrom')} value={from} onChange={setFrom} years={yearsFromNow(-3)} max={today()} />
      <DateField label={t('group.otherTo')} hint={t('group.otherToHint')} value={to} onChange={setTo} years={yearsFromNow(-3)} max={today()} />
      <Field label={t(`group.otherHours.${kind}`)}>
        <input type="number" inputMode="decimal" min={0.5} max={MOST_HOURS[kind]} step={0.5} value={hours ?? ''} onChange={(e) => setHours(e.target.value ? Number(e.target.value) : undefined)} />
      </Field>
      <p role="status" className="muted">{from ? t(dates.length ? 'group.otherFound' : 'group.otherNone', { count: dates.length }) : ''}</p>
      <button type="button" className="btn plain" disabled={!fits} onClick={add}>{t('group.otherAdd')}</button>
    </fieldset>
  );
}
