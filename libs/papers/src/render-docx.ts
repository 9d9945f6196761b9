import type { ITableCellOptions, Paragraph as ParagraphOf, Table as TableOf } from 'docx';
import type { Align, Block, Paper } from './paper.js';
import { BLANK, BLANK_DATE } from './writing.js';

/** Names of fonts every Chinese office program has or replaces by its like; the file carries none of its own. */
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const FANG_SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };

/** Half points: 四号 for the text, 小四 in tables, 五号 for notes, 二号 for the title. */
const SIZE = { text: 28, table: 24, small: 21, title: 44 };
/** Twips. A4 with the margins of official papers (GB/T 9704: 37, 26, 35, 28 mm; sides evened to 27). */
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 2098, right: 1531, bottom: 1985, left: 1531, footer: 1100 } };
const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
/** 28 points a line, as official papers have it; twips. */
const LINE = 560;

/** Two characters; the twips are for programs that do not count characters. */
const OPENING = { firstLineChars: 200, firstLine: 2 * 14 * 20 };

type Docx = typeof import('docx');
let loaded: Promise<Docx> | undefined;

/** The same paper as `renderPdf` sets, as a Word document that can be filled in and changed. */
export async function renderDocx(given: Paper): Promise<Buffer> {
  const docx = await (loaded ??= import('docx'));
  const { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } = docx;
  const paper = writable(given);
  const number = paper.number ? [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: `编号：${paper.number}`, font: SONG, size: SIZE.small })] })] : [];
  const footer = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ font: SONG, size: SIZE.small, children: [paper.number ? `${paper.number}　` : '', '第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'] })],
  });
  const document = new Document({
    title: paper.title,
    creator: 'Hejie',
    styles: { default: { document: { run: { font: FANG_SONG, size: SIZE.text, language: { value: 'zh-CN', eastAsia: 'zh-CN' } }, paragraph: { spacing: { line: LINE, lineRule: 'exact' } } } } },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: new Footer({ children: [footer] }) },
        children: [
          ...number,
          new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 120, after: 320, line: 720, lineRule: 'exact' }, keepNext: true, children: [new TextRun({ text: paper.title, font: SONG, bold: true, size: SIZE.title })] }),
          ...paper.blocks.flatMap((block, i) => setBlock(docx, block, paper.blocks[i + 1])),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Without the control characters that XML cannot say: a document with one of them does not open. */
const writable = <T>(value: T): T => JSON.parse(JSON.stringify(value), (_, v: unknown) => (typeof v === 'string' ? v.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '') : v)) as T;

function setBlock(docx: Docx, block: Block, next: Block | undefined): (ParagraphOf | TableOf)[] {
  const { AlignmentType, PageBreak, Paragraph, TextRun } = docx;
  // the place to sign stays with the last lines of what is signed
  const keepNext = next?.kind === 'closing' || next?.kind === 'signatures' || next?.kind === 'seal';
  const indented = (text: string, last = false) => new Paragraph({ indent: OPENING, ...(keepNext && last ? { keepNext } : {}), children: runs(docx, text) });
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ keepNext: true, spacing: { before: 160, line: LINE, lineRule: 'exact' }, children: [new TextRun({ text: block.text, font: HEI })] })];
    case 'paragraph':
      return block.text.split('\n').map((text, i, all) => (block.indent === false ? new Paragraph({ children: runs(docx, text) }) : indented(text, i === all.length - 1)));
    case 'list':
      return block.items.map((text, i, all) => indented(`${i + 1}．${text}`, i === all.length - 1));
    case 'boxes':
      return block.lines.map(({ ticked, text }, i, all) => indented(`${ticked ? '■' : '□'} ${text}`, i === all.length - 1));
    case 'fields':
      return [table(docx, block.rows.map((row) => [...row]), [0.26, 0.74]), gap(docx)];
    case 'table':
      return [table(docx, block.rows, block.widths ?? block.head.map(() => 1 / block.head.length), block.head, block.align), gap(docx)];
    case 'signatures':
      return [table(docx, block.lines.map((l) => [l.role, l.name ?? '', [l.signedAt, l.method].filter(Boolean).join('　')]), [0.18, 0.27, 0.55], ['签署人', '签名', '时间与方式']), gap(docx, true)];
    case 'closing':
      return [
        ...(block.to === undefined ? [] : [new Paragraph({ keepNext: true, indent: OPENING, children: runs(docx, '此致') }), new Paragraph({ keepNext: true, children: runs(docx, block.to) })]),
        ...block.signers.flatMap((signer, i) => [`${signer}：${BLANK}`, BLANK_DATE].map((text, line) => new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: line === 0 || i < block.signers.length - 1, spacing: { before: line ? 0 : 240, line: LINE, lineRule: 'exact' }, children: runs(docx, text) }))),
      ];
    case 'seal':
      return [`${block.organisation}（盖章）`, block.date].map((text, i) => new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: i === 0, spacing: { before: i ? 0 : 360, line: LINE, lineRule: 'exact' }, children: runs(docx, text) }));
    case 'note':
      return [new Paragraph({ spacing: { before: 120, line: 380, lineRule: 'exact' }, children: [new TextRun({ text: block.text, font: SONG, size: SIZE.small })] })];
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** A text whose line breaks stay line breaks. */
function runs({ TextRun }: Docx, text: string, size: number = SIZE.text) {
  return text.split('\n').map((line, i) => new TextRun({ text: line, size, ...(i ? { break: 1 } : {}) }));
}

/** What stands between a table and the next block. */
const gap = ({ Paragraph }: Docx, keepNext = false) => new Paragraph({ keepNext, spacing: { line: 160, lineRule: 'exact' }, children: [] });

/** With a head, it comes again on every page; no row is torn over two pages. Without, the first column is the label. */
function table(docx: Docx, rows: readonly (readonly string[])[], widths: readonly number[], head?: readonly string[], align: readonly Align[] = []) {
  const { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType } = docx;
  const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
  const columnWidths = widths.map((w) => Math.round(w * TEXT_WIDTH));
  const size = (head?.length ?? 0) > 5 ? SIZE.small : SIZE.table;
  const margins = { top: 50, bottom: 50, left: 90, right: 90 };
  const cell = (text: string, i: number, of: { label?: boolean; alignment?: Align }): ITableCellOptions => ({
    margins,
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: columnWidths[i]!, type: WidthType.DXA },
    ...(of.label ? { shading: { fill: 'F4F6F7' } } : {}),
    children: text.split('\n').map((line) => new Paragraph({ alignment: ALIGN[of.alignment ?? 'left'], spacing: { line: 400, lineRule: 'exact' }, children: [new TextRun({ text: line, font: SONG, size, bold: of.label === true && head !== undefined })] })),
  });
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    rows: [
      ...(head ? [new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, i) => new TableCell(cell(text, i, { label: true, alignment: 'center' }))) })] : []),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, i) => new TableCell(cell(text, i, head ? { alignment: align[i] ?? 'left' } : { label: i === 0 }))) })),
    ],
  });
}
