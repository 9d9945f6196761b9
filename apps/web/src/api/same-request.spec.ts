import { describe, expect, it, jest } from '@jest/globals';

jest.unstable_mockModule('./client.js', () => ({ api: {}, newRequestId: () => crypto.randomUUID() }));
jest.unstable_mockModule('react', () => ({ useState: () => [] }));
const { SameRequest } = await import('./same-request.js');

/** A server that does what it is asked, and a line that loses some of its answers. */
function aForm(lost: boolean[]) {
  const done = new Map<string, unknown>();
  const ids: string[] = [];
  const form = new SameRequest(async (_path, body) => {
    const { requestId, ...what } = body as { requestId: string };
    ids.push(requestId);
    done.set(requestId, what);
    if (lost.shift()) throw new TypeError('network');
    return {} as never;
  });
  return { form, ids, done };
}

describe('pressing a button again', () => {
  it('is the same request while no answer came', async () => {
    const { form, ids, done } = aForm([true, true, false]);
    for (let i = 0; i < 2; i++) await expect(form.send('/proposals', { totalFen: 1 })).rejects.toThrow('network');
    await form.send('/proposals', { totalFen: 1 });
    expect([new Set(ids).size, ids.length, done.size]).toEqual([1, 3, 1]);
  });

  it('is a new request once it was answered, or when something else is asked for', async () => {
    const { form, ids } = aForm([false, true, false, false]);
    await form.send('/proposals', { totalFen: 1 });
    await expect(form.send('/proposals', { totalFen: 1 })).rejects.toThrow('network');
    await form.send('/proposals', { totalFen: 2 });
    await form.send('/other', { totalFen: 2 });
    expect(new Set(ids).size).toBe(4);
  });
});
