import type { Administered } from '@hejie/identity/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.js';

const STALE_MS = 5 * 60_000;

/** The organisations an administrator reaches. */
export function useOrganisations(): Administered['items'] {
  return useQuery({ queryKey: ['administered'], queryFn: () => api.get<Administered>('/staff/organisations'), staleTime: STALE_MS }).data?.items ?? [];
}
