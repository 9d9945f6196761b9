import type { DraftAnswers } from '@hejie/cases/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, ApiProblem } from '../api/client.js';

export interface Draft { id: string; answers: DraftAnswers; savedAt: string }

const PREFIX = 'hejie.draft.';
const PAUSE_MS = 800;

/** What this phone holds and the server may not: typed after the last save. */
function unsentOf(draft: Draft): DraftAnswers | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + draft.id) ?? 'null') as { at: string; onTopOf: string; answers: DraftAnswers } | null;
    // by what it was typed on top of, too: a phone's clock may be wrong
    return kept && (kept.onTopOf === draft.savedAt || kept.at > draft.savedAt) ? kept.answers : undefined;
  } catch {
    return undefined;
  }
}

/** Nobody after us on this phone finds what was typed: into one draft, or on signing out into any. */
export function forgetUnsent(caseId = ''): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX + caseId)) localStorage.removeItem(key);
}

/**
 * Answers that are saved as they are typed: kept on the phone at once, sent after a pause, sent again
 * when the network is back. `save` sends now and throws what the server refused.
 */
export function useDraftSaving(draft: Draft) {
  const queries = useQueryClient();
  const [answers, setAnswers] = useState(() => unsentOf(draft) ?? draft.answers);
  const [state, setState] = useState<'saved' | 'saving' | 'kept' | 'unsent'>('saved');
  const latest = useRef(answers);
  const sent = useRef(draft.answers);
  const savedAt = useRef(draft.savedAt);
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const save = useCallback((): Promise<Draft> => {
    // one after another, so that an older save never lands on a newer one
    const mine = line.current.then(async () => {
      const sending = latest.current;
      const saved = await api.patch<Draft>(`/cases/${draft.id}/draft`, { answers: sending });
      sent.current = sending;
      savedAt.current = saved.savedAt;
      queries.setQueryData(['draft', draft.id], saved);
      if (latest.current === sending) {
        localStorage.removeItem(PREFIX + draft.id);
        setState('saved');
      }
      return saved;
    });
    line.current = mine.catch(() => undefined);
    return mine;
  }, [draft.id, queries]);

  const saveQuietly = useCallback(() => {
    if (latest.current === sent.current) return;
    setState('saving');
    // half an answer may be refused; it is told on "next", and kept here until then
    save().catch((error: unknown) => setState(error instanceof ApiProblem ? 'kept' : 'unsent'));
  }, [save]);

  const set = useCallback(
    (part: DraftAnswers) => {
      latest.current = { ...latest.current, ...part };
      localStorage.setItem(PREFIX + draft.id, JSON.stringify({ at: new Date().toISOString(), onTopOf: savedAt.current, answers: latest.current }));
      setAnswers(latest.current);
    },
    [draft.id],
  );

  useEffect(() => {
    const timer = setTimeout(saveQuietly, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [answers, saveQuietly]);
  useEffect(() => {
    addEventListener('online', saveQuietly);
    return () => {
      removeEventListener('online', saveQuietly);
      saveQuietly(); // leaving the page does not wait for the pause
    };
  }, [saveQuietly]);

  return { answers, set, save, state };
}
