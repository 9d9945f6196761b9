import { afterEach, describe, expect, it } from '@jest/globals';
import { countUnsentMessages, forgetUnsentMessages, type Unsent, UnsentStore } from './unsent-store.js';

const said: Unsent = { clientId: 'one', at: '2026-11-21T00:00:00.000Z', kind: 'text', text: '存不住的话' };

/** As a private window, a phone without room or an old web view gives it, or does not. */
const BROWSERS = {
  'has no IndexedDB': undefined,
  'refuses it at once': { open: () => { throw new DOMException('The operation is insecure.', 'SecurityError'); } },
  'refuses it when asked': {
    open: () => {
      const request = { error: new DOMException('A mutation operation was attempted', 'InvalidStateError'), onerror: () => undefined };
      setTimeout(() => request.onerror());
      return request;
    },
  },
};

describe('what waits to be sent, in a browser that', () => {
  afterEach(() => void Reflect.deleteProperty(globalThis, 'indexedDB'));

  it.each(Object.entries(BROWSERS))('%s: stands in nobody’s way, and says that it is not kept', async (_how, indexedDB) => {
    if (indexedDB) Object.assign(globalThis, { indexedDB });
    const store = new UnsentStore('account', 'room');
    expect(await store.all()).toEqual([]);
    expect(store.keeps).toBe(false);
    await store.put(said);
    await store.replace(said);
    await store.remove(said.clientId);
    expect([await store.all(), store.keeps, await countUnsentMessages()]).toEqual([[], false, 0]);
    await forgetUnsentMessages();
  });
});
