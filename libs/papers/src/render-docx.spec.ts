import { describe, expect, it } from '@jest/globals';
import { docxPart, docxText } from '@hejie/test-kit';
import type { Block, Paper } from './paper.js';
import { renderDocx } from './render-docx.js';

const paperOf = (...blocks: Block[]): Paper => ({ title: '证据清单', madeAt: new Date('2026-11-21T00:00:00Z'), blocks });
const xmlOf = async (...blocks: Block[]) => docxPart(await renderDocx(paperOf(...blocks)), 'word/document.xml')!;
/** The words of the paragraphs that stay on a page with what follows. */
const kept = (xml: string): string[] => [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:keepNext\/>(?:(?!<\/w:p>).)*<\/w:p>/gs)].map((m) => [...m[0].matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map((t) => t[1]).join('')).filter(Boolean);
const rows = (n: number) => Array.from({ length: n }, (_, i) => [`第${i + 1}行`, '甲']);

describe('a paper as Word document', () => {
  it('names Chinese fonts, opens paragraphs two characters in, 28 points a line, and sets amounts to the right', async () => {
    const xml = await xmlOf({ kind: 'heading', text: '一、请求' }, { kind: 'paragraph', text: '请求支付。' }, { kind: 'table', head: ['项目', '金额'], rows: [['工资', '1.00元']], align: ['left', 'right'] });
    for (const said of ['w:eastAsia="宋体"', 'w:eastAsia="黑体"', 'w:eastAsia="仿宋"', 'w:hint="eastAsia"', 'w:firstLineChars="200"', 'w:val="right"']) expect(xml).toContain(said);
    expect(docxPart(await renderDocx(paperOf()), 'word/styles.xml')).toMatch(/w:line="560"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="560"/);
  });

  it('keeps a heading with what follows, a short table whole, and the first row of a long one with its head', async () => {
    expect(kept(await xmlOf({ kind: 'heading', text: '一、请求' }, { kind: 'table', head: ['行', '字'], rows: rows(3) }))).toEqual(['证据清单', '一、请求', '行', '字', '第1行', '甲', '第2行', '甲']);
    expect(kept(await xmlOf({ kind: 'paragraph', text: '分期履行：' }, { kind: 'table', head: ['行', '字'], rows: rows(9) }))).toEqual(['证据清单', '分期履行：', '行', '字']);
  });

  it('keeps the place to sign with the last of what is signed, be it text, a form or a table', async () => {
    const closing: Block = { kind: 'closing', to: '平度市人民法院', attached: ['证据清单'], signers: ['申请人（签名）'] };
    const place = ['此致', '平度市人民法院', '附：证据清单', '申请人（签名）：______________'];
    expect(kept(await xmlOf({ kind: 'paragraph', text: '甲\n乙' }, closing))).toEqual(['证据清单', '乙', ...place]);
    expect(kept(await xmlOf({ kind: 'fields', rows: [['甲', '一'], ['乙', '二'], ['丙', '三']] }, closing))).toEqual(['证据清单', '丙', '三', ...place]);
    expect(kept(await xmlOf({ kind: 'table', head: ['行', '字'], rows: rows(9) }, closing))).toEqual(['证据清单', '行', '字', '第9行', '甲', ...place]);
  });

  it('sets boxes to tick as Chinese signs, also at the head of a line, keeps years whole, and no empty line at the end of a cell', async () => {
    const xml = await xmlOf({ kind: 'boxes', lines: [{ ticked: true, text: '同意' }] }, { kind: 'fields', rows: [['方式', '□ 直接送达　□ 邮寄送达'], ['签名', '\n\n']] });
    const runs = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map((m) => m[0]);
    const boxes = runs.filter((r) => /<w:t[^>]*>[□■]<\/w:t>/.test(r));
    expect(boxes.map((r) => /w:ascii="([^"]+)"/.exec(r)![1])).toEqual(['仿宋', '宋体', '宋体']);
    expect(runs.filter((r) => /[□■]/.test(r))).toHaveLength(3);
    const [, place] = xml.split('签名');
    expect(place!.match(/<w:p>/g)).toHaveLength(3);
    // programs break numbers of a Western text in Chinese anywhere
    expect(docxPart(await renderDocx(paperOf()), 'word/styles.xml')).toMatch(/<w:lang w:val="en-US" w:eastAsia="zh-CN"/);
  });

  it('keeps what people wrote as text, whatever it looks like', async () => {
    const docx = await renderDocx(paperOf({ kind: 'paragraph', text: '<w:t>5 < 6 & "7"</w:t>\n第二行\u0007' }));
    expect(docxText(docx)).toContain('<w:t>5 < 6 & "7"</w:t>');
    expect(docxPart(docx, 'word/document.xml')).not.toContain('\u0007');
  });
});
