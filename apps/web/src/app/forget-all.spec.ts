import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { keepsOnlyOwn } from './forget-all.js';

/** As a browser's, in which `full` refuses to keep anything more. */
class Storage {
  full = false;
  [key: string]: unknown;
  getItem(key: string): string | null {
    return (this[key] as string | undefined) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException('no room', 'QuotaExceededError');
    this[key] = value;
  }
  removeItem(key: string): void {
    delete this[key];
  }
}

describe('who signs in at a phone', () => {
  const upload = 'tus::hejie/evidence/工资条.pdf/1/2';
  let storage: Storage;
  beforeEach(() => {
    storage = new Storage();
    Object.assign(globalThis, { localStorage: storage, sessionStorage: new Storage() });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'localStorage');
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });

  it('finds what was theirs, and nothing of anybody else', async () => {
    await keepsOnlyOwn('one', new QueryClient());
    storage.setItem(upload, 'half');
    await keepsOnlyOwn('one', new QueryClient());
    expect(storage.getItem(upload)).toBe('half');
    await keepsOnlyOwn('other', new QueryClient());
    expect(storage.getItem(upload)).toBeNull();
  });

  it('is let in although the phone has no room left, and what was another person\'s is gone', async () => {
    await keepsOnlyOwn('one', new QueryClient());
    storage.setItem(upload, 'half');
    storage.full = true;
    await keepsOnlyOwn('other', new QueryClient());
    expect([storage.getItem(upload), storage.getItem('hejie.whose')]).toEqual([null, null]);
  });
});
