import type { IntakeAnswer, Question } from '@hejie/law';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, yearsFromNow } from '../design/date-field.js';
import { inLanguage } from '../design/format.js';
import { Field } from '../design/parts.js';
import { AskTerm } from '../design/terms.js';
import './texts.js';

export interface FieldProps {
  question: Question;
  /** Undefined while nothing is chosen or typed. */
  value: IntakeAnswer | undefined;
  onChange: (value: IntakeAnswer | undefined) => void;
}

export const isChoice = ({ kind }: Question) => kind === 'one' || kind === 'many';

/** The answers of a question to choose from, or the place to type one. */
export function QuestionField(props: FieldProps) {
  return isChoice(props.question) ? <Choices {...props} /> : <Value {...props} />;
}

function Choices({ question, value, onChange }: FieldProps) {
  const many = question.kind === 'many';
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const toggle = (option: string) => onChange(chosen.includes(option) ? chosen.filter((c) => c !== option) : [...chosen, option]);
  return (
    <fieldset>
      <legend className="visually-hidden">{inLanguage(question.ask)}</legend>
      {question.options!.map((option) => (
        <div className="asked" key={option.value}>
          <label className="choice">
            <input type={many ? 'checkbox' : 'radio'} name={question.id} checked={many ? chosen.includes(option.value) : value === option.value} onChange={() => (many ? toggle(option.value) : onChange(option.value))} />
            {inLanguage(option)}
          </label>
          <AskTerm text={inLanguage(option)} />
        </div>
      ))}
    </fieldset>
  );
}

function Value({ question, value, onChange }: FieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value) : '');
  const tooMuch = (text: string) => (numberIn(text) ?? 0) > (question.most ?? Infinity);
  // the question itself stands above as the heading
  const label = t(`guided.value.${question.kind}`);
  if (question.kind === 'date') return <div className="card"><DateField label={label} value={typeof value === 'string' ? value : ''} onChange={(date) => onChange(date || undefined)} years={yearsFromNow(-40)} /></div>;
  return (
    <div className="card">
      <Field label={label} {...(question.kind === 'yuan' ? { hint: t('field.yuan') } : {})}>
        <input
          inputMode="decimal"
          value={typed}
          onChange={(e) => {
            setTyped(e.target.value);
            onChange(tooMuch(e.target.value) ? undefined : numberIn(e.target.value));
          }}
        />
      </Field>
      {tooMuch(typed) ? <p className="error" role="alert">{t('guided.most', { most: question.most })}</p> : null}
    </div>
  );
}

/** 5,200 as a number; undefined for what is none that can answer: below nothing, or more than a slip of the finger. */
function numberIn(typed: string): number | undefined {
  const clean = typed.replace(/[,，\s]/g, '');
  return /^\d{1,9}(\.\d{1,2})?$/.test(clean) ? Number(clean) : undefined;
}
