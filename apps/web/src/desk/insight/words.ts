import i18n from 'i18next';

const lang = () => (i18n.language === 'en' ? 'en-GB' : 'zh-CN');

export const number = (n: number) => n.toLocaleString(lang());
/** An amount where the title says that it is in yuan. */
export const yuanNumber = (fen: number) => (fen / 100).toLocaleString(lang(), { minimumFractionDigits: fen % 100 ? 2 : 0 });
export const percent = (part: number) => part.toLocaleString(lang(), { style: 'percent', maximumFractionDigits: 0 });
/** 2026年3月 */
export const monthName = (month: string) => dateOf(month, { year: 'numeric', month: 'long' });
/** 3月, with the year where one begins or a row of them starts. */
export const monthLabel = (month: string, i: number) => (i === 0 || month.endsWith('-01') ? dateOf(month, { year: 'numeric', month: 'short' }) : dateOf(month, { month: 'short' }));

const dateOf = (month: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang(), { ...options, timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
