import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { docxPart, docxText, pdfText } from '@hejie/test-kit';
import type { Paper } from './paper.js';
import { renderDocx } from './render-docx.js';
import { renderPdf } from './render-pdf.js';
import { compose } from './templates/compose.js';
import { paperKinds } from './templates/templates.js';
import { aCase } from './testing/a-case.js';

const about = { number: '和调〔2026〕000001号', madeAt: new Date('2026-11-21T00:00:00Z') };
const keep = process.env['KEEP_PAPERS'];

describe('a paper as Word document', () => {
  it.each(paperKinds)('says of %s what the PDF says, on A4 with page numbers', async (kind) => {
    const { paper } = compose(kind, aCase, about);
    const [docx, pdf] = [await renderDocx(paper), await renderPdf(paper)];
    if (keep) {
      mkdirSync(keep, { recursive: true });
      writeFileSync(`${keep}/${kind}.docx`, docx);
      writeFileSync(`${keep}/${kind}.pdf`, pdf);
      writeFileSync(`${keep}/${kind}-blank.docx`, await renderDocx(compose(kind, {}, about).paper));
      writeFileSync(`${keep}/${kind}-blank.pdf`, await renderPdf(compose(kind, {}, about).paper));
    }
    const bare = (text: string) => text.replace(/\s/g, '');
    const printed = bare((await pdfText(pdf)).replace(/和调〔2026〕000001号　第 \d+ 页 共 \d+ 页/g, ''));
    const words = docxText(docx).split('\n').map(bare).filter(Boolean);
    expect(words).toContain(bare(paper.title));
    // a head that comes again on the next page stands once in the Word document
    expect(words.filter((line) => !printed.includes(line))).toEqual([]);
    expect(docxPart(docx, 'word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const footer = docxPart(docx, 'word/footer1.xml')!;
    for (const part of ['第 ', 'PAGE', ' 页 共 ', 'NUMPAGES', ' 页']) expect(footer).toContain(part);
  });

  it('names Chinese fonts, opens paragraphs two characters in, repeats table heads and tears no row', async () => {
    const { paper } = compose('mediation_agreement', aCase, about);
    const xml = docxPart(await renderDocx(paper), 'word/document.xml')!;
    for (const font of ['宋体', '黑体']) expect(xml).toContain(`w:eastAsia="${font}"`);
    expect(docxPart(await renderDocx(paper), 'word/styles.xml')).toContain('w:eastAsia="仿宋"');
    expect(xml).toContain('w:firstLineChars="200"');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(paper.blocks.filter((b) => b.kind === 'table' || b.kind === 'signatures').length);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length);
    expect(xml).toContain('w:val="right"');
  });

  it('keeps what people wrote as text, whatever it looks like', async () => {
    const paper: Paper = { title: '证据清单', madeAt: about.madeAt, blocks: [{ kind: 'paragraph', text: '<w:t>5 < 6 & "7"</w:t>\n第二行\u0007' }] };
    const docx = await renderDocx(paper);
    expect(docxText(docx)).toContain('<w:t>5 < 6 & "7"</w:t>');
    expect(docxPart(docx, 'word/document.xml')).not.toContain('\u0007');
  });
});
