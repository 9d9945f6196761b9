import { askedQuestions, nextQuestion, progress, type Answers, type IntakeAnswer, type Question } from '@hejie/law';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../design/format.js';
import { DateField, today, yearsFromNow } from '../../design/date-field.js';

/** Every question that is asked as things stand, close together: answered in any order, as callers tell it. */
export function CallQuestions({ answers, onChange }: { answers: Answers; onChange: (answers: Answers) => void }) {
  const { t } = useTranslation();
  const { answered, open } = progress(answers);
  const next = nextQuestion(answers)?.id;
  const answer = (question: string, value: IntakeAnswer | undefined) => {
    const { [question]: _before, ...rest } = answers;
    onChange(value === undefined ? rest : { ...rest, [question]: value });
  };
  return (
    <section className="card call-questions">
      <div className="row"><h2>{t('intake.questions')}</h2><span className="muted" role="status">{t('guided.progress', { done: answered, count: open })}</span></div>
      {askedQuestions(answers).map((q) => <Row key={q.id} question={q} value={answers[q.id]} isNext={q.id === next} onChange={(value) => answer(q.id, value)} />)}
    </section>
  );
}

interface RowProps { question: Question; value: IntakeAnswer | undefined; isNext: boolean; onChange: (value: IntakeAnswer | undefined) => void }

function Row({ question: q, value, isNext, onChange }: RowProps) {
  const { t } = useTranslation();
  const ask = inLanguage(q.ask);
  return (
    <fieldset className="call-question" data-answered={value !== undefined || undefined} data-next={isNext || undefined}>
      <legend title={q.help ? inLanguage(q.help) : undefined}>{ask}</legend>
      {q.options ? <Chips question={q} value={value} onChange={onChange} /> : (
        <div className="chips">
          {q.kind === 'date'
            ? <DateField label={ask} bare value={typeof value === 'string' ? value : ''} years={yearsFromNow(-40)} max={today()} onChange={(date) => onChange(date || undefined)} />
            : <input type="number" min={0} step="any" inputMode="decimal" aria-label={ask} value={typeof value === 'number' ? value : ''} onChange={(e) => onChange(e.target.value === '' ? undefined : Number(e.target.value))} />}
          {q.kind === 'yuan' ? <span className="muted">{t('field.yuan')}</span> : null}
          <label className="chip"><input type="checkbox" checked={value === null} onChange={(e) => onChange(e.target.checked ? null : undefined)} />{t('guided.unknown')}</label>
        </div>
      )}
    </fieldset>
  );
}

function Chips({ question: q, value, onChange }: Omit<RowProps, 'isNext'>) {
  const many = q.kind === 'many';
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const toggle = (option: string) => {
    const now = chosen.includes(option) ? chosen.filter((c) => c !== option) : [...chosen, option];
    onChange(now.length ? now : undefined);
  };
  return (
    <div className="chips">
      {q.options!.map((o) => (
        <label className="chip" key={o.value}>
          <input type={many ? 'checkbox' : 'radio'} name={q.id} checked={many ? chosen.includes(o.value) : value === o.value} onChange={() => (many ? toggle(o.value) : onChange(o.value))} />
          {inLanguage(o)}
        </label>
      ))}
    </div>
  );
}
