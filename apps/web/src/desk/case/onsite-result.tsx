import type { CaseView, EvidenceView } from '@hejie/cases/contract';
import type { Terms } from '@hejie/mediation/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';
import { TermsForm } from '../../pages/terms-form.js';
import { PhotoField } from './photo-field.js';

/** What both sides signed on paper, typed in with a photo of it; it is sealed at once. */
export function OnsiteResult({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { submit, error } = useSubmit((body: object) => api.post(`/cases/${view.id}/onsite-results`, body));
  const papers = useQuery({
    queryKey: ['evidence', view.id],
    queryFn: () => api.get<{ items: EvidenceView[] }>(`/cases/${view.id}/evidence`),
    select: ({ items }) => items.filter((e) => /^image\/|pdf$/.test(e.mediaType)),
  });
  const [evidenceId, setEvidence] = useState('');
  const [signedOn, setSignedOn] = useState('');
  const [representative, setRepresentative] = useState('');
  const [explained, setExplained] = useState(false);
  const low = error instanceof ApiProblem && error.code === 'AGREEMENT_FAIRNESS_UNCONFIRMED';
  const needsName = !view.members.some((m) => m.relation === 'respondent');
  const record = (terms: Terms) => void submit({ terms, signedOn, evidenceId, ...(representative ? { respondentRepresentative: representative } : {}), ...(explained ? { fairnessConfirmed: true } : {}) });
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <TermsForm
        audiences={[]}
        claims={view.facts.claims ?? []}
        send={t('onsite.record')}
        onSubmit={record}
        before={
          <>
            <PhotoField caseId={view.id} papers={papers.data ?? []} value={evidenceId} onChange={setEvidence} />
            <Field label={t('onsite.signedOn')}><input type="date" value={signedOn} onChange={(e) => setSignedOn(e.target.value)} required /></Field>
            <Field label={t('onsite.representative')} {...(needsName ? {} : { hint: t('field.optional') })}><input value={representative} onChange={(e) => setRepresentative(e.target.value)} required={needsName} maxLength={60} /></Field>
            {low || explained ? <label className="choice"><input type="checkbox" checked={explained} onChange={(e) => setExplained(e.target.checked)} required />{t('fairness.onsite')}</label> : null}
          </>
        }
      />
    </>
  );
}
