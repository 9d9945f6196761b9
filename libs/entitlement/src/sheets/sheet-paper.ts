import { optionTextsOf, QUESTIONS, rmbInWords } from '@hejie/law';
import { chineseDate, yuan, type Block, type Paper } from '@hejie/papers';
import { isMode, isMoney, NATION, type SheetContent, type SheetView } from '../contract/index.js';
import { CERTAINTY_NAMES, FIGURE_NAMES, MODE_NAMES } from './figure-names.js';

export interface SheetPaperFacts {
  readonly caseNumber: string;
  readonly claimant: string;
  readonly employer: string;
  readonly sheet: SheetView & { readonly content: SheetContent };
}

/** What is due, claim by claim, with working and articles: neutral, for both sides to look at. */
export function sheetPaper({ caseNumber, claimant, employer, sheet }: SheetPaperFacts): Paper {
  const { content: c } = sheet;
  return {
    title: '权益测算单',
    number: `${caseNumber} 测算第 ${sheet.version} 版`,
    madeAt: new Date(sheet.madeAt),
    blocks: [
      {
        kind: 'fields',
        rows: [
          ['申请人', claimant],
          ['被申请人', employer],
          ['测算日期', chineseDate(c.asOf)],
          ['地区数据', c.figures.some((f) => f.region !== NATION) ? `${c.region}，按 ${chineseDate(c.figuresOn)} 适用的标准` : `${c.region}：暂无数据，请咨询律师`],
        ],
      },
      { kind: 'heading', text: '一、结果' },
      { kind: 'table', head: ['请求事项', '最低', '最高'], widths: [0.46, 0.27, 0.27], rows: c.lines.map((line) => [line.title.zh, ...ends(line)]) },
      { kind: 'fields', rows: totals(c) },
      { kind: 'heading', text: '二、计算过程与依据' },
      ...c.lines.flatMap((line) => lineBlocks(line, c.warnings)),
      ...(c.figures.length ? figureBlocks(c) : []),
      ...(sheet.answers ? answerBlocks(sheet.answers) : []),
      { kind: 'note', text: `${c.warnings.map((w) => w.zh).join('')}本测算单只反映制作时填写的情况和当时适用的标准；情况变化后另作新的一版，原版不作修改。内容摘要 SHA-256：${sheet.digest}` },
    ],
  };
}

/** A text of the law with its days as papers write them. */
const dated = (text: string): string => text.replace(/ ?\b(\d{4}-\d{2}-\d{2})\b ?/g, (_, day: string) => chineseDate(day));

type Line = SheetContent['lines'][number];

function ends({ lowFen, highFen, missingTables, missingFacts, contradiction }: Line): [string, string] {
  if (lowFen !== null && highFen !== null) return [yuan(lowFen), yuan(highFen)];
  if (contradiction) return ['填写有矛盾', '填写有矛盾'];
  if (missingFacts.length) return ['尚缺事实', '尚缺事实'];
  return missingTables.length ? ['暂无数据', '暂无数据'] : ['不按金额计算', '不按金额计算'];
}

function totals({ total: t, lines }: SheetContent): [string, string][] {
  // what could not be counted is not nought
  if (lines.every((line) => line.lowFen === null)) return [['单位已付', yuan(t.alreadyPaidFen)], ['扣除已付后', '暂不能计算：以上项目都还没有算出金额。']];
  return [
    ['单位已付', yuan(t.alreadyPaidFen)],
    ['扣除已付后', t.lowFen === t.highFen ? `${yuan(t.lowFen)}（${rmbInWords(t.lowFen)}）` : `${yuan(t.lowFen)} 至 ${yuan(t.highFen)}`],
    ...(t.complete ? [] : [['说明', '部分项目尚缺事实或者地区数据，未计入合计。'] as [string, string]]),
  ];
}

function lineBlocks(line: Line, general: SheetContent['warnings']): Block[] {
  const said = new Set(general.map((w) => w.zh));
  const cautions = [...new Set(line.rulings.flatMap((r) => r.warnings.map((w) => w.zh)))].filter((text) => !said.has(text));
  const missing = [...line.missingFacts.map((f) => `尚缺事实：${f.ask.zh}`), ...line.missingTables.map((t) => `暂无数据：${t.title.zh}，请咨询律师`)];
  return [
    { kind: 'paragraph', text: `【${line.title.zh}】${line.lowFen === null ? '' : `${ends(line)[0]}${line.lowFen === line.highFen ? '' : ` 至 ${ends(line)[1]}`}`}`, indent: false },
    ...(line.figuresOn ? [{ kind: 'note' as const, text: `本项按 ${chineseDate(line.figuresOn)} 适用的地区标准。` }] : []),
    ...(line.contradiction ? [{ kind: 'paragraph' as const, text: line.contradiction.zh }] : []),
    ...(missing.length ? [{ kind: 'list' as const, items: missing }] : []),
    ...(line.stated.length ? [{ kind: 'list' as const, items: line.stated.map((s) => `${s.what.zh}：${yuan(s.amountFen)}（按填写的金额）`) }] : []),
    ...line.rulings.flatMap((r): Block[] => [
      { kind: 'list', items: r.working.map((w) => dated(w.zh)) },
      { kind: 'note', text: `依据：${r.articles.map((a) => a.citation.zh).join('；')}。规则自${chineseDate(r.effectiveFrom)}起适用。` },
    ]),
    ...(cautions.length ? [{ kind: 'note' as const, text: `请注意：${cautions.join('')}` }] : []),
    ...(line.changes.length ? [{ kind: 'note' as const, text: `可能改变结果的情况：${line.changes.map((x) => x.zh).join('')}` }] : []),
  ];
}

function figureBlocks(c: SheetContent): Block[] {
  return [
    { kind: 'heading', text: '三、所用的地区数据' },
    {
      kind: 'table',
      head: ['项目', '数值', '地区', '来源', '可靠程度'],
      widths: [0.28, 0.17, 0.15, 0.26, 0.14],
      rows: c.figures.map((f) => [`${FIGURE_NAMES[f.figure]}${f.on ? `（按 ${chineseDate(f.on)}）` : ''}`, f.value === null ? '暂无' : isMode(f.figure) ? MODE_NAMES[f.value - 1]! : isMoney(f.figure) ? yuan(f.value) : `${f.value} 个月`, f.region, `${f.sourceTitle}（${chineseDate(f.validFrom)}起）`, CERTAINTY_NAMES[f.certainty]]),
    },
  ];
}

function answerBlocks(answers: NonNullable<SheetView['answers']>): Block[] {
  return [
    { kind: 'heading', text: '四、测算所依据的填写内容' },
    { kind: 'fields', rows: QUESTIONS.filter((q) => q.id in answers).map((q) => [q.ask.zh, dated(optionTextsOf(q, answers[q.id]).map((s) => s.zh).join('、'))] as [string, string]) },
  ];
}
