import type { GroupMemberView } from '@hejie/cases/contract';
import type { ReactNode } from 'react';
import { Loaded } from '../design/parts.js';
import { useGroup } from '../group/use-group.js';

/** For a form of terms: the workers whom they must name one by one; none where the case has no group. */
export function WithWorkers({ caseId, children }: { caseId: string; children: (workers: readonly GroupMemberView[]) => ReactNode }) {
  const query = useGroup(caseId);
  return <Loaded query={query}>{(group) => children(group.members.filter((m) => m.status === 'in'))}</Loaded>;
}
