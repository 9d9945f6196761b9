import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A value chosen part by part: told when it is whole, and when it no longer is. One that comes from outside replaces the parts. */
export function useParts<P>(value: string, split: (value: string) => P, whole: (parts: P) => string, onChange: (value: string) => void) {
  const [parts, setParts] = useState(() => split(value));
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setParts(split(value));
  }, [value]);
  const choose = (next: P) => {
    setParts(next);
    if (whole(next) === told.current) return;
    told.current = whole(next);
    onChange(told.current);
  };
  return [parts, choose] as const;
}

interface Props {
  readonly of: 'year' | 'month' | 'day' | 'hour' | 'minute';
  readonly label?: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly required: boolean;
  readonly onChange: (value: string) => void;
}

/** One part of a date or time, in the words of the page's language. */
export function PartSelect({ of, label, value, options, required, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <select aria-label={label ?? t(`date.${of}`)} value={value} required={required} onChange={(e) => onChange(e.target.value)}>
      <option value="">{t(`date.${of}`)}</option>
      {options.map((n) => <option key={n} value={n}>{t(`date.${of}Of`, { n: Number(n) })}</option>)}
    </select>
  );
}
