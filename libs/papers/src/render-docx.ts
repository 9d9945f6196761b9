import type { ITableCellOptions, Paragraph as ParagraphOf, Table as TableOf } from 'docx';
import { FORM_WIDTHS, LINE, LONG_PARAGRAPH, MARGIN, OPENING, PAGE, PEN_ROOM, SHORT_TABLE, SIGNATURE_HEAD, SIGNATURE_WIDTHS, SIZE, tableSize, TEXT_WIDTH } from './measures.js';
import type { Align, Block, Paper } from './paper.js';
import { attachedLines, BLANK, BLANK_DATE } from './writing.js';

/** Names of fonts every Chinese office program has or replaces by its like; the file carries none of its own. Quotes and boxes, which both scripts have, are set as Chinese ones. */
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', hint: 'eastAsia' };
const FANG_SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', hint: 'eastAsia' };
const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体', hint: 'eastAsia' };

/** Points as Word counts type, by halves, and as it counts distances, by twentieths. */
const half = (points: number): number => Math.round(points * 2);
const twips = (points: number): number => Math.round(points * 20);
/** Lines so far apart, points. */
const apart = (line: number) => ({ line: twips(line), lineRule: 'exact' as const });

/** Two characters; the twips are for programs that do not count characters. */
const FIRST_LINE = { firstLineChars: 200, firstLine: twips(OPENING) };

type Docx = typeof import('docx');
let loaded: Promise<Docx> | undefined;

/** The same paper as `renderPdf` sets, as a Word document that can be filled in and changed. */
export async function renderDocx(given: Paper): Promise<Buffer> {
  const docx = await (loaded ??= import('docx'));
  const { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } = docx;
  const paper = writable(given);
  const number = paper.number ? [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: `编号：${paper.number}`, font: SONG, size: half(SIZE.small) })] })] : [];
  const footer = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ font: SONG, size: half(SIZE.small), children: [paper.number ? `${paper.number}　` : '', '第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
  });
  const document = new Document({
    title: paper.title,
    creator: 'Hejie',
    styles: { default: { document: { run: { font: FANG_SONG, size: half(SIZE.text), language: { value: 'en-US', eastAsia: 'zh-CN' } }, paragraph: { spacing: apart(LINE.text) } } } },
    sections: [
      {
        properties: { page: { size: { width: twips(PAGE.width), height: twips(PAGE.height) }, margin: { top: twips(MARGIN.top), right: twips(MARGIN.right), bottom: twips(MARGIN.bottom), left: twips(MARGIN.left), footer: 1100 } } },
        footers: { default: new Footer({ children: [footer] }) },
        children: [
          ...number,
          title(docx, paper.title),
          ...paper.blocks.flatMap((block, i) => setBlock(docx, block, paper.blocks[i - 1], paper.blocks[i + 1])),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Without the control characters that XML cannot say: a document with one of them does not open. */
const writable = <T>(value: T): T => JSON.parse(JSON.stringify(value), (_, v: unknown) => (typeof v === 'string' ? v.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '') : v)) as T;

const isShort = (block: Block | undefined): boolean => (block?.kind === 'table' || block?.kind === 'fields') && block.rows.length <= SHORT_TABLE;
const announces = (block: Block | undefined): boolean => block?.kind === 'heading' || (block?.kind === 'paragraph' && block.text.endsWith('：'));
const signed = (block: Block | undefined): boolean => block?.kind === 'closing' || block?.kind === 'signatures' || block?.kind === 'seal';

function setBlock(docx: Docx, block: Block, before: Block | undefined, next: Block | undefined): (ParagraphOf | TableOf)[] {
  const { AlignmentType, PageBreak, Paragraph, TextRun } = docx;
  // the place to sign stays with the last lines of what is signed, a table with the line that announces it
  const keepLast = signed(next) || (announces(block) && (next?.kind === 'table' || next?.kind === 'fields'));
  const indented = (text: string, last = false) => new Paragraph({ indent: FIRST_LINE, keepLines: text.length <= LONG_PARAGRAPH, ...(keepLast && last ? { keepNext: true } : {}), children: runs(docx, text) });
  /** Rows that stay with what follows: all but the last of a short table that is announced, the last before the place to sign. */
  const keptRows = (rows: number): readonly [from: number, to: number] => (signed(next) ? [rows - 1, rows] : announces(before) && isShort(block) ? [0, rows - 1] : [rows, rows]);
  switch (block.kind) {
    case 'title':
      return [title(docx, block.text)];
    case 'heading':
      return [new Paragraph({ keepNext: true, spacing: { before: 160, after: 60, ...apart(LINE.text) }, children: [new TextRun({ text: block.text, font: HEI })] })];
    case 'paragraph':
      return block.text.split('\n').map((text, i, all) => (block.indent === false ? new Paragraph({ children: runs(docx, text) }) : indented(text, i === all.length - 1)));
    case 'list':
      return block.items.map((text, i, all) => indented(`${i + 1}．${text}`, i === all.length - 1));
    case 'boxes':
      return block.lines.map(({ ticked, text }, i, all) => indented(`${ticked ? '■' : '□'} ${text}`, i === all.length - 1));
    case 'fields':
      return [table(docx, { rows: block.rows, widths: FORM_WIDTHS, kept: keptRows(block.rows.length) }), gap(docx, signed(next))];
    case 'table':
      return [table(docx, { rows: block.rows, widths: block.widths ?? block.head.map(() => 1 / block.head.length), head: block.head, align: block.align, kept: keptRows(block.rows.length), ...(block.toWrite ? { room: twips(PEN_ROOM / 2) } : {}) }), gap(docx, signed(next))];
    case 'signatures': {
      const rows = block.lines.map((l) => [l.role, l.name ?? '', [l.signedAt, l.method].filter(Boolean).join('　')]);
      return [table(docx, { rows, widths: SIGNATURE_WIDTHS, head: SIGNATURE_HEAD, kept: [0, rows.length], room: twips(PEN_ROOM / 2) }), gap(docx, signed(next))];
    }
    case 'closing': {
      const line = (text: string, opening: number) => new Paragraph({ keepNext: true, indent: { firstLineChars: 100 * opening, firstLine: twips(opening * SIZE.text) }, children: runs(docx, text) });
      return [
        ...(block.to === undefined ? [] : [line('此致', 2), line(block.to, 0)]),
        ...attachedLines(block.attached ?? []).map((text, i) => line(text, i ? 4 : 2)),
        ...block.signers.flatMap((signer, i) => [`${signer}：${BLANK}`, BLANK_DATE].map((text, line) => new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: line === 0 || i < block.signers.length - 1, spacing: { before: line ? 0 : 240, ...apart(LINE.text) }, children: runs(docx, text) }))),
      ];
    }
    case 'seal':
      return [`${block.organisation}（盖章）`, block.date].map((text, i) => new Paragraph({ alignment: AlignmentType.CENTER, indent: { left: twips(0.4 * TEXT_WIDTH) }, keepNext: i === 0, spacing: { before: i ? 0 : 360, ...apart(LINE.text) }, children: runs(docx, text) }));
    case 'note':
      return [new Paragraph({ keepLines: true, spacing: { before: 120, ...apart(LINE.small) }, children: [new TextRun({ text: block.text, font: SONG, size: half(SIZE.small) })] })];
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** A text whose line breaks stay line breaks. */
const runs = (docx: Docx, text: string) => text.split('\n').flatMap((line, i) => lineOf(docx, line, { font: FANG_SONG, size: half(SIZE.text) }, i > 0));

/** Boxes to tick are Chinese signs wherever they stand: at the head of a line some programs take them for Western ones, of half the size. */
function lineOf({ TextRun }: Docx, line: string, { font, ...set }: { font: typeof SONG; size: number; bold?: boolean }, broken = false) {
  return line.split(/([□■])/).map((text, i) => new TextRun({ ...set, text, font: i % 2 ? { ...font, ascii: font.eastAsia, hAnsi: font.eastAsia } : font, ...(broken && i === 0 ? { break: 1 } : {}) }));
}

const title = ({ AlignmentType, Paragraph, TextRun }: Docx, text: string) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 120, after: 240, ...apart(LINE.title) }, keepNext: true, children: [new TextRun({ text, font: SONG, bold: true, size: half(SIZE.title) })] });

/** What stands between a table and the next block. */
const gap = ({ Paragraph }: Docx, keepNext: boolean) => new Paragraph({ keepNext, spacing: apart(8), children: [] });

interface Cells {
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
  readonly head?: readonly string[];
  readonly align?: readonly Align[] | undefined;
  /** Rows that stay on a page with the next one, or the last with what follows. */
  readonly kept: readonly [from: number, to: number];
  /** Twips; more room above and below in each row, to write in. */
  readonly room?: number;
}

/** With a head, it comes again on every page; no row is torn over two pages. Without, the first column is the label. */
function table(docx: Docx, { rows, widths, head, align = [], kept, room = 0 }: Cells) {
  const { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } = docx;
  const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
  const columnWidths = widths.map((w) => twips(w * TEXT_WIDTH));
  const size = half(tableSize(widths.length));
  const margins = { top: 50 + room, bottom: 50 + room, left: 90, right: 90 };
  const cell = (text: string, i: number, of: { label?: boolean; alignment?: Align; keepNext: boolean }): ITableCellOptions => ({
    margins,
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: columnWidths[i]!, type: WidthType.DXA },
    ...(of.label ? { shading: { fill: 'F4F6F7' } } : {}),
    // the last line break ends a line, as in the PDF
    children: text.replace(/\n$/, '').split('\n').map((line) => new Paragraph({ alignment: ALIGN[of.alignment ?? 'left'], keepNext: of.keepNext, spacing: apart(LINE.table), children: lineOf(docx, line, { font: SONG, size, bold: of.label === true && head !== undefined }) })),
  });
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    rows: [
      ...(head ? [new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, i) => new TableCell(cell(text, i, { label: true, alignment: 'center', keepNext: true }))) })] : []),
      ...rows.map((row, n) => {
        const keepNext = n >= kept[0] && n < kept[1];
        return new TableRow({ cantSplit: true, children: row.map((text, i) => new TableCell(cell(text, i, head ? { alignment: align[i] ?? 'left', keepNext } : { label: i === 0, keepNext }))) });
      }),
    ],
  });
}
