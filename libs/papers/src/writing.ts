import { rmbInWords } from '@hejie/law';
import { SIZE, TEXT_WIDTH } from './measures.js';

/** Where something is still to be written, by a form or by pen. */
export const BLANK = '_'.repeat(14);
/** A line across the page, for what takes more than a few words. */
export const WRITING_LINE = '＿'.repeat(Math.floor(TEXT_WIDTH / SIZE.text));
/** A day still to be written. */
export const BLANK_DATE = '______年____月____日';

/** 2026-11-21 -> 2026年11月21日 */
export function chineseDate(date: string): string {
  const [y, m, d] = date.split('-').map(Number);
  return `${y}年${m}月${d}日`;
}

/** 5280000 fen -> 52,800.00元 */
export const yuan = (fen: number): string => `${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })}元`;

/** 5280000 fen -> 人民币52,800.00元（大写：伍万贰仟捌佰元整） */
export const yuanInWords = (fen: number): string => `人民币${yuan(fen)}（大写：${rmbInWords(fen)}）`;

/** What goes along with a paper, a line each: 附：证据清单一份, or numbered where there are several, one below the other. */
export const attachedLines = (attached: readonly string[]): string[] => (attached.length === 1 ? [`附：${attached[0]}`] : attached.map((what, i) => `${i ? '' : '附：'}${i + 1}．${what}`));

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether it is an identity number with a possible birthday and the right check character (GB 11643-1999). */
export function isIdNumber(text: string): boolean {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(text);
  if (!match) return false;
  const born = new Date(`${match[1]}-${match[2]}-${match[3]}T00:00:00Z`);
  if (Number.isNaN(born.getTime()) || born.getUTCDate() !== Number(match[3])) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return text[17] === '10X98765432'[sum % 11];
}

/** Sex and day of birth stand in the identity number itself (GB 11643-1999). Null where it is none. */
export function readIdNumber(idNumber: string): { sex: '男' | '女'; bornOn: string } | null {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/.exec(idNumber);
  if (!match) return null;
  const [, y, m, d, order] = match;
  return { sex: Number(order) % 2 ? '男' : '女', bornOn: `${y}-${m}-${d}` };
}

/** 370283199001011234 -> 370283********1234; for whoever may not read the whole number. */
export const maskIdNumber = (idNumber: string): string => `${idNumber.slice(0, 6)}${'*'.repeat(Math.max(0, idNumber.length - 10))}${idNumber.slice(-4)}`;
