import { FORM_WIDTHS, LINE, OPENING, PEN_ROOM, SIGNATURE_WIDTHS, SIZE, tableSize, TEXT_WIDTH } from './measures.js';
import type { Block } from './paper.js';

/** Padding and border of a cell, points: to the sides, and above and below. */
export const CELL = { sides: 8.6, ends: 6 } as const;

/** Of a character that is not as wide as it is high. */
const NARROW = 0.58;
const widthOf = (text: string, size: number): number => [...text].reduce((sum, c) => sum + (c.codePointAt(0)! < 0x2000 ? NARROW : 1) * size, 0);
const linesOf = (text: string, size: number, width: number, opening = 0): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line, size) + opening) / (width - size))), 0);

/** How high a row comes to stand, points; rather too much than too little. */
export function rowHeight(cells: readonly string[], widths: readonly number[], size: number): number {
  const lines = cells.map((text, i) => linesOf(text, size, (widths[i] ?? 0) * TEXT_WIDTH - CELL.sides));
  return Math.max(...lines) * LINE.table + CELL.ends;
}

/** How high a block comes to stand, points; rather too much than too little. */
export function heightOf(block: Block): number {
  const text = (words: string) => linesOf(words, SIZE.text, TEXT_WIDTH, OPENING) * LINE.text;
  const rows = (all: readonly (readonly string[])[], widths: readonly number[], size: number) => all.reduce((sum, cells) => sum + rowHeight(cells, widths, size), 16);
  switch (block.kind) {
    case 'title':
      return LINE.title + 18;
    case 'heading':
    case 'paragraph':
      return text(block.text) + 8;
    case 'fields':
      return rows(block.rows, FORM_WIDTHS, SIZE.table);
    case 'table':
      return rows([block.head, ...block.rows], block.widths ?? block.head.map(() => 1 / block.head.length), tableSize(block.head.length)) + (block.toWrite ? (block.rows.length + 1) * PEN_ROOM : 0);
    case 'list':
      return block.items.reduce((sum, item) => sum + text(item), 0);
    case 'boxes':
      return block.lines.reduce((sum, line) => sum + text(line.text), 0);
    case 'signatures':
      return rows(block.lines.map((l) => [l.role, l.name ?? '', `${l.signedAt ?? ''}${l.method ?? ''}`]), SIGNATURE_WIDTHS, SIZE.table) + (block.lines.length + 1) * PEN_ROOM;
    case 'closing':
      return (block.to === undefined ? 0 : 2 * LINE.text) + (block.attached?.length ?? 0) * LINE.text + block.signers.length * (2 * LINE.text + 16);
    case 'seal':
      return 2 * LINE.text + 24;
    case 'note':
      return linesOf(block.text, SIZE.small, TEXT_WIDTH) * LINE.small + 8;
    case 'pageBreak':
      return 0;
  }
}
