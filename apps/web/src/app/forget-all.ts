import type { QueryClient } from '@tanstack/react-query';
import { forgetVisit } from '../api/this-visit.js';
import { forgetUploads } from '../api/upload-resumable.js';
import { forgetUnsent } from '../filing/draft-saving.js';
import { forgetUnsentMessages } from '../realtime/unsent-store.js';

/** Nobody who comes after somebody at this phone or computer finds what this browser held of them: typed, unsent or half uploaded. */
export async function forgetAll(): Promise<void> {
  forgetUnsent();
  forgetVisit();
  forgetUploads();
  await forgetUnsentMessages();
}

const KEY = 'hejie.whose';

/**
 * Called when somebody has signed in. Where the one before them did not sign out (their session ran out, a phone was passed on), what
 * is here is still theirs: they get it back, and nobody else does.
 */
export async function keepsOnlyOwn(accountId: string, queries: QueryClient): Promise<void> {
  const before = localStorage.getItem(KEY);
  if (before !== null && before !== accountId) {
    await forgetAll();
    queries.removeQueries({ type: 'inactive' }); // what they read; the page of signing in goes on
  }
  try {
    localStorage.setItem(KEY, accountId);
  } catch {
    // a phone without room signs in all the same
    localStorage.removeItem(KEY);
  }
}

/** On signing out there is nothing of anybody here. */
export function nobodysNow(): void {
  localStorage.removeItem(KEY);
}
