import type { ChecklistView, EvidenceView } from '@hejie/cases/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { inLanguage } from '../design/format.js';
import { Failure } from '../design/parts.js';

/** Which thing of the law's list an uploaded file is; told while one still knows. */
export function WhatItIs({ caseId, evidence: e }: { caseId: string; evidence: EvidenceView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  // the list turns on the answers, which change between two visits of this page
  const { data } = useQuery({ queryKey: ['checklist', caseId], queryFn: () => api.get<ChecklistView>(`/cases/${caseId}/evidence/checklist`), refetchOnMount: 'always' });
  const [error, setError] = useState<unknown>();
  const tell = async (id: string) => {
    setError(undefined);
    const thing = data?.items.find((i) => i.id === id);
    // a photo's own name says nothing
    const title = thing && e.title === e.name ? inLanguage(thing.item).slice(0, 100) : e.title;
    try {
      await api.put(`/cases/${caseId}/evidence/${e.id}/binding`, { title, proves: e.proves, items: id ? [id] : [], claims: e.claims, provenance: e.provenance });
      await Promise.all([queries.invalidateQueries({ queryKey: ['evidence', caseId] }), queries.invalidateQueries({ queryKey: ['checklist', caseId] })]);
    } catch (failure) {
      setError(failure);
    }
  };
  if (!data?.items.length || !e.bindable) return null;
  const said = data.items.find((i) => e.items.includes(i.id));
  return (
    <div>
      {error ? <Failure error={error} /> : null}
      <label>
        {t('file.evidence.what')}<span className="visually-hidden">：{e.title}</span>
        <select value={said?.id ?? ''} onChange={(event) => void tell(event.target.value)}>
          <option value="">{t('file.evidence.unsaid')}</option>
          {data.items.map((i) => <option key={i.id} value={i.id}>{inLanguage(i.item)}</option>)}
        </select>
      </label>
      {said ? <p className="muted">{t('file.evidence.proves', { what: inLanguage(said.proves) })}</p> : null}
    </div>
  );
}
