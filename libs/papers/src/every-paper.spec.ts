import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { docxPart, docxText, pdfText } from '@hejie/test-kit';
import type { Block, Paper } from './paper.js';
import { renderDocx } from './render-docx.js';
import { renderPdf } from './render-pdf.js';
import { compose, type Values } from './templates/compose.js';
import { paperKinds } from './templates/templates.js';
import { aCase } from './testing/a-case.js';
import { aLongCase } from './testing/a-long-case.js';

const about = { number: '和调〔2026〕000001号', madeAt: new Date('2026-11-21T00:00:00Z') };
const CASES: readonly (readonly [name: string, values: Values])[] = [['short', aCase], ['long', aLongCase], ['blank', {}]];
const keep = process.env['KEEP_PAPERS'];
const bare = (text: string): string => text.replace(/\s/g, '');

/** The first words of a block, as they are printed. */
function firstWords(block: Block | undefined): string | null {
  switch (block?.kind) {
    case 'paragraph':
      return block.text.split('\n')[0]!.slice(0, 12);
    case 'fields':
      return `${block.rows[0]![0]}${block.rows[0]![1]}`.slice(0, 12);
    case 'table':
      return `${block.head.join('')}${block.rows[0]?.join('') ?? ''}`.slice(0, block.head.join('').length + 2);
    case 'list':
      return `1．${block.items[0] ?? ''}`.slice(0, 12);
    default:
      return null;
  }
}

describe.each(CASES.flatMap(([name, values]) => paperKinds.map((kind) => [kind, name, values] as const)))('%s of a %s case', (kind, name, values) => {
  const paper: Paper = compose(kind, values, about).paper;
  let docx: Buffer;
  /** Without white space, a page each. */
  let pages: string[];
  beforeAll(async () => {
    const pdf = await renderPdf(paper);
    docx = await renderDocx(paper);
    pages = (await pdfText(pdf)).split('\n').map(bare);
    if (!keep) return;
    mkdirSync(keep, { recursive: true });
    writeFileSync(`${keep}/${kind}-${name}.pdf`, pdf);
    writeFileSync(`${keep}/${kind}-${name}.docx`, docx);
  });

  it('says the same as PDF and as Word document, under a title and with numbered pages', () => {
    const footer = (n: number) => bare(`和调〔2026〕000001号　第 ${n} 页 共 ${pages.length} 页`);
    expect(pages.map((page, i) => page.includes(footer(i + 1)))).toEqual(pages.map(() => true));
    // a head that comes again on the next page stands once in the Word document
    const printed = pages.map((page, i) => page.replace(footer(i + 1), '')).join('');
    const words = docxText(docx).split('\n').map(bare).filter(Boolean);
    expect(words[1]).toBe(bare(paper.title));
    const heads = paper.blocks.flatMap((b) => (b.kind === 'table' ? [bare(b.head.join(''))] : []));
    const whole = heads.reduce((text, head) => text.split(head).join(''), printed);
    expect(words.filter((line) => !printed.includes(line) && !whole.includes(line))).toEqual([]);
    expect(printed).not.toContain('〓');
  });

  it('leaves no heading alone at the foot of a page', () => {
    paper.blocks.forEach((block, i) => {
      const next = firstWords(paper.blocks[i + 1]);
      if (block.kind === 'heading' && next) expect([block.text, pages.filter((page) => page.includes(bare(block.text + next)))]).toEqual([block.text, [expect.any(String)]]);
    });
  });

  it('has each row of a table whole on a page, under the head of the table, and each note', () => {
    for (const block of paper.blocks) if (block.kind === 'note') expect([block.text, pages.some((page) => page.includes(bare(block.text)))]).toEqual([block.text, true]);
    for (const block of paper.blocks) {
      if (block.kind !== 'table') continue;
      for (const row of block.rows.filter((cells) => cells.some(Boolean))) {
        const on = pages.filter((page) => page.includes(bare(row.join(''))));
        expect([row, on.length > 0 && on.every((page) => page.includes(bare(block.head.join(''))))]).toEqual([row, true]);
      }
    }
  });

  it('has the place to sign on a page with something that is signed', () => {
    paper.blocks.forEach((block, i) => {
      if (block.kind !== 'closing' && block.kind !== 'signatures') return;
      const before = paper.blocks[i - 1]!;
      const last = before.kind === 'fields' || before.kind === 'table' ? before.rows.at(-1)!.join('') : before.kind === 'list' ? before.items.at(-1)! : before.kind === 'boxes' ? before.lines.at(-1)!.text : before.kind === 'seal' ? before.organisation : before.kind === 'paragraph' || before.kind === 'note' ? before.text.split('\n').at(-1)! : '';
      const place = block.kind === 'closing' ? bare(`${block.signers[0]!}：_`) : bare('签署人签名时间与方式');
      expect(pages.filter((page) => page.includes(place) && page.includes(bare(last).slice(-12)))).toHaveLength(1);
    });
  });

  it('is a Word document on A4 in Chinese fonts, with numbered pages, that repeats heads and tears no row', () => {
    const xml = docxPart(docx, 'word/document.xml')!;
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toContain('w:eastAsia="宋体"');
    expect(docxPart(docx, 'word/styles.xml')).toContain('w:eastAsia="仿宋"');
    const footer = docxPart(docx, 'word/footer1.xml')!;
    for (const part of ['第 ', 'PAGE', ' 页 共 ', 'NUMPAGES', ' 页']) expect(footer).toContain(part);
    expect(xml.match(/<w:tblHeader\/>/g)?.length ?? 0).toBe(paper.blocks.filter((b) => b.kind === 'table' || b.kind === 'signatures').length);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length);
  });
});
