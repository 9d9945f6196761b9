import type { lawyerRequestsSchema } from '@hejie/lawyers/contract';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '../../api/client.js';

const EVERY_MS = 10_000;

export type LawyerRequest = z.infer<typeof lawyerRequestsSchema>['items'][number];

/** What workers ask of this lawyer; open ones first. */
export function useRequests() {
  return useQuery({ queryKey: ['my-requests'], queryFn: () => api.get<z.infer<typeof lawyerRequestsSchema>>('/lawyer-requests'), select: (list) => list.items, refetchInterval: EVERY_MS });
}
