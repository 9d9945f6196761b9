import { EVIDENCE_ITEMS } from '../evidence/evidence-for.js';
import { DEADLINE_RULES, type DeadlineCode } from '../deadlines/deadline-rules.js';
import { citationOf } from '../registry/articles.js';
import { CLAIM_KINDS } from '../taxonomy/claim-kinds.js';
import { DISPUTE_TYPES, disputeTypes } from '../taxonomy/dispute-types.js';
import { TOPICS } from '../topics.js';
import { clockTitle } from './clock.js';
import type { Condition } from './condition.js';
import { CLOCKS, type ClockRule } from './findings/clocks.js';
import { NOTES } from './findings/notes.js';
import { REFERRALS } from './findings/referrals.js';
import { TYPE_RULES } from './findings/types.js';
import type { Question } from './question.js';
import { questionById, QUESTIONS } from './questions/index.js';
import { UNLAWFULLY_EMPLOYED } from './questions/matters.js';
import { CHILD, CLOSELY_MANAGED, COVERED, FULLY_COVERED, OUTSIDE_LABOUR_LAW, OVER_AGE, PART_TIME, PARTLY_MANAGED } from './questions/who.js';
import { GENERAL_CLAIM } from './questions/work-facts.js';

// docs/intake.md: the whole intake in Chinese, for a lawyer to read through and correct

const NAMED = [OUTSIDE_LABOUR_LAW, COVERED, OVER_AGE, CLOSELY_MANAGED, PARTLY_MANAGED, PART_TIME, CHILD, FULLY_COVERED, UNLAWFULLY_EMPLOYED, GENERAL_CLAIM];

const KIND: Record<Question['kind'], string> = {
  one: '单选',
  many: '可多选',
  date: '日期，可答“不知道”',
  yuan: '金额（元），可答“不知道”',
  number: '数字，可答“不知道”',
};

const numberOf = (id: string) => QUESTIONS.findIndex((q) => q.id === id) + 1;

/** A condition in words, naming questions by their number. */
export function inWords(condition: Condition): string {
  if ('all' in condition) return joined(condition.all, '，且');
  if ('any' in condition) return joined(condition.any, '，或');
  if ('not' in condition) return `不是（${inWords(condition.not)}）`;
  if ('named' in condition) return `【${condition.named.zh}】`;
  const number = numberOf(condition.question);
  if ('known' in condition) return `第 ${number} 题有答案`;
  const chosen = condition.in.map((value) => questionById.get(condition.question)!.options!.find((o) => o.value === value)!);
  return `第 ${number} 题选${chosen.map((o) => `“${o.zh}”`).join('或')}`;
}

const joined = (conditions: readonly Condition[], by: string) => conditions.map((c) => ('all' in c || 'any' in c ? `（${inWords(c)}）` : inWords(c))).join(by);

/** What a condition says of a question itself, not through a name: each option, or that it is answered. */
function speaksOf(condition: Condition | undefined, question: string, option: string | null): boolean {
  if (!condition || 'named' in condition || 'not' in condition) return false;
  if ('all' in condition) return condition.all.some((c) => speaksOf(c, question, option));
  if ('any' in condition) return condition.any.some((c) => speaksOf(c, question, option));
  if (condition.question !== question) return false;
  return option === null ? 'known' in condition : 'in' in condition && condition.in.includes(option);
}

/** What an answer leads to: further questions, disputes, somebody else, what is told, and periods. */
function leadsTo(question: string, option: string | null): string[] {
  const speaks = (when: Condition | undefined) => speaksOf(when, question, option);
  const asked = QUESTIONS.filter((q) => speaks(q.when)).map((q) => `第 ${numberOf(q.id)} 题`);
  const types = [...new Set(TYPE_RULES.filter((r) => speaks(r.when)).map((r) => DISPUTE_TYPES[r.type].zh))];
  const referrals = REFERRALS.filter((r) => speaks(r.when)).map((r) => `转介“${r.id}”`);
  const notes = NOTES.filter((n) => speaks(n.when)).map((n) => `告知“${n.id}”`);
  const clocks = [...new Set(CLOCKS.filter((c) => speaks(c.when) || (option === null && c.from === question)).map((c) => clockTitle(c.rule).zh))];
  const part = (title: string, items: readonly string[]) => (items.length ? [`${title}${items.join('、')}`] : []);
  return [...part('接着问', asked), ...part('争议：', types), ...referrals, ...notes, ...part('期限：', clocks)];
}

function questionLines(q: Question): string[] {
  const options = (q.options ?? []).map((o) => {
    const follows = [...(o.when ? [`只在${inWords(o.when)}时给出`] : []), ...leadsTo(q.id, o.value)];
    return `- ${o.zh}${follows.length ? ` → ${follows.join('；')}` : ''}`;
  });
  const follows = q.options ? [] : leadsTo(q.id, null);
  return [
    `### 第 ${numberOf(q.id)} 题　${q.ask.zh}`,
    '',
    `\`${q.id}\`　${KIND[q.kind]}${q.most ? `，最多 ${q.most}` : ''}。${q.when ? `在${inWords(q.when)}时问。` : '都问。'}${q.help ? `说明：${q.help.zh}` : ''}`,
    '',
    ...(options.length ? [...options, ''] : []),
    ...(follows.length ? [`→ ${follows.join('；')}`, ''] : []),
  ];
}

function typeLines(): string[] {
  return disputeTypes.flatMap((type) => {
    const rules = TYPE_RULES.filter((r) => r.type === type);
    const evidence = EVIDENCE_ITEMS.filter((i) => i.types?.includes(type));
    const brings = (heldBy: string) => evidence.filter((i) => i.heldBy === heldBy).map((i) => `${i.item.zh}（证明${i.proves.zh}）${i.when ? `〔${inWords(i.when)}〕` : ''}`);
    const line = (title: string, items: readonly string[]) => (items.length ? [`- ${title}：${items.join('；')}`] : []);
    return [
      `### ${DISPUTE_TYPES[type].zh}　\`${type}\``,
      '',
      ...rules.map((r) => `- 条件：${inWords(r.when)}${r.claims.length ? `　→ 请求：${r.claims.map((c) => CLAIM_KINDS[c].zh).join('、')}` : ''}`),
      ...line('劳动者带来', brings('worker')),
      ...line('由单位提供', brings('employer')),
      '',
    ];
  });
}

const UNIT = { day: '日', working_day: '个工作日', month: '个月', year: '年' } as const;
const OTHER_PERIODS: Readonly<Record<Exclude<ClockRule['rule'], DeadlineCode>, readonly [period: string, topic: string]>> = {
  earliest_review: ['一年后', 'deadline.earliest_review'],
  limitation_general: ['一年', 'deadline.limitation'],
  limitation_wages: ['在职期间不受限，离职后一年', 'deadline.limitation'],
};

function clockRow({ rule, when, from, who }: ClockRule): string {
  const known = rule in DEADLINE_RULES ? DEADLINE_RULES[rule as DeadlineCode] : null;
  const [period, topic] = known ? [`${known.n} ${UNIT[known.unit]}`, ''] : OTHER_PERIODS[rule as keyof typeof OTHER_PERIODS];
  return `| ${clockTitle(rule).zh} | ${period} | 第 ${numberOf(from)} 题的日期 | ${who.zh} | ${inWords(when)} | ${citationOf(known?.source ?? TOPICS.get(topic)!.source).zh} |`;
}

/** The whole intake as Markdown in Chinese: every question with its branches, and what follows, with articles. */
export function reviewText(): string {
  return [
    '# 引导问答（供律师审阅）',
    '',
    '劳动者申请调解、了解权利，坐席代为登记，用的都是这一套问题：一次问一题，后面的题跟着前面的答案走。本页由 `libs/law/src/intake` 的数据生成，',
    '与程序一致（有测试比对），请不要直接改本页：对问题、分支、去处、期限或者法条有意见，请指出题号或者“转介”“告知”的名称，由开发人员改数据后用 `npm run -s law -- intake > docs/intake.md` 重新生成。',
    '',
    '换了前面的答案，不再适用的答案自动不算。答“不知道”的，结果里列为缺少的事实，不会当成零。仅供参考，不构成法律意见。',
    '',
    '## 一、问题和分支',
    '',
    ...QUESTIONS.flatMap(questionLines),
    '## 二、条件里用到的名词',
    '',
    ...NAMED.flatMap((c) => ('named' in c ? [`- 【${c.named.zh}】：${inWords(c.means)}`] : [])),
    '',
    '## 三、争议类型、请求和证据',
    '',
    '按先后排：最前面一类作为案件的主要类型。没有任何请求的，不立案，只告诉去处。',
    '',
    ...typeLines(),
    '每个案件都要的：',
    '',
    ...EVIDENCE_ITEMS.filter((i) => !i.types).map((i) => `- ${i.heldBy === 'employer' ? '（由单位提供）' : ''}${i.item.zh}（证明${i.proves.zh}）${i.when ? `〔${inWords(i.when)}〕` : ''}`),
    '',
    '## 四、转介：应当去别处的',
    '',
    ...REFERRALS.flatMap((r) => [`### ${r.id}`, '', `- 条件：${inWords(r.when)}`, `- 原因：${r.because.zh}`, `- 去处：${r.goTo.zh}电话 ${r.phone}。`, `- 依据：${citationOf(r.source).zh}`, '']),
    '## 五、告知：要让当事人知道的',
    '',
    ...NOTES.flatMap((n) => [`### ${n.id}`, '', `- 条件：${inWords(n.when)}`, `- 内容：${n.text.zh}`, `- 依据：${citationOf(n.source).zh}`, '']),
    '## 六、期限',
    '',
    '| 期限 | 多长 | 从哪天起 | 谁的 | 条件 | 依据 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...CLOCKS.map(clockRow),
    '',
  ].join('\n');
}
