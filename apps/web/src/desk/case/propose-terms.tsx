import type { CaseView } from '@hejie/cases/contract';
import type { ProposalAudience, SessionView, Terms } from '@hejie/mediation/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Loaded } from '../../design/parts.js';
import { TermsForm } from '../../agreement/terms-form.js';
import { audiencesIn, seatedIn } from '../../session/proposals.js';
import { WithWorkers } from '../../shares/with-workers.js';
import { useCaseSessions } from './use-case-sessions.js';

/** A proposal into the session that is open, from beside the case's facts. */
export function ProposeTerms({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const open = useCaseSessions(view.id).data?.find((s) => s.status === 'open');
  const query = useQuery({ queryKey: ['session', open?.id], queryFn: () => api.get<SessionView>(`/sessions/${open!.id}`), enabled: open !== undefined });
  const { submit, error } = useSubmit((body: { terms: Terms; audience: ProposalAudience }) => api.post(`/sessions/${open!.id}/proposals`, body));
  return (
    <Loaded query={query}>
      {(session) => {
        const { mySide } = session;
        if (!mySide) return <p className="muted">{t('proposal.notAtSession')}</p>;
        if (session.proposals.some((p) => p.state === 'open' && p.audience === 'all')) return <p className="muted">{t('proposal.oneIsOpen')}</p>;
        const audiences = audiencesIn(session);
        return (
          <>
            {error ? <Failure error={error} /> : null}
            <WithWorkers caseId={view.id}>
              {(workers) => <TermsForm key={workers.map((w) => w.id).join(' ')} audiences={audiences} claims={view.facts.claims ?? []} workers={workers} respondents={seatedIn(session)} own={session.myRespondent} onSubmit={(terms, audience) => void submit({ terms, audience })} />}
            </WithWorkers>
          </>
        );
      }}
    </Loaded>
  );
}
