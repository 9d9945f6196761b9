import type { IntakeAnswer, Question } from '@hejie/law';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../design/format.js';
import { Explained } from '../design/terms.js';
import { isChoice, QuestionField } from './question-field.js';
import './guided.css';
import './texts.js';

interface FormProps {
  question: Question;
  answer: IntakeAnswer | undefined;
  onAnswer: (answer: IntakeAnswer) => void;
  /** Told of each change, where what is typed is kept at once. */
  onTyped?: (answer: IntakeAnswer | undefined) => void;
  busy?: boolean;
  /** The heading's rank: a page of its own, or part of one. */
  heading?: 'h1' | 'h3';
  /** The way back, beside the way on. */
  back?: ReactNode;
}

/** One question a page. What one does not know is an answer too: it is told at the end what is missing. */
export function QuestionForm({ question, answer, onAnswer, onTyped, busy = false, heading: Heading = 'h1', back }: FormProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState<IntakeAnswer | undefined>(answer ?? undefined);
  const [needed, setNeeded] = useState(false);
  const empty = value === undefined || (Array.isArray(value) && value.length === 0);
  const change = (next: IntakeAnswer | undefined) => {
    setValue(next);
    onTyped?.(Array.isArray(next) && next.length === 0 ? undefined : next);
  };
  return (
    <form onSubmit={(e) => {
      e.preventDefault();
      if (empty) setNeeded(true);
      else onAnswer(value);
    }}>
      <Heading>{inLanguage(question.ask)}</Heading>
      {question.help ? <p className="muted"><Explained text={inLanguage(question.help)} /></p> : null}
      {needed && empty ? <p className="error" role="alert">{t(isChoice(question) ? 'guided.choose' : 'guided.fill')}</p> : null}
      <QuestionField question={question} value={value} onChange={change} />
      <div className="row steps">
        {back}
        {isChoice(question) ? null : <button type="button" className="btn plain" disabled={busy} onClick={() => onAnswer(null)}>{t('guided.unknown')}</button>}
        <button className="btn" disabled={busy}>{t('action.next')}</button>
      </div>
    </form>
  );
}
