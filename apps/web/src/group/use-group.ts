import type { CaseView, GroupView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';

/** The workers of a case's group, as much of them as one may see. */
export const useGroup = (caseId: string) => useQuery({ queryKey: ['group', caseId], queryFn: () => api.get<GroupView>(`/cases/${caseId}/group`) });

/** Whether there is a group, or was told that there will be one. */
export const standsTogether = (view: CaseView, group: GroupView | undefined) => (group?.members.length ?? 0) > 0 || (view.facts.groupSize ?? 1) > 1;
