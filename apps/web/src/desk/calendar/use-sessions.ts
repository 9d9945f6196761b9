import type { sessionListSchema } from '@hejie/mediation/contract';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '../../api/client.js';

export type SessionItem = z.infer<typeof sessionListSchema>['items'][number];

/** Sessions one takes part in that start from one instant to before another. */
export function useSessions(from: string, to: string) {
  return useQuery({
    queryKey: ['my-sessions', from, to],
    queryFn: () => api.get<z.infer<typeof sessionListSchema>>(`/sessions?${new URLSearchParams({ from, to })}`),
    select: (list) => list.items,
    refetchInterval: 15_000,
    placeholderData: (before) => before,
  });
}
