import { StandardSchemaValidationPipe } from '@nestjs/common';
import { locales, type core } from 'zod';
import type { Locale } from '../contract/index.js';

/** Input that does not fit its schema; the problem writer words the issues in the reader's language. */
export class InvalidInput extends Error {
  constructor(readonly issues: readonly core.$ZodIssue[]) {
    super('invalid input');
  }
}

/** Validates every schema-carrying parameter, custom decorators included. */
export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    validateCustomDecorators: false,
    exceptionFactory: (issues) => new InvalidInput(issues as readonly core.$ZodIssue[]),
  });

const errorMaps: Record<Locale, core.$ZodErrorMap> = {
  'zh-CN': locales.zhCN().localeError,
  en: locales.en().localeError,
};

/** Issues as `{ path, message }`, worded in the given language. */
export function describeIssues(issues: readonly core.$ZodIssue[], locale: Locale): { path: string; message: string }[] {
  return issues.slice(0, 50).map((issue) => {
    const worded = issue.code === 'custom' ? issue.message : errorMaps[locale](issue as core.$ZodRawIssue);
    return {
      path: issue.path.map(String).join('.'),
      message: (typeof worded === 'string' ? worded : worded?.message) ?? issue.message,
    };
  });
}
