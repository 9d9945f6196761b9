import type { LegalAnswersView } from '@hejie/entitlement/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';

/** Whether there is an award of which nobody has said yet if it is final, as the days to sue run by that. Nothing is asked before the answers are known. */
export function useAsksFinality(caseId: string, enabled: boolean): boolean {
  const { data } = useQuery({ queryKey: ['legal-answers', caseId], queryFn: () => api.get<LegalAnswersView>(`/cases/${caseId}/legal-answers`), enabled });
  return data !== undefined && data.answers['stage'] === 'awarded' && data.answers['awardFinal'] !== 'yes' && data.answers['awardFinal'] !== 'no';
}
