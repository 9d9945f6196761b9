import type { caseloadSchema } from '@hejie/lawyers/contract';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '../../api/client.js';
import { fromCaseload } from './desk-case.js';

const EVERY_MS = 15_000;

/** The open cases one works in, by what is due. */
export function useCaseload() {
  return useQuery({
    queryKey: ['caseload'],
    queryFn: () => api.get<z.infer<typeof caseloadSchema>>('/desk/caseload'),
    select: (load) => load.items.map(fromCaseload),
    refetchInterval: EVERY_MS,
  });
}
