import type { EvidenceView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { Field } from '../design/parts.js';

const useEvidence = (caseId: string) => useQuery({ queryKey: ['evidence', caseId], queryFn: () => api.get<{ items: EvidenceView[] }>(`/cases/${caseId}/evidence`) });

/** Which file of the case proves what is being written down; `''` for none. */
export function ProofField({ caseId, value, onChange }: { caseId: string; value: string; onChange: (evidenceId: string) => void }) {
  const { t } = useTranslation();
  const items = useEvidence(caseId).data?.items ?? [];
  return (
    <>
      <Field label={t('caseRights.proof')}>
        <select value={value} onChange={(e) => onChange(e.target.value)}>
          <option value="">{t('caseRights.noProof')}</option>
          {items.map((e) => <option key={e.id} value={e.id}>{e.title}</option>)}
        </select>
      </Field>
      <p><Link href={`/cases/${caseId}/evidence`}>{t('caseRights.uploadProof')}</Link></p>
    </>
  );
}

/** The file that proves an entry. */
export function Proof({ caseId, evidenceId }: { caseId: string; evidenceId: string | null }) {
  const { t } = useTranslation();
  const found = useEvidence(caseId).data?.items.find((e) => e.id === evidenceId);
  return found ? <div><a href={`/api/cases/${caseId}/evidence/${found.id}/file`} target="_blank" rel="noreferrer">{t('caseRights.provenBy', { title: found.title })}</a></div> : null;
}
