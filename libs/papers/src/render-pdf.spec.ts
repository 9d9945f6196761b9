import { writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { pdfText } from '@hejie/test-kit';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Paper } from './paper.js';
import { renderPdf } from './render-pdf.js';

const paper: Paper = {
  title: '调解协议书',
  number: '和调〔2026〕000001号',
  madeAt: new Date('2026-11-21T00:00:00Z'),
  blocks: [
    { kind: 'heading', text: '一、当事人' },
    { kind: 'fields', rows: [['申请人', '姜小明'], ['被申请人', '平度市某机械厂']] },
    { kind: 'paragraph', text: '双方在平等、自愿的基础上，经调解员主持，就工伤待遇、未签订书面劳动合同二倍工资差额等争议达成如下协议：'.repeat(6) },
    { kind: 'table', head: ['期次', '日期', '金额'], rows: Array.from({ length: 40 }, (_, i) => [String(i + 1), '2026年12月1日', '10,000 元']) },
    { kind: 'signatures', lines: [{ role: '申请人', name: '姜小明', signedAt: '2026年11月21日 10:00', method: '手机验证码' }, { role: '被申请人' }] },
    { kind: 'seal', organisation: '和解市总工会劳动争议调解委员会', date: '2026年11月21日' },
  ],
};

describe('a paper as PDF', () => {
  it('can be read back as text, with page numbers, and is small', async () => {
    const pdf = await renderPdf(paper);
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], pdf);
    const text = await pdfText(pdf);
    for (const said of ['调解协议书', '和调〔2026〕000001号', '姜小明', '平度市某机械厂', '10,000 元', '（盖章）', '第 1 页 共 3 页', '第 3 页 共 3 页']) expect(text).toContain(said);
    expect(pdf.length).toBeLessThan(200_000);
  });

  it('starts no line with a closing mark and ends none with an opening one, wherever lines break', async () => {
    // one more character each time pushes every break along
    const blocks = Array.from({ length: 24 }, (_, i) => ({ kind: 'paragraph' as const, text: `${'甲'.repeat(i + 1)}${'（乙方）应当，于“本月”支付。《协议》：其一；其二、其三！'.repeat(4)}` }));
    const all = await lines(await renderPdf({ ...paper, blocks }));
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter((l) => /^[，。：；、！？）》」』”’]/.test(l) || /[（《「『“‘]$/.test(l))).toEqual([]);
  });

  it('never sets a seal on a page without the signatures, however long the text before', async () => {
    const [signatures, seal] = paper.blocks.slice(-2);
    for (let n = 20; n < 40; n++) {
      const blocks = [...Array.from({ length: n }, () => ({ kind: 'paragraph' as const, text: '双方协商一致。' })), signatures!, seal!];
      const pages = (await pdfText(await renderPdf({ ...paper, blocks }))).split('\n');
      expect(pages.findIndex((p) => p.includes('（盖章）'))).toBe(pages.findIndex((p) => p.includes('签署人')));
    }
  });

  it('tears no point of a list over two pages, nor its heading from it', async () => {
    const point = '因支付拖欠劳动报酬事项达成调解协议，用人单位在协议约定期限内不履行的，劳动者可以持调解协议书依法申请支付令。'.repeat(2);
    for (let n = 24; n < 30; n++) {
      const blocks = [...Array.from({ length: n }, () => ({ kind: 'paragraph' as const, text: '双方协商一致。' })), { kind: 'heading' as const, text: '双方声明' }, { kind: 'list' as const, items: [point] }];
      expect((await pdfText(await renderPdf({ ...paper, blocks }))).split('\n').filter((page) => page.includes(`双方声明1．${point}`))).toHaveLength(1);
    }
  });

  it('leaves no heading and no announcement of a table at the foot of a page', async () => {
    const table = { kind: 'table' as const, head: ['期次', '金额'], rows: [['第一期款项', '10,000.00元'], ['第二期', '10,000.00元']] };
    for (let n = 26; n < 34; n++) {
      const pages = (await pdfText(await renderPdf({ ...paper, blocks: [...Array.from({ length: n }, () => ({ kind: 'paragraph' as const, text: '双方协商一致。' })), { kind: 'heading', text: '调解结果' }, table, { kind: 'paragraph', text: '分期履行如下：' }, { ...table, rows: [['最后一期', '1.00元']] }] }))).split('\n');
      expect([pages.findIndex((p) => p.includes('调解结果')), pages.findIndex((p) => p.includes('分期履行如下：'))]).toEqual([pages.findIndex((p) => p.includes('第一期款项')), pages.findIndex((p) => p.includes('最后一期'))]);
    }
  });

  it('sets the place to sign on a page with something that is signed, after text as after a form', async () => {
    const closing = { kind: 'closing' as const, to: '平度市人民法院', signers: ['申请人（签名）'] };
    for (const before of [{ kind: 'paragraph' as const, text: '最后一句话。' }, { kind: 'fields' as const, rows: [['甲', '一'], ['乙', '二'], ['丙', '最后一句话。']] as const }]) {
      for (let n = 24; n < 30; n++) {
        const pages = (await pdfText(await renderPdf({ ...paper, blocks: [...Array.from({ length: n }, () => ({ kind: 'paragraph' as const, text: '双方协商一致。' })), before, closing] }))).split('\n');
        expect(pages.findIndex((p) => p.includes('申请人（签名）'))).toBe(pages.findIndex((p) => p.includes('最后一句话。')));
      }
    }
  });

  it('keeps the heading of a short form with it, also where the place to sign follows', async () => {
    const form = { kind: 'fields' as const, rows: [['申请人意见', '□ 同意'], ['被申请人意见', '□ 同意']] as const };
    for (let n = 26; n < 31; n++) {
      const pages = (await pdfText(await renderPdf({ ...paper, blocks: [...Array.from({ length: n }, () => ({ kind: 'paragraph' as const, text: '双方协商一致。' })), { kind: 'heading', text: '当事人意见' }, form, { kind: 'closing', signers: ['申请人（签名）'] }] }))).split('\n');
      const [heading, first, sign] = ['当事人意见', '被申请人意见', '（签名）'].map((words) => pages.findIndex((p) => p.includes(words)));
      expect([heading, sign]).toEqual([first, first]);
    }
  });

  it('opens a paragraph two characters in', async () => {
    const document = await getDocument({ data: new Uint8Array(await renderPdf({ ...paper, blocks: [{ kind: 'paragraph', text: '甲乙双方协商一致。'.repeat(12) }] })), verbosity: 0 }).promise;
    const { items } = await (await document.getPage(1)).getTextContent();
    const starts = new Map<number, number>();
    for (const item of items) if ('str' in item && item.str.includes('双方')) starts.set(item.transform[5], Math.min(item.transform[4], starts.get(item.transform[5]) ?? Infinity));
    const [first, second] = [...starts.values()];
    expect(first! - second!).toBeCloseTo(22, 0);
    await document.destroy();
  });

  it('gives the same bytes for the same paper', async () => {
    const [one, two] = [await renderPdf(paper), await renderPdf(paper)];
    expect(one.equals(two)).toBe(true);
  });
});

/** The text of each set line, from top to bottom. */
async function lines(pdf: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const found = new Map<string, string>();
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    for (const item of items) if ('str' in item && item.str.trim()) found.set(`${n} ${item.transform[5]}`, (found.get(`${n} ${item.transform[5]}`) ?? '') + item.str);
  }
  await document.destroy();
  return [...found.values()];
}
