import type { OrganisationsView, OrganisationView } from '@hejie/identity/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.js';

/** Everything an administrator reaches, closed ones too, each after the one it belongs to. */
export function useOrganisationTree() {
  return useQuery({ queryKey: ['organisations'], queryFn: () => api.get<OrganisationsView>('/organisations'), select: (tree): readonly OrganisationView[] => tree.items });
}
