import { useState } from 'react';
import { api, newRequestId } from './client.js';

/**
 * Posts under a request id that stays while the same is asked for and the server has not done it: pressing again
 * after a lost answer gets the first answer instead of doing it twice. Something else, or again after it was done,
 * is a new request.
 */
export class SameRequest {
  private asked: { what: string; id: string } | undefined;

  constructor(private readonly post: <T>(path: string, body: unknown) => Promise<T>) {}

  async send<T>(path: string, body: object = {}): Promise<T> {
    const what = JSON.stringify([path, body]);
    if (this.asked?.what !== what) this.asked = { what, id: newRequestId() };
    const answer = await this.post<T>(path, { requestId: this.asked.id, ...body });
    this.asked = undefined;
    return answer;
  }
}

/** One for as long as a form is on the page. */
export function useSameRequest(): SameRequest {
  return useState(() => new SameRequest(api.post))[0];
}
