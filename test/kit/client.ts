import { io, type Socket } from 'socket.io-client';

export interface Answer<T = any> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/**
 * Somebody at a browser: keeps the session cookie, sends the CSRF token, speaks JSON. The same
 * class drives an app in this process and processes of their own.
 */
export class Client {
  cookie = '';
  csrf = '';
  accountId = '';
  /** By which the browser is known to have signed in before. */
  device = '';
  private readonly sockets: Socket[] = [];

  constructor(
    readonly url: string,
    readonly locale = 'zh-CN',
  ) {}

  get<T = any>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }
  post<T = any>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.send('POST', path, body);
  }
  put<T = any>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send('PUT', path, body);
  }
  patch<T = any>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send('PATCH', path, body);
  }
  delete<T = any>(path: string): Promise<Answer<T>> {
    return this.send('DELETE', path);
  }

  /** Posts a multipart form with one file. */
  async upload<T = any>(path: string, file: { name: string; type: string; bytes: Uint8Array }, fields: Record<string, string> = {}): Promise<Answer<T>> {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    form.append('file', new Blob([file.bytes as BlobPart], { type: file.type }), file.name);
    return this.send('POST', path, form);
  }

  async send<T = any>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const isForm = body instanceof FormData;
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        'accept-language': this.locale,
        cookie: [this.cookie, this.device].filter(Boolean).join('; '),
        ...(this.csrf ? { 'x-csrf-token': this.csrf } : {}),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      if (cookie.startsWith('hejie_session=')) this.cookie = cookie.split(';')[0]!;
      if (cookie.startsWith('hejie_device=')) this.device = cookie.split(';')[0]!;
    }
    const type = answer.headers.get('content-type') ?? '';
    const content = type.includes('json') ? await answer.json() : Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, body: content as T, headers: answer.headers };
  }

  /** A connected socket of this person. @throws when the handshake is refused */
  socket(url = this.url): Promise<Socket> {
    const socket = io(url, { path: '/socket', transports: ['websocket'], auth: { csrfToken: this.csrf }, extraHeaders: { cookie: this.cookie, 'accept-language': this.locale }, reconnection: false });
    this.sockets.push(socket);
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', reject);
    });
  }

  close(): void {
    for (const socket of this.sockets) socket.disconnect();
  }
}
