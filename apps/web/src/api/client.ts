import i18n from 'i18next';
import { v4 } from 'uuid';
import { hearTime } from './server-clock.js';

/** An answer the server refused, with its stable code and its words. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: readonly { path: string; message: string }[],
    /** The whole answer, for refusals that carry more. */
    readonly body: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

let csrf = '';

/** Keeps the session's token, told by `GET /api/auth/me` and by signing in. */
export function keepToken(token: string): void {
  csrf = token;
}

/** For the few requests that do not go through `api`. */
export const csrfToken = () => csrf;

/** Reading or ending something again costs nothing: a line that went dead is not waited for. */
const REPEATABLE_MS = 20_000;
const REPEATABLE: readonly string[] = ['GET', 'DELETE'];
/** A file of which for so long nothing more goes up, or to which nothing is answered, is tried again. */
const STALL_MS = 30_000;

interface ProblemBody extends Record<string, unknown> { code?: string; title?: string; errors?: { path: string; message: string }[] }

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`/api${path}`, {
    method,
    ...(REPEATABLE.includes(method) && 'timeout' in AbortSignal ? { signal: AbortSignal.timeout(REPEATABLE_MS) } : {}), // older phones have none
    headers: {
      'accept-language': i18n.language,
      ...(csrf ? { 'x-csrf-token': csrf } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  hearTime(answer);
  if (answer.status === 204) return undefined as T;
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as T;
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  const body = (await answer.json()) as ProblemBody;
  return new ApiProblem(answer.status, body.code ?? '', body.title ?? '', body.errors ?? [], body);
}

/** Reads a stored file, to bring it somewhere else. */
async function file(path: string, name: string): Promise<File> {
  const answer = await fetch(`/api${path}`, { headers: { 'accept-language': i18n.language } });
  if (!answer.ok) throw await problemOf(answer);
  const blob = await answer.blob();
  return new File([blob], name, { type: blob.type });
}

export const api = {
  get: <T>(path: string) => send<T>('GET', path),
  post: <T>(path: string, body: unknown = {}) => send<T>('POST', path, body),
  put: <T>(path: string, body: unknown) => send<T>('PUT', path, body),
  patch: <T>(path: string, body: unknown) => send<T>('PATCH', path, body),
  delete: <T>(path: string) => send<T>('DELETE', path),
  file,
};

/** Uploads one file with progress (0 to 1). */
export function upload<T>(path: string, file: File, fields: Record<string, string>, onProgress: (part: number) => void = () => undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    form.append('file', file); // after the fields: the server reads the form in order
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    request.setRequestHeader('accept-language', i18n.language);
    request.setRequestHeader('x-csrf-token', csrf);
    let stalled: ReturnType<typeof setTimeout>;
    const moves = () => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), STALL_MS);
    };
    request.upload.onprogress = (e) => {
      moves();
      onProgress(e.total ? e.loaded / e.total : 0);
    };
    request.onloadend = () => clearTimeout(stalled);
    request.onerror = request.onabort = () => reject(new TypeError('network'));
    request.onload = () => {
      const content = JSON.parse(request.responseText || '{}') as T & ProblemBody;
      if (request.status < 300) resolve(content);
      else reject(new ApiProblem(request.status, content.code ?? '', content.title ?? '', content.errors ?? []));
    };
    moves();
    request.send(form);
  });
}

/** An id for a request that may be repeated. (`crypto.randomUUID` is missing on plain http, where a first trial often runs.) */
export const newRequestId = (): string => v4();
