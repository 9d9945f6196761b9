import type { AnswerQuestion, LegalAnswersView } from '@hejie/entitlement/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { inLanguage } from '../design/format.js';
import { Failure, Loaded } from '../design/parts.js';

type Question = NonNullable<LegalAnswersView['next']>;

/** What the rules still need to know, one question at a time. */
export function Questions({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['legal-answers', caseId], queryFn: () => api.get<LegalAnswersView>(`/cases/${caseId}/legal-answers`) });
  if (query.error instanceof ApiProblem && query.error.status === 404) return null;
  return (
    <section className="card">
      <h2>{t('caseRights.questions')}</h2>
      <Loaded query={query}>
        {({ next, open, version }) => (next ? <><p className="muted">{t('caseRights.open', { count: open })}</p><Ask key={next.id + version} caseId={caseId} question={next} version={version} /></> : <p>{t('caseRights.allAnswered')}</p>)}
      </Loaded>
    </section>
  );
}

function Ask({ caseId, question: q, version }: { caseId: string; question: Question; version: number }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit(({ question, answer: given, expectedVersion }: AnswerQuestion) => api.put(`/cases/${caseId}/legal-answers`, { question, answer: given, expectedVersion }));
  const [value, setValue] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const answer = (given: AnswerQuestion['answer']) => void submit({ question: q.id, answer: given, expectedVersion: version });
  const typed = q.kind === 'one' || q.kind === 'date' ? value : q.kind === 'many' ? [...chosen] : Number(value);
  const empty = q.kind === 'many' ? chosen.length === 0 : value === '' || (typeof typed === 'number' && Number.isNaN(typed));
  const toggle = (option: string) => setChosen(chosen.includes(option) ? chosen.filter((c) => c !== option) : [...chosen, option]);
  return (
    <form onSubmit={(e) => { e.preventDefault(); answer(typed); }}>
      {error ? <Failure error={error} /> : null}
      <fieldset>
        <legend>{inLanguage(q.ask)}</legend>
        {q.help ? <p className="hint">{inLanguage(q.help)}</p> : null}
        {q.options?.map((o) => (
          <label className="choice" key={o.value}>
            <input type={q.kind === 'many' ? 'checkbox' : 'radio'} name={q.id} checked={q.kind === 'many' ? chosen.includes(o.value) : value === o.value} onChange={() => (q.kind === 'many' ? toggle(o.value) : setValue(o.value))} />
            {inLanguage(o)}
          </label>
        ))}
        {q.options ? null : <input aria-label={inLanguage(q.ask)} type={q.kind === 'date' ? 'date' : 'text'} inputMode={q.kind === 'date' ? undefined : 'decimal'} value={value} onChange={(e) => setValue(e.target.value)} />}
      </fieldset>
      <div className="row">
        <button className="btn" disabled={busy || empty}>{t('caseRights.answer')}</button>
        {q.options ? null : <button type="button" className="btn plain" disabled={busy} onClick={() => answer(null)}>{t('caseRights.dontKnow')}</button>}
      </div>
    </form>
  );
}
