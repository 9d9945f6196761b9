import { clear, createStore, entries, get, type UseStore } from 'idb-keyval';

/** Something written or picked that the server has not confirmed. `fileId` once the bytes are there. */
export type Unsent = { readonly clientId: string; readonly at: string } & (
  | { readonly kind: 'text'; readonly text: string; readonly quote?: number; readonly mentions?: string[] }
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string; readonly fileId?: string }
);

let database: UseStore | undefined;

/** What IndexedDB answers, or `otherwise`: some browsers refuse it at the very call, some when asked (private windows, a full phone). */
async function ask<T>(work: (store: UseStore) => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work((database ??= createStore('hejie', 'unsent')));
  } catch {
    return otherwise;
  }
}

/**
 * What somebody wrote in one room and the server may not have, kept in IndexedDB in the order of writing,
 * so that it outlives the page. A browser that keeps nothing (private windows) holds it while the page is open.
 */
export class UnsentStore {
  /** Whether what is written here outlives the page, as far as this browser has shown. */
  keeps = true;
  private readonly key: string;

  constructor(accountId: string, roomId: string) {
    this.key = `${accountId}/${roomId}`;
  }

  async all(): Promise<readonly Unsent[]> {
    const kept = await ask(async (store) => (await get<Unsent[]>(this.key, store)) ?? [], null);
    this.keeps = kept !== null;
    return kept ?? [];
  }

  /** Adds it at the end, once. */
  async put(unsent: Unsent): Promise<void> {
    this.keeps = await this.change((all) => (all.some((u) => u.clientId === unsent.clientId) ? all : [...all, unsent]));
  }

  /** Puts it in place of the one with its id, unless that is gone: sent, thrown away, or forgotten on signing out. */
  async replace(unsent: Unsent): Promise<void> {
    await this.change((all) => all.map((u) => (u.clientId === unsent.clientId ? unsent : u)));
  }

  async remove(clientId: string): Promise<void> {
    await this.change((all) => all.filter((u) => u.clientId !== clientId));
  }

  /** In one transaction, so that nothing another act or window puts there meanwhile is lost. @returns whether it is kept */
  private change(to: (all: Unsent[]) => Unsent[]): Promise<boolean> {
    return ask(async (store) => {
      await store('readwrite', (kept) => new Promise<void>((done, failed) => {
        const { transaction } = kept;
        transaction.oncomplete = () => done();
        transaction.onabort = transaction.onerror = () => failed(transaction.error ?? new Error('not kept'));
        const asked = kept.get(this.key) as IDBRequest<Unsent[] | undefined>;
        asked.onsuccess = () => {
          const left = to(asked.result ?? []);
          if (left.length > 0) kept.put(left, this.key);
          else kept.delete(this.key);
        };
      }));
      return true;
    }, false);
  }
}

/** How many messages wait on this phone, in all rooms. */
export async function countUnsentMessages(): Promise<number> {
  const kept = await ask((store) => entries<string, Unsent[]>(store), []);
  return kept.reduce((n, [, unsent]) => n + unsent.length, 0);
}

/** Called on signing out: nobody after us on this phone finds what was written. */
export function forgetUnsentMessages(): Promise<void> {
  return ask((store) => clear(store), undefined);
}
