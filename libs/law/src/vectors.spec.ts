import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ask } from './registry/ask.js';
import { TOPICS } from './topics.js';

interface Vector {
  readonly id: string;
  readonly topic: string;
  readonly input: unknown;
  readonly expected: object;
}

const vectors = JSON.parse(readFileSync('libs/law/src/testing/vectors.json', 'utf8')) as Vector[];

describe('worked cases', () => {
  it.each(vectors.map((v) => [v.id, v] as const))('%s', (_id, { topic, input, expected }) => {
    expect(ask(topic, input).value).toEqual(expected);
  });

  it('there are some for every rule', () => {
    const untried = [...TOPICS.keys()].filter((topic) => !vectors.some((v) => v.topic === topic));
    expect(untried).toEqual([]);
  });
});
