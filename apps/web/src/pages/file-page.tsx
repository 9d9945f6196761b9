import type { DraftAnswers } from '@hejie/cases/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { api, newRequestId } from '../api/client.js';
import { Explained } from '../design/terms.js';
import { Failure, Loaded } from '../design/parts.js';
import { type Draft, useDraftSaving } from './draft-saving.js';
import { EvidencePanel } from './evidence-panel.js';
import { CheckStep } from './file-check.js';
import { ClaimsStep, DatesStep, EmployerStep, StoryStep, WhatStep, WhoStep, WorkStep } from './file-steps.js';
import '../filing/texts.js';

const STEPS = ['what', 'employer', 'work', 'dates', 'claims', 'story', 'who', 'evidence', 'check'] as const;

/** Filing, one question a page. Saved as typed; coming back lands where one was. */
export function FilePage() {
  const { caseId } = useParams<{ caseId: string }>();
  const query = useQuery({ queryKey: ['draft', caseId], queryFn: () => api.get<Draft>(`/cases/${caseId}/draft`), staleTime: Infinity });
  return <main><Loaded query={query}>{(draft) => <Steps draft={draft} />}</Loaded></main>;
}

/** The first step that has no answer yet. */
function firstOpen(a: DraftAnswers): number {
  const done = [a.disputeTypes?.length, a.employer?.name && a.region, a.employment?.contract && a.employment.insured && a.employment.platformWork !== undefined, a.employment?.startDate, a.claims?.length, a.story, a.claimant?.name];
  const open = done.findIndex((d) => !d);
  return open === -1 ? STEPS.length - 2 : open;
}

function Steps({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const params = useParams<{ step?: string }>();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const { answers, set, save, state } = useDraftSaving(draft);
  const [error, setError] = useState<unknown>();
  const [needed, setNeeded] = useState(false);
  const filing = useRef(newRequestId()); // pressing again after a lost answer is the same request
  const [start] = useState(() => firstOpen(answers));
  const index = params.step ? Math.max(0, STEPS.indexOf(params.step as (typeof STEPS)[number])) : start;
  const step = STEPS[index]!;

  const nothingChosen = (step === 'what' && !answers.disputeTypes?.length) || (step === 'claims' && !answers.claims?.length);

  const next = async () => {
    setError(undefined);
    setNeeded(nothingChosen);
    if (nothingChosen) return;
    try {
      await save();
      if (step !== 'check') return go(`/file/${draft.id}/${STEPS[index + 1]}`);
      await api.post(`/cases/${draft.id}/file`, { requestId: filing.current });
      queries.removeQueries({ queryKey: ['draft', draft.id] });
      go(`/cases/${draft.id}/receipt`, { replace: true });
    } catch (e) {
      setError(e);
    }
  };

  const Step = VIEWS[step];
  return (
    <>
      <p className="muted">{t('file.progress', { step: index + 1, total: STEPS.length })}</p>
      <h1>{t(`file.${step}.title`)}</h1>
      <p className="muted"><Explained text={t(`file.${step}.hint`)} /></p>
      {error ? <Failure error={error} /> : null}
      {needed && nothingChosen ? <p className="error" role="alert">{t('file.needed')}</p> : null}
      <form onSubmit={(e) => { e.preventDefault(); void next(); }}>
        {step === 'evidence' ? <EvidencePanel caseId={draft.id} visibility="private" /> : <Step answers={answers} set={set} />}
        <div className="row steps">
          {index > 0 ? <Link className="btn plain" href={`/file/${draft.id}/${STEPS[index - 1]}`}>{t('action.back')}</Link> : null}
          <button className="btn">{t(step === 'check' ? 'file.submit' : 'action.next')}</button>
        </div>
      </form>
      <p className="muted" role="status">{t(`file.state.${state}`)}</p>
    </>
  );
}

const VIEWS = { what: WhatStep, employer: EmployerStep, work: WorkStep, dates: DatesStep, claims: ClaimsStep, story: StoryStep, who: WhoStep, evidence: CheckStep, check: CheckStep };
