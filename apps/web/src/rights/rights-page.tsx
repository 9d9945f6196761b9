import { nextQuestion, progress, questionById, relevantAnswers, type Answers, type IntakeAnswer } from '@hejie/law';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../design/format.js';
import { Findings } from './findings.js';
import { forgetAnswers, keepAnswers, keptAnswers } from './kept-answers.js';
import { QuestionForm } from './question-form.js';
import './rights.css';
import './texts.js';

/** Know your rights: a few questions in everyday words, open to everybody, then what the law says to it. */
export function RightsPage() {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<Answers>(keptAnswers);
  const [again, setAgain] = useState<string>();
  const kept = relevantAnswers(answers);
  const answered = Object.keys(kept);
  const set = (next: Answers) => {
    keepAnswers(next);
    setAnswers(next);
  };
  const question = again ? questionById.get(again) : nextQuestion(answers);
  const previous = again ? answered[answered.indexOf(again) - 1] : answered.at(-1);
  const { open } = progress(answers);
  return (
    <main>
      {question ? (
        <>
          <p className="muted">{answered.length === 0 ? t('rights.lead') : t('rights.progress', { done: answered.length, count: open })}</p>
          <QuestionForm
            key={question.id}
            question={offered(question.id, answers) ?? question}
            answer={answers[question.id]}
            onAnswer={(answer: IntakeAnswer) => {
              set({ ...answers, [question.id]: answer });
              setAgain(undefined);
            }}
          />
          {previous ? <button className="btn plain" onClick={() => setAgain(previous)}>{t('action.back')}</button> : null}
        </>
      ) : <Findings answers={kept} />}
      {answered.length ? (
        <details className="card">
          <summary>{t('rights.answered', { count: answered.length })}</summary>
          <ul className="list">{answered.map((id) => <li key={id}><button className="link" onClick={() => setAgain(id)}>{inLanguage(questionById.get(id)!.ask)} <strong>{said(id, kept[id]!, t('rights.unknown'))}</strong></button></li>)}</ul>
          <button className="btn plain" onClick={() => { forgetAnswers(); setAnswers({}); setAgain(undefined); }}>{t('rights.restart')}</button>
        </details>
      ) : null}
    </main>
  );
}

/** The question as it is asked after the answers before it: with the options that fit them. */
function offered(id: string, answers: Answers) {
  const before: Record<string, IntakeAnswer | undefined> = {};
  for (const [key, value] of Object.entries(relevantAnswers(answers))) {
    if (key === id) break;
    before[key] = value;
  }
  const asked = nextQuestion(before);
  return asked?.id === id ? asked : undefined;
}

function said(id: string, answer: IntakeAnswer, unknown: string): string {
  if (answer === null) return unknown;
  const options = questionById.get(id)?.options ?? [];
  return (Array.isArray(answer) ? (answer as readonly string[]) : [answer]).map((a) => inLanguage(options.find((o) => o.value === a) ?? { zh: String(a), en: String(a) })).join('、');
}
