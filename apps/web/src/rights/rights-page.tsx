import { askedQuestions, nextQuestion, progress, relevantAnswers, type Answers } from '@hejie/law';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { api, newRequestId } from '../api/client.js';
import { useMe } from '../api/me.js';
import { keptForVisit } from '../api/this-visit.js';
import { Failure, Field } from '../design/parts.js';
import { Answered } from '../guided/answered.js';
import { Bring, Clocks, Due, Elsewhere, Notes, Referrals } from '../guided/findings.js';
import { QuestionForm } from '../guided/question-form.js';
import { useLaw } from '../guided/use-law.js';
import './texts.js';

/** Nobody has signed in yet, so what is answered is kept in this window only. */
const kept = keptForVisit<Answers>('rights');
const keptPlace = keptForVisit<string>('rights-place');
const forgetAll = () => { kept.forget(); keptPlace.forget(); };

/** Know your rights: a few questions in everyday words, open to everybody, then what the law says to it. */
export function RightsPage() {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<Answers>(() => kept.read() ?? {});
  const [again, setAgain] = useState<string>();
  const relevant = relevantAnswers(answers);
  const set = (next: Answers) => {
    kept.keep(next);
    setAnswers(next);
  };
  const asked = askedQuestions(answers);
  const question = (again && asked.find((q) => q.id === again)) || nextQuestion(answers);
  const previous = question ? asked[asked.findIndex((q) => q.id === question.id) - 1] : asked.at(-1);
  const { answered, open } = progress(answers);
  const back = previous ? <button type="button" className="btn plain" onClick={() => setAgain(previous.id)}>{t('action.back')}</button> : null;
  return (
    <main>
      {question ? (
        <>
          <p className="muted">{answered === 0 ? t('rights.lead') : t('guided.progress', { done: answered, count: open })}</p>
          <QuestionForm
            key={question.id}
            question={question}
            answer={answers[question.id]}
            back={back}
            onAnswer={(answer) => {
              set({ ...answers, [question.id]: answer });
              setAgain(undefined);
            }}
          />
        </>
      ) : <Findings answers={relevant} />}
      <Answered answers={relevant} change={(q, said) => <button className="link" onClick={() => setAgain(q.id)}>{said}</button>}>
        <button className="btn plain" onClick={() => { forgetAll(); setAnswers({}); setAgain(undefined); }}>{t('rights.restart')}</button>
      </Answered>
    </main>
  );
}

/** What the answers come to: where it belongs, what is due, by when, with what proof, and the way on. */
function Findings({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState(() => keptPlace.read() ?? '');
  const told = (where: string) => {
    keptPlace.keep(where);
    setPlace(where);
  };
  const law = useLaw(answers, place);
  const { conclusion, sheet } = law;
  return (
    <>
      <h1>{t(`guided.scope.${conclusion.scope}`)}</h1>
      {conclusion.scope === 'out' ? <Elsewhere conclusion={conclusion} /> : (
        <>
          <Referrals conclusion={conclusion} />
          <Clocks law={law} />
          <Due sheet={sheet} place={<Field label={t('guided.place')} hint={t('guided.placeHint')}><input value={place} maxLength={50} onChange={(e) => told(e.target.value)} /></Field>} />
          <Bring conclusion={conclusion} />
          <Notes conclusion={conclusion} />
          <FileIt answers={answers} place={place.trim()} />
        </>
      )}
      <p className="muted">{t('guided.notAdvice')} <Link href="/rights/rules">{t('rights.rules.title')}</Link></p>
    </>
  );
}

/** Files with everything carried over; whoever has not signed in does so first and comes back here. */
function FileIt({ answers, place }: { answers: Answers; place: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const [, go] = useLocation();
  const [requestId] = useState(newRequestId);
  const [error, setError] = useState<unknown>();
  if (me.data && !me.data.roles.includes('person')) return null;
  const file = async () => {
    if (!me.data) return go('/sign-in?next=/rights');
    try {
      const { id } = await api.post<{ id: string }>('/cases', { requestId });
      await api.patch(`/cases/${id}/draft`, { answers: { intake: answers, ...(place ? { region: place } : {}) } });
      forgetAll();
      go(`/file/${id}`);
    } catch (e) {
      setError(e);
    }
  };
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <button className="btn big" onClick={() => void file()}>{t('rights.file')}</button>
    </>
  );
}
