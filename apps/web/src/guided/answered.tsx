import { askedQuestions, optionTextsOf, relevantAnswers, type Answers, type IntakeAnswer, type Question } from '@hejie/law';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { day, inLanguage, yuan } from '../design/format.js';
import './guided.css';
import './texts.js';

/** What was answered, folded away, each with a way to change it. */
export function Answered({ answers, change, children }: { answers: Answers; change: (question: Question, said: ReactNode) => ReactNode; children?: ReactNode }) {
  const { t } = useTranslation();
  const kept = relevantAnswers(answers);
  const answered = askedQuestions(kept).filter((q) => kept[q.id] !== undefined);
  if (answered.length === 0) return null;
  return (
    <details className="card">
      <summary>{t('guided.answered', { count: answered.length })}</summary>
      <ul className="list">{answered.map((q) => <li key={q.id}>{change(q, <>{inLanguage(q.ask)} <strong>{said(q, kept[q.id]!)}</strong></>)}</li>)}</ul>
      {children}
    </details>
  );
}

function said(q: Question, answer: IntakeAnswer): string {
  if (q.kind === 'date' && typeof answer === 'string') return day(answer);
  if (q.kind === 'yuan' && typeof answer === 'number') return yuan(Math.round(answer * 100));
  return optionTextsOf(q, answer).map(inLanguage).join(inLanguage({ zh: '、', en: ', ' }));
}
