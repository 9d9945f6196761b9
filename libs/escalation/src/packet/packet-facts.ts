import type { UnsafeCase } from '@hejie/cases';
import { rmbInWords, type Calendars } from '@hejie/law';
import type { SealedAgreement } from '@hejie/mediation';
import type { Track } from '../contract/index.js';

export interface PacketEvidence {
  readonly id: string;
  readonly title: string;
  readonly proves: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
  readonly side: string;
}

/** What a packet is written from: the case's own facts, never what was said in mediation or consultation. */
export interface PacketFacts {
  readonly track: Track;
  readonly case: UnsafeCase;
  readonly phone: string | null;
  /** The union organisation that mediated. */
  readonly organisation: string;
  /** The commission or court it goes to. */
  readonly partner: string;
  readonly agreement: SealedAgreement | null;
  readonly evidence: readonly PacketEvidence[];
  readonly undisputedFacts: string | null;
  readonly chronology: readonly { at: Date; text: string }[];
  readonly madeAt: Date;
  /** The day of the application in China. */
  readonly madeOn: string;
  /** The holiday calendars the last days are counted on. */
  readonly calendars: Calendars;
}

/** 52,800.00 元 */
export const yuan = (fen: number) => `${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`;

/** 52,800.00 元（大写：伍万贰仟捌佰元整） */
export const yuanInWords = (fen: number) => `${yuan(fen)}（大写：${rmbInWords(fen)}）`;

/** 2026-11-21 -> 2026年11月21日 */
export function chineseDate(date: string): string {
  const [y, m, d] = date.split('-').map(Number);
  return `${y}年${m}月${d}日`;
}
