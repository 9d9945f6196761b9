import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DEADLINE_RULES } from '../deadlines/deadline-rules.js';
import { TOPICS } from '../topics.js';
import { articlesOf, citationOf } from './articles.js';
import { ask, BadQuestion } from './ask.js';
import { NotLoaded } from './not-loaded.js';
import { listRules } from './rules.js';

type Vector = { topic: string; input: Record<string, unknown> };
const vectors = JSON.parse(readFileSync('libs/law/src/testing/vectors.json', 'utf8')) as Vector[];
const LOCAL = ['localAvgMonthlyWage', 'localMinMonthlyWage', 'localAvgAnnualWage', 'subsidyBase', 'medicalMonths', 'employmentMonths'];

describe('every rule', () => {
  it.each([...TOPICS.values()].map((t) => [t.topic, t] as const))('%s cites texts of the list and says since when', (_topic, rule) => {
    expect(articlesOf(rule.source).every((a) => a.articles !== null || a.law.includes('〔'))).toBe(true);
    expect(rule.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it.each(vectors.map((v, i) => [`${v.topic} ${i}`, v] as const))('%s shows its working in both languages and refuses what it does not know', (_name, { topic, input }) => {
    const { working, warnings, articles } = ask(topic, input);
    expect(working.length).toBeGreaterThan(0);
    for (const { zh, en } of [...working, ...warnings]) {
      expect(zh).toMatch(/[一-鿿]/);
      expect(en).not.toMatch(/[一-鿿]/);
      expect(zh + en).not.toMatch(/undefined|NaN|null|\[object/);
    }
    expect(articles.length).toBeGreaterThan(0);
    expect(() => ask(topic, { ...input, surprise: 1 })).toThrow(BadQuestion);
  });

  it.each(Object.entries(DEADLINE_RULES))('the period %s cites texts of the list', (_code, { source }) => {
    expect(articlesOf(source).every((a) => a.articles !== null)).toBe(true);
  });
});

describe('the list of rules', () => {
  it('has every rule of the registry once, marked by how sure it is', () => {
    expect(listRules().map((r) => r.topic)).toEqual([...TOPICS.keys()]);
    const unsure = listRules().filter((r) => r.certainty !== 'verified').map((r) => [r.topic, r.certainty]);
    expect(unsure).toEqual([['deadline.collective_effect', 'secondary'], ['double_wage.limitation', 'unverified'], ['sick_pay', 'secondary'], ['bargaining_reps', 'secondary']]);
  });
});

describe('a local figure that nobody loaded', () => {
  const asked = vectors.flatMap((v) => LOCAL.filter((f) => typeof v.input[f] === 'number').map((f) => [v.topic, f, v.input] as const));
  const needed = new Set<string>();

  it.each(asked)('%s without %s is not available, or does not depend on it', (topic, field, input) => {
    const whole = ask(topic, input).value;
    for (const missing of [null, undefined]) {
      const question = { ...input, [field]: missing };
      try {
        expect(ask(topic, question).value).toEqual(whole);
      } catch (error) {
        expect(error).toBeInstanceOf(NotLoaded);
        expect((error as NotLoaded).fields).toContain(field);
        needed.add(`${topic} ${field}`);
      }
    }
  });

  it('is missed by every rule that counts with it', () => {
    expect(needed).toEqual(new Set(asked.map(([topic, field]) => `${topic} ${field}`)));
  });

  it('may not be given as 0', () => {
    expect(() => ask('sick_pay', { localMinMonthlyWage: 0, paidMonthly: 802, months: 1 })).toThrow(BadQuestion);
  });
});

describe('articles', () => {
  it('are cited as papers cite them', () => {
    expect(articlesOf('劳动合同法 Art 46, 47(3); 民法典 Art 201-203').map((a) => a.citation.zh)).toEqual([
      '《劳动合同法》第四十六条、第四十七条第三款',
      '《民法典》第二百零一条至第二百零三条',
    ]);
  });

  it.each([
    ['劳动合同法 Art 7, 10', '《劳动合同法》第七条、第十条', 'Labour Contract Law Art 7, 10'],
    ['劳动合同法 Art 82; 解释二 Art 7', '《劳动合同法》第八十二条；《最高人民法院关于审理劳动争议案件适用法律问题的解释（二）》第七条', 'Labour Contract Law Art 82; Interpretation (2) on labour disputes Art 7'],
    ['民法典 Art 110, 1260', '《民法典》第一百一十条、第一千二百六十条', 'Civil Code Art 110, 1260'],
    ['民诉法解释 Art 427', '《最高人民法院关于适用〈民事诉讼法〉的解释》第四百二十七条', 'Interpretation of the Civil Procedure Law Art 427'],
    ['人社部发〔2021〕56号', '《关于维护新就业形态劳动者劳动保障权益的指导意见》', 'Guiding opinions on workers in new forms of employment'],
  ])('%s in one line reads well in both languages', (source, zh, en) => expect(citationOf(source)).toEqual({ zh, en }));

  it('of every rule hold no English in Chinese, and no digits for articles', () => {
    for (const { source } of TOPICS.values()) expect(citationOf(source).zh).not.toMatch(/Art|第\d|, /);
  });

  it('of an unknown text are an error', () => expect(() => articlesOf('某法 Art 1')).toThrow(RangeError));
});
