import type { OvertimeDay } from '@hejie/cases/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthDay } from '../design/format.js';
import { Field, Loaded } from '../design/parts.js';
import { useStatutoryDays } from './use-statutory-days.js';
import './texts.js';

const USUAL_HOURS = 8;
const MOST_HOURS = 24;

/** Which statutory holidays somebody worked, and how long: days to tick, never dates to type. */
export function HolidayDays({ value, onChange }: { value: readonly OvertimeDay[]; onChange: (days: OvertimeDay[]) => void }) {
  const { t } = useTranslation();
  const years = useStatutoryDays();
  const [chosen, setYear] = useState<number>();
  const hoursOn = (date: string) => value.find((d) => d.date === date)?.hours;
  const set = (date: string, hours: number | undefined) => {
    const others = value.filter((d) => d.date !== date);
    onChange(hours === undefined ? others : [...others, { date, hours }].sort((a, b) => a.date.localeCompare(b.date)));
  };
  // who worked one long day mostly worked the next as long
  const usual = value.at(-1)?.hours ?? USUAL_HOURS;
  return (
    <Loaded query={years}>
      {(all) => {
        const statutory = all.flatMap((y) => y.days);
        const chosenDays = value.filter((d) => statutory.includes(d.date));
        const shown = all.find((y) => y.year === chosen) ?? all[0];
        return (
          <fieldset className="holiday-days">
            <legend>{t('group.days')}</legend>
            <Field label={t('group.year')}>
              <select value={shown?.year ?? ''} onChange={(e) => setYear(Number(e.target.value))}>{all.map(({ year }) => <option key={year} value={year}>{t('date.yearOf', { n: year })}</option>)}</select>
            </Field>
            <ul>
              {shown?.days.map((date) => {
                const hours = hoursOn(date);
                return (
                  <li key={date}>
                    <label className="choice"><input type="checkbox" checked={hours !== undefined} onChange={(e) => set(date, e.target.checked ? usual : undefined)} />{monthDay(date)}</label>
                    {hours === undefined ? null : (
                      <label className="hours"><input type="number" inputMode="decimal" min={0.5} max={MOST_HOURS} step={0.5} value={hours || ''} required aria-label={t('group.hoursOn', { date: monthDay(date) })} onChange={(e) => set(date, Number(e.target.value))} />{t('group.hourUnit')}</label>
                    )}
                  </li>
                );
              })}
            </ul>
            <p role="status" className="muted">{t('group.daysChosen', { count: chosenDays.length, hours: chosenDays.reduce((sum, d) => sum + d.hours, 0) })}</p>
          </fieldset>
        );
      }}
    </Loaded>
  );
}
