import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DEADLINE_RULES } from '../deadlines/deadline-rules.js';
import { TOPICS } from '../topics.js';
import { articlesOf } from './articles.js';
import { ask, BadQuestion } from './ask.js';
import { NotLoaded } from './not-loaded.js';

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
      '《中华人民共和国劳动合同法》第46条、第47条第3款',
      '《中华人民共和国民法典》第201条至第203条',
    ]);
  });

  it('of an unknown text are an error', () => expect(() => articlesOf('某法 Art 1')).toThrow(RangeError));
});
