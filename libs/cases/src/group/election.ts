import { ask } from '@hejie/law';
import type { GroupView } from '../contract/index.js';

/** What the law says of a group of this size with one claim. */
export function collective(workers: number): GroupView['collective'] {
  const { value, working, warnings } = ask('collective_case', { workers, commonClaim: true });
  return { ...(value as Pick<GroupView['collective'], 'isCollective' | 'minReps' | 'maxReps'>), working: [...working], warnings: [...warnings] };
}

/**
 * Who represents a group by an election that stands: as long as they are as many workers as may elect, and as many elected as the law asks for
 * (劳动争议调解仲裁法 Art 7; 办案规则 Art 5). Else nobody.
 * @param within who is in the group now
 */
export function standingElection<T extends { readonly representative: boolean }>(within: readonly T[]): readonly T[] {
  const { minReps, maxReps } = collective(within.length);
  const elected = within.filter((w) => w.representative);
  return minReps !== null && maxReps !== null && elected.length >= minReps && elected.length <= maxReps ? elected : [];
}
