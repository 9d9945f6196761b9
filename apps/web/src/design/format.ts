import i18n from 'i18next';

const lang = () => (i18n.language === 'en' ? 'en-GB' : 'zh-CN');
const zone = 'Asia/Shanghai';

/** 52,800 元 */
export function yuan(fen: number): string {
  return i18n.t('format.yuan', { amount: (fen / 100).toLocaleString(lang(), { minimumFractionDigits: fen % 100 ? 2 : 0 }) });
}

/** 2026年11月21日（周六） */
export function day(iso: string): string {
  const date = new Date(iso.length === 10 ? `${iso}T00:00:00+08:00` : iso);
  const text = new Intl.DateTimeFormat(lang(), { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }).format(date);
  return i18n.t('format.day', { text, week: new Intl.DateTimeFormat(lang(), { timeZone: zone, weekday: 'short' }).format(date) });
}

export const time = (iso: string) => new Intl.DateTimeFormat(lang(), { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(iso));
export const dayTime = (iso: string) => `${day(iso)} ${time(iso)}`;

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

/** Of a text of the law in both languages, the one being read. */
export const inLanguage = (step: { zh: string; en: string }) => (i18n.language === 'en' ? step.en : step.zh);

/** 11月21日周六, for lists where the year is plain. */
export function monthDay(iso: string): string {
  const date = new Date(iso.length === 10 ? `${iso}T00:00:00+08:00` : iso);
  return new Intl.DateTimeFormat(lang(), { timeZone: zone, month: 'short', day: 'numeric', weekday: 'short' }).format(date);
}
