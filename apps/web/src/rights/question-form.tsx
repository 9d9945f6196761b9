import type { IntakeAnswer, Question } from '@hejie/law';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, yearsFromNow } from '../design/date-field.js';
import { inLanguage } from '../design/format.js';
import { Field } from '../design/parts.js';

interface FormProps {
  question: Question;
  answer: IntakeAnswer | undefined;
  onAnswer: (answer: IntakeAnswer) => void;
}

/** One question a page. What one does not know is an answer too: it is told at the end what is missing. */
export function QuestionForm({ question, answer, onAnswer }: FormProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState<IntakeAnswer | undefined>(answer ?? undefined);
  const [needed, setNeeded] = useState(false);
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  const choices = question.kind === 'one' || question.kind === 'many';
  return (
    <form onSubmit={(e) => {
      e.preventDefault();
      if (empty) setNeeded(true);
      else onAnswer(value);
    }}>
      <h1>{inLanguage(question.ask)}</h1>
      {question.help ? <p className="muted">{inLanguage(question.help)}</p> : null}
      {needed && empty ? <p className="error" role="alert">{t(choices ? 'rights.choose' : 'rights.fill')}</p> : null}
      {choices ? <Choices question={question} value={value} onChange={setValue} /> : <Value question={question} value={value} onChange={setValue} />}
      <div className="row steps">
        <button className="btn">{t('action.next')}</button>
        {choices ? null : <button type="button" className="btn plain" onClick={() => onAnswer(null)}>{t('rights.unknown')}</button>}
      </div>
    </form>
  );
}

interface ValueProps { question: Question; value: IntakeAnswer | undefined; onChange: (value: IntakeAnswer | undefined) => void }

function Choices({ question, value, onChange }: ValueProps) {
  const many = question.kind === 'many';
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const toggle = (option: string) => onChange(chosen.includes(option) ? chosen.filter((c) => c !== option) : [...chosen, option]);
  return (
    <fieldset>
      <legend className="visually-hidden">{inLanguage(question.ask)}</legend>
      {question.options!.map((option) => (
        <label className="choice" key={option.value}>
          <input type={many ? 'checkbox' : 'radio'} name={question.id} checked={many ? chosen.includes(option.value) : value === option.value} onChange={() => (many ? toggle(option.value) : onChange(option.value))} />
          {inLanguage(option)}
        </label>
      ))}
    </fieldset>
  );
}

function Value({ question, value, onChange }: ValueProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value) : '');
  const label = inLanguage(question.ask);
  if (question.kind === 'date') return <div className="card"><DateField label={label} value={typeof value === 'string' ? value : ''} onChange={(date) => onChange(date || undefined)} years={yearsFromNow(-40)} /></div>;
  return (
    <div className="card">
      <Field label={label} {...(question.kind === 'yuan' ? { hint: t('field.yuan') } : {})}>
        <input
          inputMode="decimal"
          value={typed}
          onChange={(e) => {
            setTyped(e.target.value);
            const number = Number(e.target.value.replace(/[,，\s]/g, ''));
            onChange(e.target.value.trim() === '' || !Number.isFinite(number) || number < 0 ? undefined : number);
          }}
        />
      </Field>
    </div>
  );
}
