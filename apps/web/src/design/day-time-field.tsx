import { useTranslation } from 'react-i18next';
import { DateField, yearsFromNow } from './date-field.js';
import { PartSelect, useParts } from './date-parts.js';

interface Props {
  label: string;
  hint?: string;
  /** `YYYY-MM-DDTHH:MM` in China, or '' while it is not whole. */
  value: string;
  onChange: (dayTime: string) => void;
  required?: boolean;
}

const two = (n: number) => String(n).padStart(2, '0');
const HOURS = Array.from({ length: 24 }, (_, h) => two(h));
const MINUTES = Array.from({ length: 12 }, (_, i) => two(i * 5));

/** The instant of a day and time in China. */
export const instantOf = (dayTime: string): string => new Date(`${dayTime}:00+08:00`).toISOString();

/** When something ahead is to begin: in the words and order of the page's language, whatever the browser's is. */
export function DayTimeField({ label, hint, value, onChange, required = false }: Props) {
  const { t } = useTranslation();
  const [parts, choose] = useParts(value, partsOf, dayTimeOf, onChange);
  const set = (part: Partial<typeof parts>) => {
    const next = { ...parts, ...part };
    if (next.hour && !next.minute) next.minute = '00';
    choose(next);
  };
  const part = (of: 'hour' | 'minute', options: readonly string[]) => (
    <PartSelect of={of} label={`${label} ${t(`date.${of}`)}`} value={parts[of]} options={options} required={required || Boolean(parts.date)} onChange={(n) => set({ [of]: n })} />
  );
  return (
    <DateField label={label} {...(hint ? { hint } : {})} value={parts.date} years={yearsFromNow(2)} required={required} onChange={(date) => set({ date })}>
      {part('hour', HOURS)}{part('minute', MINUTES)}
    </DateField>
  );
}

const dayTimeOf = ({ date, hour, minute }: ReturnType<typeof partsOf>) => (date && hour ? `${date}T${hour}:${minute}` : '');

function partsOf(dayTime: string): { date: string; hour: string; minute: string } {
  const [date = '', time = ''] = dayTime.split('T');
  const [hour = '', minute = ''] = time.split(':');
  return { date, hour, minute };
}
