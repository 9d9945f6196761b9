import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { TOPICS } from './topics.js';

interface Vector {
  readonly id: string;
  readonly topic: string;
  readonly input: never;
  readonly expected: object;
}

const vectors = (JSON.parse(readFileSync('libs/law/src/testing/vectors.json', 'utf8')) as Vector[]).filter((v) => TOPICS.has(v.topic));

describe('worked cases', () => {
  it.each(vectors.map((v) => [v.id, v] as const))('%s', (_id, { topic, input, expected }) => {
    const rule = TOPICS.get(topic)!;
    const outcome = rule.evaluate(rule.input.parse(input));
    expect(outcome.value).toEqual(expected);
    expect(outcome.working.length).toBeGreaterThan(0);
  });
});
