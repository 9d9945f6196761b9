import type { OwnProfile } from '@hejie/lawyers/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.js';

const STALE_MS = 5 * 60_000;

/** What this lawyer says of themselves, and whether workers can choose them by it. */
export function useProfile() {
  return useQuery({ queryKey: ['my-profile'], queryFn: () => api.get<OwnProfile>('/lawyers/me/profile'), staleTime: STALE_MS });
}
