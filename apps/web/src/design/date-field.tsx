import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day } from './format.js';
import { Icon } from './icon.js';

interface DateFieldProps {
  label: string;
  hint?: string;
  /** YYYY-MM-DD, or '' for none. */
  value: string;
  onChange: (date: string) => void;
  required?: boolean;
  /** The years to choose from, the likeliest first. */
  years: readonly number[];
  max?: string;
}

const pad = (n: string) => n.padStart(2, '0');
const daysIn = (year: string, month: string) => (month ? new Date(Date.UTC(Number(year) || 2024, Number(month), 0)).getUTCDate() : 31);
const numbers = (to: number) => Array.from({ length: to }, (_, i) => String(i + 1));

/** A date by year, month and day, as people remember it, or by the phone's own calendar. */
export function DateField({ label, hint, value, onChange, required = false, years, max }: DateFieldProps) {
  const { t } = useTranslation();
  const [parts, setParts] = useState(() => partsOf(value));
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setParts(partsOf(value));
  }, [value]);
  const tell = (date: string) => {
    told.current = date;
    onChange(date);
  };
  const set = (part: Partial<typeof parts>) => {
    const next = { ...parts, ...part };
    if (next.day && Number(next.day) > daysIn(next.year, next.month)) next.day = String(daysIn(next.year, next.month));
    setParts(next);
    const whole = next.year && next.month && next.day ? `${next.year}-${pad(next.month)}-${pad(next.day)}` : '';
    if (whole !== told.current) tell(whole);
  };
  const pick = (date: string) => {
    setParts(partsOf(date));
    tell(date);
  };
  const begun = Object.values(parts).some(Boolean);
  const all = years.includes(Number(parts.year)) || !parts.year ? years : [Number(parts.year), ...years];
  const choice = (part: 'year' | 'month' | 'day', options: readonly string[]) => (
    <select aria-label={t(`date.${part}`)} value={parts[part]} required={required || begun} onChange={(e) => set({ [part]: e.target.value })}>
      <option value="">{t(`date.${part}`)}</option>
      {options.map((n) => <option key={n} value={n}>{t(`date.${part}Of`, { n })}</option>)}
    </select>
  );
  return (
    <fieldset className="date-field">
      <legend>{label}{hint ? <span className="hint"> {hint}</span> : null}</legend>
      <div className="date-parts">
        {choice('year', all.map(String))}
        {choice('month', numbers(12))}
        {choice('day', numbers(daysIn(parts.year, parts.month)))}
        <span className="pick-day">
          <Icon of="calendar" />
          <input type="date" aria-label={label} value={value} {...(max ? { max } : {})} onChange={(e) => pick(e.target.value)} onClick={(e) => e.currentTarget.showPicker?.()} />
        </span>
      </div>
      {value ? <p className="muted">{day(value)}{max && value > max ? <strong className="late"> {t('date.notYet')}</strong> : null}</p> : null}
    </fieldset>
  );
}

function partsOf(date: string): { year: string; month: string; day: string } {
  const [year = '', month = '', ofMonth = ''] = date.split('-');
  return { year, month: month.replace(/^0/, ''), day: ofMonth.replace(/^0/, '') };
}

/** Today's civil date in China. */
export const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Years from this one: back where `n` is negative, on where it is positive. */
export function yearsFromNow(n: number): number[] {
  const now = Number(today().slice(0, 4));
  return Array.from({ length: Math.abs(n) + 1 }, (_, i) => now + Math.sign(n) * i);
}
