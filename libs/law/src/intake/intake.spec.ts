import { beforeAll, describe, expect, it } from '@jest/globals';
import { articlesOf } from '../registry/articles.js';
import { disputeTypes, type DisputeType } from '../taxonomy/dispute-types.js';
import { claimKinds, type ClaimKind } from '../taxonomy/claim-kinds.js';
import { entitlementSheet } from '../sheet/entitlement-sheet.js';
import { nothingLoaded } from '../sheet/local-figures.js';
import { conclude } from './conclude.js';
import { holds, looksAt, type Answer, type Answers } from './condition.js';
import { CLOCKS } from './findings/clocks.js';
import { NOTES } from './findings/notes.js';
import { REFERRALS } from './findings/referrals.js';
import { TYPE_RULES } from './findings/types.js';
import { couldFit, type Question } from './question.js';
import { questionById, QUESTIONS } from './questions/index.js';
import { reviewText } from './review.js';
import { askedQuestions, nextQuestion, progress, relevantAnswers } from './walk.js';

/** A repeatable source of numbers from 0 to n - 1. */
function dice(seed: number) {
  let state = seed;
  return (n: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * n);
  };
}

/** How often each option was chosen: every other time the one chosen least is next, so that rare turns are come to in few walks. */
const times = new Map<string, number>();
function oneOf(q: Question, values: readonly string[], roll: (n: number) => number): string {
  const chosen = (value: string) => times.get(`${q.id} ${value}`) ?? 0;
  const value = roll(2) ? values[roll(values.length)]! : values.reduce((least, v) => (chosen(v) < chosen(least) ? v : least));
  times.set(`${q.id} ${value}`, chosen(value) + 1);
  return value;
}

function someAnswer(q: Question, roll: (n: number) => number): Answer {
  const values = (q.options ?? []).map((o) => o.value);
  if (q.kind === 'one') return oneOf(q, values, roll);
  if (q.kind === 'many') {
    const chosen = values.filter(() => roll(values.length) < 2);
    return chosen.length ? chosen : [values[roll(values.length)]!];
  }
  if (roll(8) === 0) return null;
  return q.kind === 'date' ? `202${4 + roll(3)}-0${1 + roll(9)}-1${roll(10)}` : roll(Math.min(40, q.most ?? 40));
}

function walk(seed: number): { asked: string[]; answers: Answers } {
  const roll = dice(seed);
  const answers: Record<string, Answer> = {};
  const asked: string[] = [];
  for (let q = nextQuestion(answers); q; q = nextQuestion(answers)) {
    asked.push(q.id);
    if (asked.length > QUESTIONS.length) throw new Error(`does not end: ${asked.join(', ')}`);
    answers[q.id] = someAnswer(q, roll);
  }
  return { asked, answers };
}

describe('the intake', () => {
  it('takes no number that is a slip of the finger', () => {
    for (const q of QUESTIONS.filter((asked) => asked.kind === 'number')) {
      expect([q.id, [q.most!, q.most! + 1, -1, null].map((answer) => couldFit(q, answer))]).toEqual([q.id, [true, false, false, true]]);
    }
  });

  const walks: ReturnType<typeof walk>[] = [];
  beforeAll(() => {
    for (let seed = 1; seed <= 2_500; seed++) walks.push(walk(seed * 7919));
  });

  it('ends on every way through, asking nothing twice', () => {
    for (const { asked } of walks) expect(new Set(asked).size).toBe(asked.length);
    expect(progress(walks[0]!.answers).open).toBe(0);
  });

  it('reaches every question and every option of it', () => {
    const reached = new Set(walks.flatMap((w) => w.asked));
    expect(QUESTIONS.map((q) => q.id).filter((id) => !reached.has(id))).toEqual([]);
    const chosen = new Set(walks.flatMap(({ answers }) => Object.entries(answers).flatMap(([id, a]) => [a].flat().map((v) => `${id} ${v}`))));
    const options = QUESTIONS.flatMap((q) => (q.options ?? []).map((o) => `${q.id} ${o.value}`));
    expect(options.filter((o) => !chosen.has(o))).toEqual([]);
  });

  it('reaches every dispute type, claim, referral, note and clock', () => {
    const types = new Set<DisputeType>();
    const claims = new Set<ClaimKind>();
    const others = new Set<string>();
    for (const { answers } of walks) {
      for (const r of TYPE_RULES) if (holds(r.when, answers)) [types.add(r.type), r.claims.forEach((c) => claims.add(c))];
      for (const r of [...REFERRALS, ...NOTES]) if (holds(r.when, answers)) others.add(r.id);
      for (const c of CLOCKS) if (holds(c.when, answers)) others.add(c.rule);
    }
    expect(disputeTypes.filter((t) => !types.has(t))).toEqual([]);
    expect(claimKinds.filter((c) => !claims.has(c))).toEqual([]);
    expect([...REFERRALS, ...NOTES].map((r) => r.id).filter((id) => !others.has(id))).toEqual([]);
    expect(CLOCKS.map((c) => c.rule).filter((rule) => !others.has(rule))).toEqual([]);
  });

  it('never leaves anybody without a way: a dispute type or somebody to go to', () => {
    const lost = walks.filter(({ answers }) => ![...TYPE_RULES, ...REFERRALS].some((r) => holds(r.when, answers)));
    expect(lost.map((w) => w.answers)).toEqual([]);
    for (const { answers } of walks.slice(0, 300)) {
      const { scope, disputeTypes: found, referrals } = conclude(answers);
      expect(scope).toBe(found.length === 0 ? 'out' : referrals.length ? 'partly' : 'in');
    }
  });

  it('ends, on every way through, in a result with claims, evidence and figures that can be counted, or kindly elsewhere with a telephone number', () => {
    const ends = { in: 0, partly: 0, out: 0 };
    for (const { answers } of walks) {
      const { scope, claims, referrals, evidence, notes, disputeTypes: found } = conclude(answers);
      ends[scope]++;
      if (scope === 'out') {
        expect({ claims, found, elsewhere: referrals.every((r) => /^123\d\d$/.test(r.phone) && r.goTo.zh.length > 10) && referrals.length > 0 }).toEqual({ claims: [], found: [], elsewhere: true });
        continue;
      }
      expect(claims.length).toBeGreaterThan(0);
      expect(evidence.items.some((i) => i.heldBy === 'worker' && i.weight === 'core')).toBe(true);
      for (const { articles } of [...referrals, ...notes]) expect(articles.length).toBeGreaterThan(0);
    }
    expect(Object.values(ends).every((n) => n > 20)).toBe(true);
  });

  it('has a sheet for every end, which never counts what is missing as nothing', () => {
    for (const { answers } of walks.slice(0, 500)) {
      const { claims } = conclude(answers);
      const sheet = entitlementSheet({ answers, local: nothingLoaded('某市'), asOf: '2026-10-01' });
      expect(sheet.lines.map((l) => l.claim)).toEqual(claims.map((c) => c.kind));
      for (const { low, high, missingFacts } of sheet.lines) if (missingFacts.length) expect([low, high]).toEqual([null, null]);
    }
  });

  it('asks the same question whichever way it is come to: forward, back, and over a reload', () => {
    for (const { asked, answers } of walks.slice(0, 300)) {
      expect(askedQuestions(answers).map((q) => q.id)).toEqual(asked);
      const half = Object.fromEntries(Object.entries(answers).slice(0, Math.floor(asked.length / 2)));
      expect(nextQuestion(JSON.parse(JSON.stringify(half)) as Answers)?.id).toBe(asked[Math.floor(asked.length / 2)]);
    }
  });

  it('drops what no longer counts when an earlier answer changes', () => {
    const answers = { work: 'platform', platformControl: 'free', age: 'adult' };
    expect(relevantAnswers(answers)).toEqual({ work: 'platform', platformControl: 'free' });
    expect(relevantAnswers({ ...answers, platformControl: 'managed' })).toEqual({ ...answers, platformControl: 'managed' });
    expect(nextQuestion({ work: 'nonsense' })?.id).toBe('work');
    expect(nextQuestion({ work: 'employee', age: 'adult', people: 'one', matters: ['platformRules'] })?.id).toBe('matters');
  });
});

describe('the data of the intake', () => {
  const conditions = [
    ...QUESTIONS.flatMap((q, at) => [q.when, ...(q.options ?? []).map((o) => o.when)].flatMap((c) => (c ? [{ at, condition: c }] : []))),
    ...[...TYPE_RULES, ...REFERRALS, ...NOTES, ...CLOCKS].map((r) => ({ at: QUESTIONS.length, condition: r.when })),
  ];

  it('looks only at questions before, and at options they have', () => {
    const wrong = conditions.flatMap(({ at, condition }) =>
      looksAt(condition).filter(({ question, values }) => {
        const index = QUESTIONS.findIndex((q) => q.id === question);
        return index === -1 || index >= at || values.some((v) => !QUESTIONS[index]!.options?.some((o) => o.value === v));
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has every question once, with options where it needs them', () => {
    expect(questionById.size).toBe(QUESTIONS.length);
    for (const q of QUESTIONS) expect((q.options?.length ?? 0) >= 2).toBe(q.kind === 'one' || q.kind === 'many');
  });

  it('starts each clock from a question that asks for a date', () => {
    expect(CLOCKS.filter((c) => questionById.get(c.from)?.kind !== 'date')).toEqual([]);
  });

  it('cites texts of the list', () => {
    for (const { source } of [...REFERRALS, ...NOTES]) expect(articlesOf(source).length).toBeGreaterThan(0);
  });

  it('is in everyday words: every question is short, ends as a question, and uses no codes', () => {
    for (const { ask } of QUESTIONS) {
      expect(ask.zh.length).toBeLessThanOrEqual(50);
      expect(ask.zh).toMatch(/[？。）]$/);
      expect(ask.zh).not.toMatch(/[A-Z_]{3,}/);
      expect(ask.en).not.toMatch(/[一-鿿]/);
    }
  });

  it('can be read through by a lawyer: the text of docs/intake.md says what the data says', () => {
    const text = reviewText();
    for (const q of QUESTIONS) expect(text).toContain(`${q.ask.zh}\n\n\`${q.id}\``);
    for (const { id } of [...REFERRALS, ...NOTES]) expect(text).toContain(`### ${id}\n`);
    expect(text).toContain('- 事业单位的聘用、合同制人员 → 告知“institution”');
    expect(text).toContain('- 依据：《劳动合同法》第七条、第十条');
    expect(text).not.toMatch(/undefined|\[object|Art \d/);
  });
});
