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

/** Issues as `{ path, message }`, worded in the given language; `textOf` words our own rules by their key. */
export function describeIssues(issues: readonly core.$ZodIssue[], locale: Locale, textOf: (key: string) => string): { path: string; message: string }[] {
  return issues.slice(0, 50).map((issue) => {
    const worded = issue.code === 'custom' ? textOf(issueKey(issue.message)) : errorMaps[locale](issue as core.$ZodRawIssue);
    return {
      path: issue.path.map(String).join('.'),
      message: (typeof worded === 'string' ? worded : worded?.message) ?? issue.message,
    };
  });
}
