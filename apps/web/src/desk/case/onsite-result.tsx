import type { CaseView } from '@hejie/cases/contract';
import type { Terms } from '@hejie/mediation/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { DateField, today, yearsFromNow } from '../../design/date-field.js';
import { Failure, Field } from '../../design/parts.js';
import { TermsForm } from '../../agreement/terms-form.js';
import { partyName, type Several } from '../../respondents/party-name.js';
import { WithWorkers } from '../../shares/with-workers.js';
import { PaperField } from '../../evidence/paper-field.js';

/** What both sides signed on paper, typed in with a photo of it; it is sealed at once. */
export function OnsiteResult({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { submit, error } = useSubmit((body: object) => api.post(`/cases/${view.id}/onsite-results`, body));
  const [evidenceId, setEvidence] = useState('');
  const [signedOn, setSignedOn] = useState('');
  const [representative, setRepresentative] = useState('');
  const [signers, setSigners] = useState<Readonly<Record<string, string>>>({});
  const [explained, setExplained] = useState(false);
  const low = error instanceof ApiProblem && error.code === 'AGREEMENT_FAIRNESS_UNCONFIRMED';
  // of several respondents not all need have signed
  const needsName = view.respondents.length < 2 && !view.members.some((m) => m.relation === 'respondent');
  const several: Several = view.respondents.length > 1 ? view.respondents.map((r) => ({ key: r.id ?? 'respondent', number: r.number, name: r.name })) : undefined;
  const otherRepresentatives = Object.entries(signers).flatMap(([respondent, name]) => (name ? [{ respondent, name }] : []));
  const record = (terms: Terms) => void submit({ terms, signedOn, evidenceId, ...(representative ? { respondentRepresentative: representative } : {}), ...(otherRepresentatives.length ? { otherRepresentatives } : {}), ...(explained ? { fairnessConfirmed: true } : {}) });
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <WithWorkers caseId={view.id}>
        {(workers) => (
          <TermsForm
            key={workers.map((w) => w.id).join(' ')}
            audiences={[]}
            claims={view.facts.claims ?? []}
            workers={workers}
            respondents={several}
            send={t('onsite.record')}
            onSubmit={record}
            before={
              <>
                <PaperField caseId={view.id} visibility="shared" label={t('onsite.photo')} add={t('onsite.addPhoto')} value={evidenceId} onChange={setEvidence} />
                <DateField label={t('onsite.signedOn')} value={signedOn} years={yearsFromNow(-2)} max={today()} onChange={setSignedOn} required />
                <Field label={t('onsite.representative')} {...(needsName ? {} : { hint: t('field.optional') })}><input value={representative} onChange={(e) => setRepresentative(e.target.value)} required={needsName} maxLength={60} /></Field>
                {several?.filter((r) => r.key !== 'respondent').map((r) => <Field key={r.key} label={t('respondents.signer', { who: partyName(r.key, several, true) })} hint={t('field.optional')}><input value={signers[r.key] ?? ''} onChange={(e) => setSigners({ ...signers, [r.key]: e.target.value })} maxLength={60} /></Field>)}
                {low || explained ? <label className="choice"><input type="checkbox" checked={explained} onChange={(e) => setExplained(e.target.checked)} required />{t('fairness.onsite')}</label> : null}
              </>
            }
          />
        )}
      </WithWorkers>
    </>
  );
}
