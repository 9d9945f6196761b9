import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PartSelect, useParts } from './date-parts.js';
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
  /** The label stands above already. */
  bare?: boolean;
  /** Goes on in the same line. */
  children?: ReactNode;
}

const pad = (n: string) => n.padStart(2, '0');
const daysIn = (year: string, month: string) => (month ? new Date(Date.UTC(Number(year) || 2024, Number(month), 0)).getUTCDate() : 31);
const numbers = (to: number) => Array.from({ length: to }, (_, i) => String(i + 1));

/** A date by year, month and day, as people remember it, or by the phone's own calendar. */
export function DateField({ label, hint, value, onChange, required = false, years, max, bare = false, children }: DateFieldProps) {
  const { t } = useTranslation();
  const [parts, choose] = useParts(value, partsOf, dateOf, onChange);
  const set = (part: Partial<typeof parts>) => {
    const next = { ...parts, ...part };
    if (next.day && Number(next.day) > daysIn(next.year, next.month)) next.day = String(daysIn(next.year, next.month));
    choose(next);
  };
  const begun = Object.values(parts).some(Boolean);
  const all = years.includes(Number(parts.year)) || !parts.year ? years : [Number(parts.year), ...years];
  const part = (of: 'year' | 'month' | 'day', options: readonly string[]) => <PartSelect of={of} value={parts[of]} options={options} required={required || begun} onChange={(n) => set({ [of]: n })} />;
  return (
    <fieldset className="date-field">
      <legend className={bare ? 'visually-hidden' : undefined}>{label}{hint ? <span className="hint"> {hint}</span> : null}</legend>
      <div className="date-parts">
        {part('year', all.map(String))}
        {part('month', numbers(12))}
        {part('day', numbers(daysIn(parts.year, parts.month)))}
        <span className="pick-day">
          <Icon of="calendar" />
          <input type="date" aria-label={label} value={value} {...(max ? { max } : {})} onChange={(e) => choose(partsOf(e.target.value))} onClick={(e) => e.currentTarget.showPicker?.()} />
        </span>
        {children}
      </div>
      {value ? <p className="muted">{day(value)}{max && value > max ? <strong className="late"> {t('date.notYet')}</strong> : null}</p> : null}
    </fieldset>
  );
}

function partsOf(date: string): { year: string; month: string; day: string } {
  const [year = '', month = '', ofMonth = ''] = date.split('-');
  return { year, month: month.replace(/^0/, ''), day: ofMonth.replace(/^0/, '') };
}

const dateOf = ({ year, month, day: ofMonth }: ReturnType<typeof partsOf>) => (year && month && ofMonth ? `${year}-${pad(month)}-${pad(ofMonth)}` : '');

/** Today's civil date in China. */
export const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Years from this one: back where `n` is negative, on where it is positive. */
export function yearsFromNow(n: number): number[] {
  const now = Number(today().slice(0, 4));
  return Array.from({ length: Math.abs(n) + 1 }, (_, i) => now + Math.sign(n) * i);
}
