import { StandardSchemaValidationPipe } from '@nestjs/common';
import { locales, type core } from 'zod';
import type { Locale } from '../contract/index.js';

/** Input that does not fit its schema; the problem writer words the issues in the reader's language. */
export class InvalidInput extends Error {
  constructor(readonly issues: readonly core.$ZodIssue[]) {
    super('invalid input');
  }
}

/** Names by which a value could pass for another kind of object. No schema of ours has them. */
const MAKE_UP = ['__proto__', 'constructor', 'prototype'];

/** Refuses them where Nest takes them out without a word: whoever sent one hears that it did not count. */
class ValidationPipe extends StandardSchemaValidationPipe {
  protected override stripProtoKeys(value: unknown): void {
    const issues: core.$ZodIssue[] = [];
    const waiting: { of: unknown; path: PropertyKey[] }[] = [{ of: value, path: [] }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (next.of === null || typeof next.of !== 'object') continue;
      const { of, path } = next;
      const keys = MAKE_UP.filter((key) => Object.hasOwn(of, key));
      if (keys.length > 0) issues.push({ code: 'unrecognized_keys', keys, path, message: '' });
      for (const [key, inner] of Object.entries(of)) waiting.push({ of: inner, path: [...path, key] });
    }
    if (issues.length > 0) throw new InvalidInput(issues);
  }
}

/** Validates every schema-carrying parameter, custom decorators included. */
export const validationPipe = () =>
  new ValidationPipe({
    validateCustomDecorators: false,
    exceptionFactory: (issues) => new InvalidInput(issues as readonly core.$ZodIssue[]),
  });

const errorMaps: Record<Locale, core.$ZodErrorMap> = {
  'zh-CN': locales.zhCN().localeError,
  en: locales.en().localeError,
};

/** Key of the text for a rule of our own, whose schema gives only a code (`refine(..., 'ITEMS_SUM')`). */
export const issueKey = (code: string) => `issue.${code}`;

interface PlainWords {
  readonly key: string;
  readonly params?: Readonly<Record<string, number>>;
}

/** What is wrong in plain words, where zod's own speak of types and sizes of code; null where they will do. */
function plainly(issue: core.$ZodIssue): PlainWords | null {
  switch (issue.code) {
    case 'custom':
      return { key: issueKey(issue.message) };
    case 'invalid_type':
    case 'invalid_union':
      return { key: issueKey('missing') };
    case 'invalid_format':
      return { key: issueKey('format') };
    case 'invalid_value':
      return { key: issueKey('choice') };
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1 ? { key: issueKey('needed') } : bound('least', issue.origin, issue.minimum, issue.path);
    case 'too_big':
      return bound('most', issue.origin, issue.maximum, issue.path);
    default:
      return null;
  }
}

const OF: Readonly<Record<string, string>> = { string: 'text', array: 'list', set: 'list', number: 'number', int: 'number' };

/** Money is kept in fen and typed in yuan. */
function bound(which: 'least' | 'most', origin: string, limit: number | bigint, path: readonly PropertyKey[]): PlainWords | null {
  const of = OF[origin];
  const n = String(path.at(-1)).endsWith('Fen') ? Number(limit) / 100 : Number(limit);
  return of ? { key: issueKey(`${which}.${of}`), params: { n } } : null;
}

/** Issues as `{ path, message }`, worded in the given language by `textOf`. */
export function describeIssues(issues: readonly core.$ZodIssue[], locale: Locale, textOf: (key: string, params?: Readonly<Record<string, number>>) => string): { path: string; message: string }[] {
  return issues.slice(0, 50).map((issue) => {
    const plain = plainly(issue);
    const worded = plain ? textOf(plain.key, plain.params) : errorMaps[locale](issue as core.$ZodRawIssue);
    return {
      path: issue.path.map(String).join('.'),
      message: (typeof worded === 'string' ? worded : worded?.message) ?? issue.message,
    };
  });
}
