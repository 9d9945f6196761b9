import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newRequestId } from './client.js';

/**
 * Sends what a form holds. The same content keeps its request id until it has gone through, so that sending again
 * after a lost answer is the same request; other content is another one. Afterwards everything shown is read anew.
 */
export function useSubmit<Body extends object, Answer>(send: (body: Body & { requestId: string }) => Promise<Answer>) {
  const queries = useQueryClient();
  const pending = useRef<{ content: string; requestId: string }>(undefined);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = async (body: Body): Promise<Answer | undefined> => {
    const content = JSON.stringify(body);
    if (pending.current?.content !== content) pending.current = { content, requestId: newRequestId() };
    setBusy(true);
    setError(undefined);
    try {
      const answer = await send({ ...body, requestId: pending.current.requestId });
      pending.current = undefined;
      void queries.invalidateQueries();
      return answer;
    } catch (e) {
      setError(e);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, error };
}
