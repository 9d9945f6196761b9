import { writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { pdfLines, pdfText, type SetLine } from '@hejie/test-kit';
import type { Block, Paper } from './paper.js';
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

/** Lines of the text on a page. */
const LINES_A_PAGE = 22;
const filler = (lines: number): Block[] => Array.from({ length: lines }, () => ({ kind: 'paragraph', text: '双方协商一致。' }));

/**
 * The pages of one PDF in which the blocks come again and again, each time on a new page after one line more of other text, so that
 * the end of the page falls between any two of their lines.
 */
async function wherever(blocks: (n: number) => readonly Block[], from = 8): Promise<string[]> {
  const sweep = Array.from({ length: LINES_A_PAGE + 1 - from }, (_, i) => i + from);
  return pagesOf(sweep.flatMap((n): Block[] => [...filler(n), ...blocks(n), { kind: 'pageBreak' }]).slice(0, -1));
}
/** The words of each page, without white space. */
const pagesOf = async (blocks: readonly Block[]): Promise<string[]> => (await pdfText(await renderPdf({ ...paper, blocks }))).split('\n').map((page) => page.replace(/\s/g, ''));
/** The number of the one page that says it. */
const pageOf = (pages: readonly string[], words: string): number => {
  const on = pages.flatMap((page, i) => (page.includes(words) ? [i] : []));
  expect([words, on]).toEqual([words, [expect.any(Number)]]);
  return on[0]!;
};
const sweepFrom = (from: number): number[] => Array.from({ length: LINES_A_PAGE + 1 - from }, (_, i) => i + from);

describe('a paper as PDF', () => {
  it('can be read back as text, with page numbers, is small, and gives the same bytes again', async () => {
    const pdf = await renderPdf(paper);
    if (process.env['KEEP_PDF']) writeFileSync(process.env['KEEP_PDF'], pdf);
    const text = await pdfText(pdf);
    for (const said of ['调解协议书', '和调〔2026〕000001号', '姜小明', '平度市某机械厂', '10,000 元', '（盖章）', '第 1 页 共 3 页', '第 3 页 共 3 页']) expect(text).toContain(said);
    expect(pdf.length).toBeLessThan(200_000);
    expect(pdf.equals(await renderPdf(paper))).toBe(true);
  });

  it('does not depend on what was set before, though fonts are opened once: two characters may share a sign', async () => {
    const of = (text: string): Paper => ({ ...paper, blocks: [{ kind: 'paragraph', text }] });
    const radical = await renderPdf(of('⼈⼯⽇⽉'));
    expect(await pdfText(radical)).toContain('⼈⼯⽇⽉');
    expect(await pdfText(await renderPdf(of('人工日月')))).toContain('人工日月');
    expect((await renderPdf(of('⼈⼯⽇⽉'))).equals(radical)).toBe(true);
  });

  it('sets the text as official papers do: 28 points a line, two characters in, within the margins of GB/T 9704', async () => {
    const [page] = await pdfLines(await renderPdf({ ...paper, blocks: [{ kind: 'paragraph', text: '甲乙双方协商一致。'.repeat(12) }] }));
    const text = page!.filter((l) => l.text.includes('双方'));
    const mm = (points: number) => (points * 25.4) / 72;
    expect(text[0]!.x - text[1]!.x).toBeCloseTo(28, 0);
    expect(text.slice(1).map((l, i) => Math.round(text[i]!.y - l.y))).toEqual(text.slice(1).map(() => 28));
    expect(mm(text[1]!.x)).toBeCloseTo(27, 0);
    expect(mm(841.89 - page![0]!.y)).toBeGreaterThan(37);
  });

  it('starts no line with a closing mark and ends none with an opening one, wherever lines break', async () => {
    // one more character each time pushes every break along
    const blocks = Array.from({ length: 32 }, (_, i) => ({ kind: 'paragraph' as const, text: `${'甲'.repeat(i + 1)}${'（乙方）应当，于“本月”支付。《协议》：其一；其二、其三！'.repeat(4)}` }));
    const all = (await pdfLines(await renderPdf({ ...paper, blocks }))).flat().map((l) => l.text);
    expect(all.length).toBeGreaterThan(120);
    expect(all.filter((l) => /^[，。：；、！？）》」』”’]/.test(l) || /[（《「『“‘]$/.test(l))).toEqual([]);
  });

  it('sets no seal on a page without the signatures, and no signatures without the last of what is signed', async () => {
    const [signatures, seal] = paper.blocks.slice(-2) as [Block, Block];
    const pages = await wherever((n) => [{ kind: 'paragraph', text: `最后一句之${n}。` }, signatures, { ...seal, date: `某日之${n}。` } as Block]);
    for (const n of sweepFrom(8)) expect([pageOf(pages, `某日之${n}。`), pages[pageOf(pages, `最后一句之${n}。`)]!.includes('签署人')]).toEqual([pageOf(pages, `最后一句之${n}。`), true]);
  });

  it('tears no point of a list over two pages, nor its heading from it', async () => {
    const point = '因支付拖欠劳动报酬事项达成调解协议，用人单位在协议约定期限内不履行的，劳动者可以持调解协议书依法申请支付令。'.repeat(2);
    const pages = await wherever((n) => [{ kind: 'heading', text: `双方声明之${n}` }, { kind: 'list', items: [point] }], 12);
    for (const n of sweepFrom(12)) expect(pages.filter((page) => page.includes(`双方声明之${n}1．${point}`))).toHaveLength(1);
  });

  it('keeps a short table with its heading and with the line that announces it', async () => {
    const table = (first: string): Block => ({ kind: 'table', head: ['期次', '金额'], rows: [[first, '10,000.00元'], ['第二期', '10,000.00元']] });
    const pages = await wherever((n) => [{ kind: 'heading', text: `调解结果之${n}。` }, table(`甲表之${n}。`), { kind: 'paragraph', text: `分期履行之${n}如下：` }, table(`乙表之${n}。`)]);
    for (const n of sweepFrom(8)) {
      expect([pageOf(pages, `调解结果之${n}。`), pageOf(pages, `分期履行之${n}如下：`)]).toEqual([pageOf(pages, `甲表之${n}。`), pageOf(pages, `乙表之${n}。`)]);
    }
  });

  it('keeps the first rows of a long table, with their head, by its heading and by the line that announces it', async () => {
    const long = (first: string): Block => ({ kind: 'table', head: ['期次', '事项'], rows: [[first, '第一期的款项由被申请人以银行转账的方式支付到申请人本人的账户。'.repeat(2)], ...Array.from({ length: 9 }, (_, i) => [String(i + 2), '同上。'])] });
    const pages = await wherever((n) => [{ kind: 'heading', text: `调解结果之${n}。` }, { kind: 'paragraph', text: `分期履行之${n}如下：` }, long(`长表之${n}。`)], 12);
    for (const n of sweepFrom(12)) {
      const at = pageOf(pages, `长表之${n}。`);
      expect([pageOf(pages, `调解结果之${n}。`), pageOf(pages, `分期履行之${n}如下：`), pages[at]!.includes('期次事项')]).toEqual([at, at, true]);
    }
    // and no page is left empty for it
    expect(pages.filter((page) => /^和调〔2026〕000001号第\d+页共\d+页$/.test(page))).toEqual([]);
  });

  it('repeats the head of a table on each of its pages and tears no row, however long, that a page can hold', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => [`第${i + 1}行。`, `${'甲乙双方就此项没有异议'.repeat(1 + (i % 6) * 3)}止${i + 1}。`]);
    const pages = await pagesOf([{ kind: 'table', head: ['行号', '内容'], widths: [0.2, 0.8], rows }]);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('行号内容');
    for (const [label, text] of rows) expect(pages.filter((page) => page.includes(`${label}${text}`))).toHaveLength(1);
  });

  it('cuts nothing off that is longer than a page', async () => {
    const words = Array.from({ length: 400 }, (_, i) => `第${i}句话。`);
    for (const block of [{ kind: 'fields', rows: [['备注', words.join('')]] }, { kind: 'table', head: ['内容'], rows: [[words.join('')]] }, { kind: 'list', items: [words.join('')] }] as const satisfies Block[]) {
      const text = (await pagesOf([{ kind: 'heading', text: '说明' }, block, { kind: 'closing', signers: ['送达人（签名）'] }])).join('').replace(/和调〔2026〕000001号第\d+页共\d+页(内容)?/g, '');
      expect([block.kind, words.filter((w) => !text.includes(w))]).toEqual([block.kind, []]);
    }
  });

  it('sets the place to sign on a page with something that is signed: text, a form, or rows of a table', async () => {
    const before: ((n: number) => Block)[] = [
      (n) => ({ kind: 'paragraph', text: `最后一句之${n}。` }),
      (n) => ({ kind: 'fields', rows: [['甲', '一'], ['乙', '二'], ['丙', `最后一句之${n}。`]] }),
      (n) => ({ kind: 'table', head: ['甲', '乙'], rows: [...Array.from({ length: 9 }, (_, i) => [String(i), '一']), ['九', `最后一句之${n}。`]] }),
    ];
    for (const block of before) {
      const pages = await wherever((n) => [block(n), { kind: 'closing', to: '平度市人民法院', attached: ['证据清单', '身份证复印件'], signers: [`申请人之${n}（签名）`] }], 12);
      for (const n of sweepFrom(12)) expect(pageOf(pages, `申请人之${n}（签名）`)).toBe(pageOf(pages, `最后一句之${n}。`));
    }
  });

  it('names what goes along between the addressee and the place to sign', async () => {
    const text = await pdfText(await renderPdf({ ...paper, blocks: [{ kind: 'paragraph', text: '请求依法裁决。' }, { kind: 'closing', to: '平度市劳动人事争议仲裁委员会', attached: ['本申请书副本一份', '证据清单一份'], signers: ['申请人（签名）'] }] }));
    expect(text).toMatch(/此致平度市劳动人事争议仲裁委员会附：1．本申请书副本一份2．证据清单一份申请人（签名）：_+______年____月____日/);
  });

  it('keeps the heading of a short form with it, also where the place to sign follows', async () => {
    const pages = await wherever((n) => [{ kind: 'heading', text: `当事人意见之${n}。` }, { kind: 'fields', rows: [['申请人意见', '□ 同意'], ['被申请人意见', `□ 同意之${n}。`]] }, { kind: 'closing', signers: [`申请人之${n}（签名）`] }]);
    for (const n of sweepFrom(8)) expect([pageOf(pages, `当事人意见之${n}。`), pageOf(pages, `申请人之${n}（签名）`)]).toEqual([pageOf(pages, `同意之${n}。`), pageOf(pages, `同意之${n}。`)]);
  });
});

describe('rare characters', () => {
  const lineOf = async (blocks: readonly Block[]): Promise<SetLine[]> => (await pdfLines(await renderPdf({ ...paper, blocks }))).flat();

  it('are set in the other face where the one asked for lacks them', async () => {
    // 𰻝 is in no 宋体 here, 䶸 in no 黑体; 㛃, 䶮 and 𬭚 are in both
    const all = await lineOf([{ kind: 'heading', text: '申请人王䶸、李㛃' }, { kind: 'paragraph', text: '委托人王𰻝、李㛃、赵䶮、张𬭚。' }]);
    const faces = (words: string) => new Set(all.find((l) => l.text === words)!.fonts).size;
    expect([faces('申请人王䶸、李㛃'), faces('委托人王𰻝、李㛃、赵䶮、张𬭚。')]).toEqual([2, 2]);
    expect(all.some((l) => l.text.includes('〓'))).toBe(false);
  });

  it('that no face has stand as a mark that is seen, and a note says which to write with the pen', async () => {
    const all = (await lineOf([{ kind: 'fields', rows: [['申请人', '王\u{323af}\u200b明\u{f0000}']] }])).map((l) => l.text).join('\n');
    expect(all).toContain('王〓明〓');
    expect(all.replaceAll('\n', '')).toContain('字库没有收录，请用笔补写：U+323AF、U+F0000。');
  });
});
