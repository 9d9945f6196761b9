import { askedQuestions, progress, type IntakeAnswer } from '@hejie/law';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams, useSearchParams } from 'wouter';
import { api, newRequestId } from '../api/client.js';
import { Explained } from '../design/terms.js';
import { Failure, Loaded } from '../design/parts.js';
import { QuestionForm } from '../guided/question-form.js';
import { EvidencePanel } from '../evidence/evidence-panel.js';
import { CheckStep } from './check-step.js';
import { ClaimsStep } from './claims-step.js';
import { type Draft, useDraftSaving } from './draft-saving.js';
import { ElsewhereStep, FindingsStep, WhatToBring } from './findings-step.js';
import { firstOpen, openPage, openQuestion, PAGES, pagesOf, questionOn } from './pages.js';
import { EmployerStep, StoryStep, WhoStep } from './steps.js';
import { WhatItIs } from './what-it-is.js';
import './texts.js';

/** Filing: the law's questions one a page, then who, where and with what. Saved as typed; coming back lands where one was. */
export function FilePage() {
  const { caseId } = useParams<{ caseId: string }>();
  const query = useQuery({ queryKey: ['draft', caseId], queryFn: () => api.get<Draft>(`/cases/${caseId}/draft`), staleTime: Infinity });
  return <main><Loaded query={query}>{(draft) => <Filing draft={draft} />}</Loaded></main>;
}

const VIEWS = { employer: EmployerStep, findings: FindingsStep, story: StoryStep, who: WhoStep, evidence: WhatToBring, claims: ClaimsStep, check: CheckStep, elsewhere: ElsewhereStep };

function Filing({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { step, question } = useParams<{ step?: string; question?: string }>();
  // changed from the last page, one comes back to it
  const changing = useSearchParams()[0].has('change');
  const [, go] = useLocation();
  const queries = useQueryClient();
  const { answers, set, save, state } = useDraftSaving(draft);
  const [error, setError] = useState<unknown>();
  const filing = useRef(newRequestId()); // pressing again after a lost answer is the same request
  const [start] = useState(() => firstOpen(answers));
  const pages = pagesOf(answers);
  const asked = question ? `${step}/${question}` : step;
  const page = asked && (pages.includes(asked) || asked === 'claims') ? asked : pages.includes(start) ? start : (openPage(answers) ?? 'check');
  const at = pages.indexOf(page);
  const before = page === 'claims' ? 'check' : pages[at - 1];

  const leave = (to: string) => {
    setError(undefined);
    set({ at: to });
    go(`/file/${draft.id}/${to}`);
  };
  /** @param told the answer just given, which the pages that follow depend on */
  const next = async (told?: Record<string, IntakeAnswer>) => {
    setError(undefined);
    const now = told ? { ...answers, intake: { ...answers.intake, ...told } as NonNullable<typeof answers.intake> } : answers;
    if (told) set({ intake: now.intake });
    try {
      await save();
      if (page === 'check') {
        const open = openPage(now);
        if (open) return leave(open);
        await api.post(`/cases/${draft.id}/file`, { requestId: filing.current });
        queries.removeQueries({ queryKey: ['draft', draft.id] });
        return go(`/cases/${draft.id}/receipt`, { replace: true });
      }
      const all = pagesOf(now);
      leave(changing || page === 'claims' ? (openQuestion(now) ?? 'check') : all[all.indexOf(page) + 1]!);
    } catch (e) {
      setError(e);
    }
  };
  const submit = (e: FormEvent) => {
    e.preventDefault();
    void next();
  };

  const back = before ? <Link className="btn plain" href={`/file/${draft.id}/${before}`} onClick={() => set({ at: before })}>{t('action.back')}</Link> : null;
  const saved = <p className="muted" role="status">{t(`file.state.${state}`)}</p>;
  const onQuestion = askedQuestions(answers.intake ?? {}).find((q) => q.id === questionOn(page));
  if (onQuestion) {
    const { answered, open } = progress(answers.intake ?? {});
    const keep = (value: IntakeAnswer | undefined) => {
      const { [onQuestion.id]: _before, ...rest } = answers.intake ?? {};
      set({ intake: value === undefined ? rest : { ...rest, [onQuestion.id]: value as string } });
    };
    return (
      <>
        <p className="muted">{answered === 0 ? t('file.lead') : t('guided.progress', { done: answered, count: open })}</p>
        {error ? <Failure error={error} /> : null}
        <QuestionForm key={onQuestion.id} question={onQuestion} answer={answers.intake?.[onQuestion.id]} onTyped={keep} onAnswer={(answer) => void next({ [onQuestion.id]: answer })} back={back} />
        {saved}
      </>
    );
  }
  if (page === 'elsewhere') return <><ElsewhereStep answers={answers} set={set} /><div className="row steps">{back}</div>{saved}</>;
  const Step = VIEWS[page as keyof typeof VIEWS];
  return (
    <>
      {page === 'claims' ? null : <p className="muted">{t('file.progress', { step: PAGES.indexOf(page as (typeof PAGES)[number]) + 1, total: PAGES.length })}</p>}
      <h1>{t(`file.${page}.title`)}</h1>
      <p className="muted"><Explained text={t(`file.${page}.hint`)} /></p>
      {error ? <Failure error={error} /> : null}
      <form onSubmit={submit}>
        {page === 'evidence' ? <EvidencePanel caseId={draft.id} visibility="private" more={(e) => <WhatItIs caseId={draft.id} evidence={e} />} /> : null}
        <Step answers={answers} set={set} />
        <div className="row steps">
          {back}
          <button className="btn">{t(page === 'check' ? 'file.submit' : 'action.next')}</button>
        </div>
      </form>
      {saved}
    </>
  );
}
