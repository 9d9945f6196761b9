import { say, type Step } from '../registry/topic.js';
import { CLAIM_KINDS } from '../taxonomy/claim-kinds.js';
import { DISPUTE_TYPES } from '../taxonomy/dispute-types.js';
import { clockTitle } from './clock.js';
import type { Condition } from './condition.js';
import { CLOCKS } from './findings/clocks.js';
import { NOTES } from './findings/notes.js';
import { REFERRALS } from './findings/referrals.js';
import { TYPE_RULES } from './findings/types.js';
import type { Question } from './question.js';
import { questionById, QUESTIONS } from './questions/index.js';
import { COVERED, FULLY_COVERED, OUTSIDE_LABOUR_LAW, OVER_AGE, PARTLY_MANAGED } from './questions/who.js';
import { GENERAL_CLAIM } from './questions/work-facts.js';

const NAMED = [OUTSIDE_LABOUR_LAW, COVERED, OVER_AGE, PARTLY_MANAGED, FULLY_COVERED, GENERAL_CLAIM];

const KIND: Record<Question['kind'], Step> = {
  one: say('单选', 'one answer'),
  many: say('可多选', 'any number of answers'),
  date: say('日期，可答“不知道”', 'a date, or not known'),
  yuan: say('金额（元），可答“不知道”', 'an amount in yuan, or not known'),
  number: say('数字，可答“不知道”', 'a number, or not known'),
};

/** A condition in words, naming questions by their number. */
export function inWords(condition: Condition): Step {
  if ('all' in condition) return joined(condition.all, '，且', ' and ');
  if ('any' in condition) return joined(condition.any, '，或', ' or ');
  if ('not' in condition) {
    const inner = inWords(condition.not);
    return say(`不是（${inner.zh}）`, `not (${inner.en})`);
  }
  if ('named' in condition) return condition.named;
  const question = questionById.get(condition.question)!;
  const number = QUESTIONS.indexOf(question) + 1;
  if ('known' in condition) return say(`第 ${number} 题有答案`, `question ${number} has an answer`);
  const chosen = condition.in.map((value) => question.options!.find((o) => o.value === value)!);
  return say(`第 ${number} 题选${chosen.map((o) => `“${o.zh}”`).join('或')}`, `question ${number} is ${chosen.map((o) => `"${o.en}"`).join(' or ')}`);
}

function joined(conditions: readonly Condition[], zh: string, en: string): Step {
  const parts = conditions.map((c) => {
    const words = inWords(c);
    return 'all' in c || 'any' in c ? say(`（${words.zh}）`, `(${words.en})`) : words;
  });
  return say(parts.map((p) => p.zh).join(zh), parts.map((p) => p.en).join(en));
}

const both = ({ zh, en }: Step, indent = '   ') => [`${indent}${zh}`, `${indent}${en}`];
const whenLines = (condition: Condition | undefined, indent = '   ') => (condition ? both(say(`条件：${inWords(condition).zh}`, `when: ${inWords(condition).en}`), indent) : []);

/** The whole intake as text that a lawyer can read through: questions, what follows from the answers, and its sources. */
export function reviewText(): string {
  const questions = QUESTIONS.flatMap((q, i) => [
    `${i + 1}. [${q.id}] ${q.ask.zh}（${KIND[q.kind].zh}）`,
    `   ${q.ask.en} (${KIND[q.kind].en})`,
    ...(q.help ? both(q.help) : []),
    ...whenLines(q.when),
    ...(q.options ?? []).flatMap((o) => [`   - ${o.zh} / ${o.en}`, ...whenLines(o.when, '     ')]),
    '',
  ]);
  const names = NAMED.flatMap((condition) => ('named' in condition ? [...both(condition.named, ''), ...whenLines(condition.means), ''] : []));
  const types = TYPE_RULES.flatMap((r) => [
    `${r.type}: ${DISPUTE_TYPES[r.type].zh} / ${DISPUTE_TYPES[r.type].en}`,
    ...whenLines(r.when),
    ...(r.claims.length ? [`   请求 / claims: ${r.claims.map((c) => `${CLAIM_KINDS[c].zh} (${CLAIM_KINDS[c].en})`).join('、')}`] : []),
    '',
  ]);
  const referrals = REFERRALS.flatMap((r) => [`[${r.id}] ${r.source}`, ...whenLines(r.when), ...both(r.because), ...both(r.goTo), `   ☎ ${r.phone}`, '']);
  const notes = NOTES.flatMap((n) => [`[${n.id}] ${n.source}`, ...whenLines(n.when), ...both(n.text), '']);
  const clocks = CLOCKS.flatMap((c) => [
    `${c.rule}: ${clockTitle(c.rule).zh} / ${clockTitle(c.rule).en}`,
    `   起算：第 ${QUESTIONS.findIndex((q) => q.id === c.from) + 1} 题；${c.who.zh} / from question ${QUESTIONS.findIndex((q) => q.id === c.from) + 1}, for ${c.who.en}`,
    ...whenLines(c.when),
    '',
  ]);
  const part = (zh: string, en: string, lines: string[]) => [`== ${zh} / ${en} ==`, '', ...lines];
  return [
    ...part('一、问题', 'Questions', questions),
    ...part('名词', 'Names used in conditions', names),
    ...part('二、争议类型和请求', 'Dispute types and claims', types),
    ...part('三、应当去别处的', 'Matters for somebody else', referrals),
    ...part('四、要告诉当事人的', 'What to tell the person', notes),
    ...part('五、期限', 'Periods', clocks),
  ].join('\n');
}
