import i18n from 'i18next';

const lang = () => (i18n.language === 'en' ? 'en-GB' : 'zh-CN');
const zone = 'Asia/Shanghai';

/** 52,800 元 */
export function yuan(fen: number): string {
  return i18n.t('format.yuan', { amount: (fen / 100).toLocaleString(lang(), { minimumFractionDigits: fen % 100 ? 2 : 0 }) });
}

const instant = (iso: string) => new Date(iso.length === 10 ? `${iso}T00:00:00+08:00` : iso);

/** 2026年11月21日, where what day of the week it is matters to nobody. */
export const date = (iso: string) => new Intl.DateTimeFormat(lang(), { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }).format(instant(iso));

/** 2026年11月21日（周六）; no line ends before the day of the week. */
export function day(iso: string): string {
  return i18n.t('format.day', { text: date(iso), week: new Intl.DateTimeFormat(lang(), { timeZone: zone, weekday: 'short' }).format(instant(iso)) });
}

export const time = (iso: string) => new Intl.DateTimeFormat(lang(), { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(iso));
export const dayTime = (iso: string) => i18n.t('format.dayTime', { day: day(iso), time: time(iso) });

/** 姜小明、王守正和陈调解 */
export const list = (names: readonly string[]) => new Intl.ListFormat(lang(), { type: 'conjunction' }).format(names);

/** 3.2 MB */
export function bytes(n: number): string {
  const [value, unit] = n < 1024 * 1024 ? [Math.max(1, n / 1024), 'kilobyte'] : [n / 1024 / 1024, 'megabyte'];
  return new Intl.NumberFormat(lang(), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** Whole days from today to a civil date in China; negative when past. */
export function daysLeft(date: string): number {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

/** Yuan as typed to fen; undefined for what is not an amount. */
export function toFen(typed: string): number | undefined {
  const clean = typed.replace(/[,，\s]/g, '');
  return /^\d{1,10}(\.\d{1,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : undefined;
}

/** A text from the server with its dates (2026-12-20) as people read them. */
export const withDays = (text: string) => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => (Number.isNaN(Date.parse(iso)) ? iso : day(iso)));

/** Of a text of the law in both languages, the one being read. */
export const inLanguage = (step: { zh: string; en: string }) => withDays(i18n.language === 'en' ? step.en : step.zh);

/** 11月21日周六, for lists where the year is plain. */
export function monthDay(iso: string): string {
  return new Intl.DateTimeFormat(lang(), { timeZone: zone, month: 'short', day: 'numeric', weekday: 'short' }).format(instant(iso)).replace('日周', '日\u2060周');
}

/** 周一; 1 is Monday. */
export const weekdayName = (day: number) => new Intl.DateTimeFormat(lang(), { timeZone: 'UTC', weekday: 'short' }).format(new Date(Date.UTC(2024, 0, day))); // 2024 began on a Monday

/** 09:00, of a whole hour; a day ends at 24:00. */
export const hourOfDay = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
