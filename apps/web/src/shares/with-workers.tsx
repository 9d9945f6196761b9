import type { GroupMemberView, GroupView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, ApiProblem } from '../api/client.js';
import { Loaded } from '../design/parts.js';

/** For a form of terms: the workers whom they must name one by one; none where the case has no group, or for who may not read it (a respondent beside the employer before it has a seat). */
export function WithWorkers({ caseId, children }: { caseId: string; children: (workers: readonly GroupMemberView[]) => ReactNode }) {
  const query = useQuery({ queryKey: ['group', caseId, 'workers'], queryFn: () => workersOf(caseId) });
  return <Loaded query={query}>{children}</Loaded>;
}

async function workersOf(caseId: string): Promise<readonly GroupMemberView[]> {
  try {
    return (await api.get<GroupView>(`/cases/${caseId}/group`)).members.filter((m) => m.status === 'in');
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return [];
    throw error;
  }
}
