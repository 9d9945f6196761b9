import { HttpException, Injectable, Logger } from '@nestjs/common';
import type { core } from 'zod';
import { ContextRegistry } from '../context/registry.js';
import { Refusal } from '../context/refusal.js';
import { isDatabaseAway } from '../database/database-away.js';
import type { Locale, Problem } from '../contract/index.js';
import { describeIssues, InvalidInput } from './validation.js';

const CODE_OF_STATUS: Record<number, string> = {
  400: 'MALFORMED_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'NOT_FOUND',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

/** Turns whatever was thrown into one problem document, for HTTP and sockets alike. */
@Injectable()
export class Problems {
  private readonly log = new Logger('Problems');

  constructor(private readonly registry: ContextRegistry) {}

  describe(error: unknown, locale: Locale, requestId: string): Problem {
    if (error instanceof Refusal) {
      return {
        ...this.problem(error.code, locale, requestId, error.details.params),
        ...error.details.extra,
        ...(error.details.issues ? { errors: this.worded(error.details.issues, locale) } : {}),
        ...(error.details.retryAfter === undefined ? {} : { retryAfter: Math.ceil(error.details.retryAfter) }),
      };
    }
    if (error instanceof InvalidInput) {
      return { ...this.problem('VALIDATION_FAILED', locale, requestId), errors: this.worded(error.issues, locale) };
    }
    const status = statusOf(error);
    if (status === 503) this.log.warn({ requestId, error: String(error) });
    const code = CODE_OF_STATUS[status];
    if (code) return this.problem(code, locale, requestId);
    this.log.error({ requestId, error: error instanceof Error ? error.stack : String(error) });
    return this.problem('INTERNAL', locale, requestId, { requestId });
  }

  private worded(issues: readonly core.$ZodIssue[], locale: Locale) {
    return describeIssues(issues, locale, (key, params) => this.registry.text(locale, key, params));
  }

  private problem(code: string, locale: Locale, requestId: string, params?: Readonly<Record<string, string | number>>): Problem {
    return {
      type: `urn:hejie:problem:${code}`,
      title: this.registry.text(locale, code, params),
      status: this.registry.statusOf(code),
      code,
      requestId,
    };
  }
}

/** What PostgreSQL cannot store: U+0000 in a text or JSON, half a surrogate pair in JSON. */
function isUnstorableText(error: unknown): boolean {
  const { code, detail } = (error ?? {}) as { code?: unknown; detail?: unknown };
  return code === '22021' || code === '22P05' || (code === '22P02' && /surrogate/i.test(String(detail)));
}

/** Status of errors thrown by Nest, Fastify or the database themselves (body too large, bad JSON, no such route, unstorable text). */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (isUnstorableText(error)) return 400;
  if (isDatabaseAway(error)) return 503;
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}
