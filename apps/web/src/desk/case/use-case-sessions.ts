import type { sessionListSchema } from '@hejie/mediation/contract';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '../../api/client.js';

/** Sessions of a case, newest first. */
export function useCaseSessions(caseId: string) {
  return useQuery({
    queryKey: ['case-sessions', caseId],
    queryFn: () => api.get<z.infer<typeof sessionListSchema>>(`/cases/${caseId}/sessions`),
    select: (list) => list.items,
    refetchInterval: 10_000,
  });
}
