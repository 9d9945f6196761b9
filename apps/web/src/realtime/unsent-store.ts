import { clear, createStore, del, get, update, type UseStore } from 'idb-keyval';

/** Something written or picked that the server has not confirmed. `fileId` once the bytes are there. */
export type Unsent = { readonly clientId: string; readonly at: string } & (
  | { readonly kind: 'text'; readonly text: string; readonly quote?: number; readonly mentions?: string[] }
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string; readonly fileId?: string }
);

let database: UseStore | undefined;
const store = () => (database ??= createStore('hejie', 'unsent'));

/**
 * What somebody wrote in one room and the server may not have, kept in IndexedDB in the order of writing,
 * so that it outlives the page. A browser that keeps nothing (private windows) holds it while the page is open.
 */
export class UnsentStore {
  private readonly key: string;

  constructor(accountId: string, roomId: string) {
    this.key = `${accountId}/${roomId}`;
  }

  async all(): Promise<readonly Unsent[]> {
    return (await get<Unsent[]>(this.key, store()).catch(() => undefined)) ?? [];
  }

  /** Adds it, or puts it in place of the one with its id. */
  put(unsent: Unsent): Promise<void> {
    return this.change((all) => (all.some((u) => u.clientId === unsent.clientId) ? all.map((u) => (u.clientId === unsent.clientId ? unsent : u)) : [...all, unsent]));
  }

  async remove(clientId: string): Promise<void> {
    await this.change((all) => all.filter((u) => u.clientId !== clientId));
    if ((await this.all()).length === 0) await del(this.key, store()).catch(() => undefined);
  }

  private change(to: (all: Unsent[]) => Unsent[]): Promise<void> {
    return update<Unsent[]>(this.key, (all) => to(all ?? []), store()).catch(() => undefined);
  }
}

/** Called on signing out: nobody after us on this phone finds what was written. */
export function forgetUnsentMessages(): Promise<void> {
  return clear(store()).catch(() => undefined);
}
