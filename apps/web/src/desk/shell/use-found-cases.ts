import type { CaseSummary } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { otherSide } from '../../respondents/names.js';

const LIMIT = 8;
const MIN_TYPED = 2;

export interface FoundCase { id: string; number: string; parties: string }

/** Cases one may see whose number or employer contains what was typed; asked of the server. */
export function useFoundCases(typed: string): readonly FoundCase[] {
  const words = useDeferredValue(typed.trim());
  const worksOnCases = !useMe().data?.roles.includes('partner');
  const query = useQuery({
    queryKey: ['find-cases', words],
    queryFn: () => api.get<{ items: CaseSummary[] }>(`/cases?${new URLSearchParams({ find: words, limit: String(LIMIT) })}`),
    enabled: worksOnCases && words.length >= MIN_TYPED,
    placeholderData: (before) => before,
  });
  if (words.length < MIN_TYPED) return [];
  return (query.data?.items ?? []).map((c) => ({ id: c.id, number: c.number ?? '', parties: `${c.claimantName} · ${otherSide(c)}` }));
}
