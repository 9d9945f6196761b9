import type { AnswerQuestion, LegalAnswersView } from '@hejie/entitlement/contract';
import { askedQuestions } from '@hejie/law';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Failure, Loaded } from '../design/parts.js';
import { Answered } from '../guided/answered.js';
import { QuestionForm } from '../guided/question-form.js';

/** What the rules still need to know, one question at a time; what was answered can be changed. */
export function Questions({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['legal-answers', caseId], queryFn: () => api.get<LegalAnswersView>(`/cases/${caseId}/legal-answers`) });
  if (query.error instanceof ApiProblem && query.error.status === 404) return null;
  return (
    <section className="card">
      <h2>{t('caseRights.questions')}</h2>
      <Loaded query={query}>{(view) => <Ask caseId={caseId} view={view} />}</Loaded>
    </section>
  );
}

function Ask({ caseId, view: { answers, next, open, version } }: { caseId: string; view: LegalAnswersView }) {
  const { t } = useTranslation();
  const [again, setAgain] = useState<string>();
  const { submit, busy, error } = useSubmit(({ question, answer, expectedVersion }: AnswerQuestion) => api.put(`/cases/${caseId}/legal-answers`, { question, answer, expectedVersion }));
  const asked = askedQuestions(answers);
  // days run by it: it does not wait for its turn
  const urgent = answers['awardFinal'] === undefined ? asked.find((q) => q.id === 'awardFinal')?.id : undefined;
  const question = asked.find((q) => q.id === (again ?? urgent ?? next?.id));
  return (
    <>
      {error ? <Failure error={error} /> : null}
      {next ? <p className="muted">{t('caseRights.open', { count: open })}</p> : <p>{t('caseRights.allAnswered')}</p>}
      {question ? (
        <QuestionForm
          key={`${question.id}-${version}`}
          heading="h3"
          question={question}
          answer={answers[question.id]}
          busy={busy}
          onAnswer={(answer) => void submit({ question: question.id, answer: answer as AnswerQuestion['answer'], expectedVersion: version }).then(() => setAgain(undefined))}
        />
      ) : null}
      <Answered answers={answers} change={(q, said) => <button type="button" className="link" onClick={() => setAgain(q.id)}>{said}</button>} />
    </>
  );
}
