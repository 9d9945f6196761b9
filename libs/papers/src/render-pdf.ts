import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Block, Paper } from './paper.js';
import { BLANK, BLANK_DATE } from './writing.js';

const require = createRequire(import.meta.url);
const FONT_DIR = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));

const MARGIN = 64;
const FONT_SIZE = 11;
/** Characters; a shorter paragraph or point of a list is not torn over two pages. */
const LONG_PARAGRAPH = 400;
/** Rows; a table or form of no more stays with its heading. */
const SHORT_TABLE = 8;
const PAGE_WIDTH = 595.28 - 2 * MARGIN; // A4, points

interface PdfMake {
  addFonts(fonts: object): void;
  setLocalAccessPolicy?(allow: (path: string) => boolean): void;
  setUrlAccessPolicy?(allow: (url: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
}

let maker: Promise<PdfMake> | undefined;

/** The typesetter with its fonts; loaded at the first paper, because the fonts are large. */
function typesetter(): Promise<PdfMake> {
  maker ??= import('pdfmake').then(({ default: loaded }) => {
    const pdfmake = loaded as unknown as PdfMake;
    pdfmake.addFonts({
      Noto: {
        normal: join(FONT_DIR, '400Regular/NotoSansSC_400Regular.ttf'),
        bold: join(FONT_DIR, '700Bold/NotoSansSC_700Bold.ttf'),
      },
    });
    // papers never name files or addresses of their own
    pdfmake.setLocalAccessPolicy?.((path) => path.startsWith(FONT_DIR));
    pdfmake.setUrlAccessPolicy?.(() => false);
    return pdfmake;
  });
  return maker;
}

/** Sets a paper on A4 with an embedded Chinese font (only the characters used) and page numbers. */
export async function renderPdf(paper: Paper): Promise<Buffer> {
  const pdfmake = await typesetter();
  const pdf = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [MARGIN, 60, MARGIN, 60],
    defaultStyle: { font: 'Noto', fontSize: FONT_SIZE, lineHeight: 1.15 },
    info: { title: paper.title, creator: 'Hejie', producer: 'Hejie', creationDate: paper.madeAt, modDate: paper.madeAt },
    content: [
      ...(paper.number ? [{ text: `编号：${paper.number}`, alignment: 'right', fontSize: 10, color: '#555' }] : []),
      { text: paper.title, alignment: 'center', fontSize: 20, bold: true, margin: [0, 8, 0, 20] },
      ...setTogether(paper.blocks),
    ],
    // no heading is left alone at the foot of a page
    pageBreakBefore: (node: { headlineLevel?: number }, nodes: { getFollowingNodesOnPage(): unknown[] }) =>
      node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    footer: paper.numbered === false ? undefined : (page: number, pages: number) => ({
      text: `${paper.number ? `${paper.number}　` : ''}第 ${page} 页 共 ${pages} 页`,
      alignment: 'center',
      fontSize: 9,
      color: '#555',
      margin: [0, 20, 0, 0],
    }),
  });
  return Buffer.from(await pdf.getBuffer());
}

/** Padding on both sides of a cell and one line. */
const CELL_EDGE = 8.6;

const LINES = { hLineWidth: () => 0.6, vLineWidth: () => 0.6, hLineColor: () => '#888', vLineColor: () => '#888', paddingTop: () => 3, paddingBottom: () => 2 };

/** Signatures, seal and what is noted after them stand on one page: a seal alone on a page proves nothing. */
function setTogether(blocks: readonly Block[]): object[] {
  const from = blocks.findIndex((b, i) => b.kind === 'signatures' && blocks.slice(i).every((after) => ['signatures', 'seal', 'note'].includes(after.kind)));
  if (from < 0) return setInTurn(blocks);
  const text = setInTurn(blocks.slice(0, from));
  // and with the last lines that are signed
  const last = isText(blocks[from - 1]) ? text.splice(-1) : [];
  return [...text, { stack: [...last, ...blocks.slice(from).flatMap((b) => setBlock(b))], unbreakable: true }];
}

/**
 * A heading stays with the first lines of what it heads (before a long table, `pageBreakBefore` sees to that), a short table with the
 * line that announces it, and the place to sign with the last lines of what is signed.
 */
function setInTurn(blocks: readonly Block[]): object[] {
  const set: object[] = [];
  blocks.forEach((block, i) => {
    const [first, ...more] = block.kind === 'fields' && blocks[i + 1]?.kind === 'closing' ? setInTwo(block) : setBlock(block);
    if (!first) return;
    const before = blocks[i - 1];
    const joined = (before?.kind === 'heading' && (isText(block) || isShort(block))) || (announces(before) && isShort(block)) || (block.kind === 'closing' && set.length > 0);
    const last = joined ? set.pop() : undefined;
    set.push(last ? { stack: [last, first], unbreakable: true } : first, ...more);
  });
  return set;
}

/** The last rows of a form in a piece of their own, for the place to sign to stay with. */
function setInTwo({ rows }: Extract<Block, { kind: 'fields' }>): object[] {
  const [head, tail] = [rows.slice(0, -2), rows.slice(-2)];
  return [...(head.length ? setBlock({ kind: 'fields', rows: head }).map((table) => ({ ...table, margin: [0, 2, 0, 0] })) : []), ...setBlock({ kind: 'fields', rows: tail }).map((table) => ({ ...table, margin: [0, 0, 0, 8] }))];
}

const isShort = (block: Block): boolean => (block.kind === 'table' || block.kind === 'fields') && block.rows.length <= SHORT_TABLE;
const announces = (block: Block | undefined): boolean => block?.kind === 'paragraph' && block.text.endsWith('：');
const isText = (block: Block | undefined): boolean => (block?.kind === 'paragraph' && block.text.length <= LONG_PARAGRAPH) || block?.kind === 'list' || block?.kind === 'boxes';

/** A table of many columns is set smaller. */
const MANY_COLUMNS = 5;

function setBlock(block: Block): object[] {
  switch (block.kind) {
    case 'heading':
      return [{ text: block.text, bold: true, fontSize: 13, margin: [0, 12, 0, 4], headlineLevel: 1 }];
    case 'paragraph':
      // a paragraph opens two characters in, as Chinese papers do
      return block.text.split('\n').map((text) => {
        const set = { text, leadingIndent: block.indent === false ? 0 : 2 * FONT_SIZE, margin: [0, 0, 0, 4] };
        return text.length > LONG_PARAGRAPH ? set : { stack: [set], unbreakable: true };
      });
    case 'fields':
      return [{
        table: { widths: [116, '*'], body: block.rows.map(([label, value]) => [{ text: label, color: '#333', fillColor: '#f4f6f7' }, value]), dontBreakRows: true },
        layout: LINES,
        lineHeight: 1.05,
        margin: [0, 2, 0, 8],
      }];
    case 'table':
      return [{
        table: {
          headerRows: 1,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          widths: block.widths ? block.widths.map((w) => w * (PAGE_WIDTH - CELL_EDGE * block.head.length - 0.6)) : block.head.map(() => '*'),
          body: [
            block.head.map((text) => ({ text, bold: true, alignment: 'center', fillColor: '#f4f6f7' })),
            ...block.rows.map((row) => row.map((text, i) => ({ text, alignment: block.align?.[i] ?? 'left' }))),
          ],
        },
        ...(block.head.length > MANY_COLUMNS ? { fontSize: FONT_SIZE - 2 } : {}),
        layout: LINES,
        margin: [0, 2, 0, 8],
      }];
    case 'list':
      return block.items.map((text, i) => {
        const set = { text: `${i + 1}．${text}`, leadingIndent: 2 * FONT_SIZE, margin: [0, 0, 0, 3] };
        return text.length > LONG_PARAGRAPH ? set : { stack: [set], unbreakable: true };
      });
    case 'boxes':
      return block.lines.map(({ ticked, text }) => ({ stack: [{ text: `${ticked ? '■' : '□'} ${text}`, leadingIndent: 2 * FONT_SIZE, margin: [0, 0, 0, 3] }], unbreakable: true }));
    case 'closing':
      return [{
        stack: [
          ...(block.to === undefined ? [] : [{ text: '此致', leadingIndent: 2 * FONT_SIZE, margin: [0, 10, 0, 4] }, { text: block.to, margin: [0, 0, 0, 4] }]),
          ...block.signers.map((signer) => ({ stack: [`${signer}：${BLANK}`, BLANK_DATE].map((text) => ({ text, alignment: 'right' as const, margin: [0, 8, 0, 0] })), margin: [0, 10, 0, 0] })),
        ],
        unbreakable: true,
        margin: [0, 0, 0, 8],
      }];
    case 'signatures':
      return [{
        table: {
          widths: [80, '*', 240],
          dontBreakRows: true,
          body: [
            ['签署人', '签名', '时间与方式'].map((text) => ({ text, bold: true, fillColor: '#f4f6f7' })),
            ...block.lines.map((l) => [l.role, l.name ?? '', [l.signedAt, l.method].filter(Boolean).join('　')]),
          ],
        },
        layout: { ...LINES, paddingTop: () => 8, paddingBottom: () => 6 },
        margin: [0, 8, 0, 8],
      }];
    case 'seal':
      return [{ stack: [{ text: `${block.organisation}（盖章）` }, { text: block.date }], alignment: 'right', margin: [0, 24, 24, 0], unbreakable: true }];
    case 'note':
      return [{ text: block.text, fontSize: 9, color: '#555', margin: [0, 6, 0, 0] }];
    case 'pageBreak':
      return [{ text: '', pageBreak: 'after' }];
  }
}
