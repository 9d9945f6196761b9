import { fontFile, type Face } from './fonts.js';
import { FORM_WIDTHS, LINE, LONG_PARAGRAPH, MARGIN, OPENING, PEN_ROOM, SHORT_TABLE, SIGNATURE_HEAD, SIGNATURE_WIDTHS, SIZE, tableSize, TEXT_HEIGHT, TEXT_WIDTH } from './measures.js';
import type { Align, Block, Paper } from './paper.js';
import { inFaces, printable } from './rare-signs.js';
import { CELL, heightOf, rowHeight } from './room.js';
import { attachedLines, BLANK, BLANK_DATE } from './writing.js';

/** What is kept on one page leaves the page before it empty: no more than this of a page's height. */
const KEPT_TOGETHER = 0.6 * TEXT_HEIGHT;

/** Of the Song face, from its head to its foot, as a part of its size. */
const FACE_HEIGHT = 1.437;
/** For pdfmake: lines so far apart, whatever the size. */
const apart = (line: number, size: number): { fontSize: number; lineHeight: number } => ({ fontSize: size, lineHeight: line / (size * FACE_HEIGHT) });

const TEXT = apart(LINE.text, SIZE.text);
const SMALL = apart(LINE.small, SIZE.small);

interface PdfMake {
  addFonts(fonts: object): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  setUrlAccessPolicy(allow: (url: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  readonly virtualfs: { writeFileSync(name: string, bytes: Buffer): void };
}

let maker: Promise<PdfMake> | undefined;

/** The typesetter with its fonts; loaded at the first paper, because the fonts are large. */
function typesetter(): Promise<PdfMake> {
  maker ??= import('pdfmake').then(({ default: loaded }) => {
    const pdfmake = loaded as unknown as PdfMake;
    const faces: readonly Face[] = ['Song', 'Hei'];
    for (const face of faces) for (const weight of ['regular', 'bold'] as const) pdfmake.virtualfs.writeFileSync(`${face}-${weight}`, fontFile(face, weight));
    pdfmake.addFonts(Object.fromEntries(faces.map((face) => [face, { normal: `${face}-regular`, bold: `${face}-bold` }])));
    // papers never name files or addresses of their own
    pdfmake.setLocalAccessPolicy(() => false);
    pdfmake.setUrlAccessPolicy(() => false);
    return pdfmake;
  });
  return maker;
}

/** Sets a paper on A4 in embedded Chinese fonts (only the characters used), with page numbers. */
export async function renderPdf(given: Paper): Promise<Buffer> {
  const pdfmake = await typesetter();
  const paper = printable(given);
  const pdf = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [MARGIN.left, MARGIN.top, MARGIN.right, MARGIN.bottom],
    defaultStyle: { font: 'Song', ...TEXT },
    info: { title: paper.title, creator: 'Hejie', producer: 'Hejie', creationDate: paper.madeAt, modDate: paper.madeAt },
    content: [
      ...(paper.number ? [{ text: song(`编号：${paper.number}`), alignment: 'right', ...SMALL }] : []),
      setTitle(paper.title),
      ...setAll(paper.blocks),
    ],
    pageBreakBefore: partsFrom(paper.blocks),
    footer: paper.numbered === false ? undefined : (page: number, pages: number) => ({ text: song(`${paper.number ? `${paper.number}　` : ''}第 ${page} 页 共 ${pages} 页`), alignment: 'center', ...SMALL, margin: [0, 24, 0, 0] }),
  });
  return Buffer.from(await pdf.getBuffer());
}

const setTitle = (text: string) => ({ text: song(text), alignment: 'center', bold: true, ...apart(LINE.title, SIZE.title), margin: [0, 6, 0, 12] });
const song = (text: string) => inFaces(text, 'Song');
const paragraph = (text: string, opening: number = OPENING) => ({ text: song(text), leadingIndent: opening });
const whole = (stack: object[]) => ({ stack, unbreakable: true });

interface Placed {
  readonly id?: string;
  readonly startPosition: { readonly pageNumber: number; readonly top: number };
}

/** Names of the first piece of a block and of the cells of a table's last row, for `partsFrom` to find them. */
const firstOf = (i: number): string => `b${i}`;
const lastOf = (i: number, cell: number): string => `b${i}-last${cell}`;

/**
 * For long tables and paragraphs, which cannot be held whole: says of a heading, of the line that announces a table, and of the last
 * row before the place to sign, whether the page would end between it and what follows. Then it goes over to the next page too.
 */
function partsFrom(blocks: readonly Block[]): (node: Placed, around: { getFollowingNodesOnPage(): Placed[] }) => boolean {
  const followers = new Map(blocks.flatMap((block, i): [string, string][] => {
    const next = blocks.findIndex((b, n) => n > i && !heads(b));
    if (next < 0 || blocks[next]!.kind === 'pageBreak') return [];
    if (heads(block)) return [[firstOf(i), firstOf(next)]];
    return block.kind === 'table' && blocks[i + 1]!.kind === 'closing' && !isShort(block) ? block.head.map((_, cell) => [lastOf(i, cell), firstOf(next)]) : [];
  }));
  return ({ id, startPosition: { pageNumber, top } }, around) => {
    const follower = id && followers.get(id);
    // at the head of a page there is nothing to be won
    if (!follower || top < MARGIN.top + LINE.text) return false;
    return !around.getFollowingNodesOnPage().some((n) => n.id === follower && n.startPosition.pageNumber === pageNumber);
  };
}

/**
 * A heading stays with the first lines of what it heads, a short table with the line that announces it, and the place to sign with the
 * last lines of what is signed. Signatures, seal and what is noted after them stand on one page: a seal alone proves nothing.
 */
function setAll(blocks: readonly Block[]): object[] {
  const set: object[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const [block, before] = [blocks[i]!, blocks[i - 1]];
    const end = block.kind === 'signatures' ? endOfSigning(blocks, i) : i + 1;
    const split = block.kind === 'fields' && blocks[i + 1]?.kind === 'closing' && !(before && heads(before) && isShort(block));
    const [first, ...more] = end > i + 1 ? [whole(blocks.slice(i, end).flatMap((b, n) => setBlock(b, i + n)))] : split ? setInTwo(block, i) : setBlock(block, i);
    const last = before && staysWith(before, block, blocks.slice(i, end), blocks[end]) ? set.pop() : undefined;
    set.push(last ? whole([last, first!]) : first!, ...more);
    i = end - 1;
  }
  return set;
}

/** Where what stands on one page with these signatures ends, unless that is more than a page holds. */
function endOfSigning(blocks: readonly Block[], from: number): number {
  const next = blocks.findIndex((b, i) => i > from && b.kind !== 'seal' && b.kind !== 'note');
  const end = next < 0 ? blocks.length : next;
  return together(blocks.slice(from, end)) < TEXT_HEIGHT ? end : from + 1;
}

/** Whether the end of one block and the next, with what goes along, are held on one page. */
function staysWith(before: Block, block: Block, along: readonly Block[], next: Block | undefined): boolean {
  if (block.kind === 'signatures') return isText(before) && together([before, ...along]) < TEXT_HEIGHT;
  if (block.kind === 'closing') return isText(before) || before.kind === 'seal' || isShort(before) || (before.kind === 'fields' && heightOf({ kind: 'fields', rows: before.rows.slice(-1) }) < KEPT_TOGETHER);
  // what announces a long table stays free to go over to the next page with its first row
  return heads(before) && (announces(block) ? next !== undefined && isShort(next) : isText(block) || isShort(block));
}

/** The last row of a form in a piece of its own, for the place to sign to stay with. */
function setInTwo({ rows }: Extract<Block, { kind: 'fields' }>, i: number): object[] {
  const [head, tail] = [rows.slice(0, -1), rows.slice(-1)];
  if (head.length === 0) return [setTable({ rows: tail, widths: FORM_WIDTHS, of: i })];
  return [{ ...setTable({ rows: head, widths: FORM_WIDTHS, of: i }), margin: [0, 2, 0, 0] }, { ...setTable({ rows: tail, widths: FORM_WIDTHS }), margin: [0, -RULE, 0, 8] }];
}

const together = (blocks: readonly Block[]): number => blocks.reduce((sum, b) => sum + heightOf(b), 0);
const isShort = (block: Block): boolean => (block.kind === 'table' || block.kind === 'fields') && block.rows.length <= SHORT_TABLE && heightOf(block) < KEPT_TOGETHER;
const announces = (block: Block): boolean => block.kind === 'paragraph' && block.text.endsWith('：') && !block.text.includes('\n') && block.text.length <= LONG_PARAGRAPH;
const heads = (block: Block): boolean => block.kind === 'heading' || announces(block);
const isText = (block: Block | undefined): boolean =>
  (block?.kind === 'paragraph' && block.text.length <= LONG_PARAGRAPH) || (block?.kind === 'list' && block.items.every((item) => item.length <= LONG_PARAGRAPH)) || block?.kind === 'boxes' || block?.kind === 'note';

const GREY = '#f4f6f7';
const RULE = 0.6;
const LINES = { hLineWidth: () => RULE, vLineWidth: () => RULE, hLineColor: () => '#666', vLineColor: () => '#666', paddingLeft: () => 4, paddingRight: () => 4 };

interface Cells {
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
  readonly head?: readonly string[];
  readonly align?: readonly Align[] | undefined;
  /** Whose rows they are, for the first and the last to be named. */
  readonly of?: number;
  /** Points; more room in each row, to write in. */
  readonly room?: number;
}

/** With a head, it comes again on every page; no row that fits on a page is torn over two. Without, the first column is the label. */
function setTable({ rows, widths, head, align = [], of, room = 0 }: Cells): object {
  const size = tableSize(widths.length);
  // a row goes over to the next page when each of its cells does
  const nameOf = (row: number, i: number) => (of === undefined ? {} : row === 0 ? (i ? {} : { id: firstOf(of) }) : row === rows.length - 1 ? { id: lastOf(of, i) } : {});
  const cell = (text: string, i: number) => ({ text: song(text), alignment: align[i] ?? 'left', ...(!head && i === 0 ? { fillColor: GREY } : {}) });
  const rowOf = (cells: readonly string[], row: number) => cells.map((text, i) => ({ ...cell(text, i), ...nameOf(row, i) }));
  // what is kept whole and higher than a page would be cut off at its foot
  const dontBreakRows = rows.every((cells) => rowHeight(cells, widths, size) + room < TEXT_HEIGHT - 4 * LINE.text);
  return {
    table: {
      ...(head ? { headerRows: 1, ...(dontBreakRows ? { keepWithHeaderRows: 1 } : {}) } : {}),
      dontBreakRows,
      widths: widths.map((w) => w * (TEXT_WIDTH - RULE) - CELL.sides),
      body: [...(head ? [head.map((text) => ({ text: song(text), bold: true, alignment: 'center', fillColor: GREY }))] : []), ...rows.map(rowOf)],
    },
    ...apart(LINE.table, size),
    layout: { ...LINES, paddingTop: () => (CELL.ends + room) / 2, paddingBottom: () => (CELL.ends + room) / 2 - RULE },
    margin: [0, 2, 0, 8],
  };
}

/** A text whole on a page, unless it is long. */
const kept = (set: object, text: string): object => (text.length > LONG_PARAGRAPH ? set : whole([set]));
const openingOf = ({ indent }: { readonly indent?: boolean }): number => (indent === false ? 0 : OPENING);
const named = <T extends object>(set: T, i: number): T & { id: string } => ({ ...set, id: firstOf(i) });

function setBlock(block: Block, i: number): object[] {
  switch (block.kind) {
    case 'title':
      return [named(setTitle(block.text), i)];
    case 'heading':
      return [named({ text: inFaces(block.text, 'Hei'), bold: true, margin: [0, 8, 0, 0] }, i)];
    case 'paragraph':
      if (announces(block)) return [named(paragraph(block.text, openingOf(block)), i)];
      return block.text.split('\n').map((text, line) => kept(line ? paragraph(text, openingOf(block)) : named(paragraph(text, openingOf(block)), i), text));
    case 'fields':
      return [setTable({ rows: block.rows, widths: FORM_WIDTHS, of: i })];
    case 'table':
      return [setTable({ rows: block.rows, widths: block.widths ?? block.head.map(() => 1 / block.head.length), head: block.head, align: block.align, of: i, ...(block.toWrite ? { room: PEN_ROOM } : {}) })];
    case 'list':
      return block.items.map((text, n) => kept(n ? paragraph(`${n + 1}．${text}`) : named(paragraph(`1．${text}`), i), text));
    case 'boxes':
      return block.lines.map(({ ticked, text }, n) => kept(n ? paragraph(`${ticked ? '■' : '□'} ${text}`) : named(paragraph(`${ticked ? '■' : '□'} ${text}`), i), text));
    case 'closing':
      return [whole([
        named({ text: '　', fontSize: 4, lineHeight: 1 }, i),
        ...(block.to === undefined ? [] : [paragraph('此致'), { text: song(block.to) }]),
        ...attachedLines(block.attached ?? []).map((text, n) => paragraph(text, n ? 2 * OPENING : OPENING)),
        ...block.signers.map((signer) => ({ stack: [`${signer}：${BLANK}`, BLANK_DATE].map((text) => ({ text: song(text), alignment: 'right' })), margin: [0, 14, 0, 0] })),
      ])];
    case 'signatures':
      return [setTable({ rows: block.lines.map((l) => [l.role, l.name ?? '', [l.signedAt, l.method].filter(Boolean).join('　')]), widths: SIGNATURE_WIDTHS, head: SIGNATURE_HEAD, of: i, room: PEN_ROOM })];
    case 'seal':
      return [{ columns: [{ width: '*', text: '' }, { width: '60%', alignment: 'center', stack: [named({ text: song(`${block.organisation}（盖章）`) }, i), { text: song(block.date) }] }], margin: [0, 24, 0, 0], unbreakable: true }];
    case 'note':
      return [whole([named({ text: song(block.text), ...SMALL, margin: [0, 6, 0, 0] }, i)])];
    case 'pageBreak':
      return [{ text: '', pageBreak: 'after' }];
  }
}
