import type { DraftAnswers, Receipt } from '@hejie/cases/contract';
import { relevantAnswers, type Answers } from '@hejie/law';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';
import { useLaw } from '../../guided/use-law.js';
import { CallFindings } from './call-findings.js';
import { CallQuestions } from './call-questions.js';
import { ReadOut } from './read-out.js';

const NOBODY = { name: '', phone: '', employer: '', region: '', story: '', consent: false };

/** An officer files during the call: questions at the left as the caller tells, what the law makes of it at the right, a number to read out. */
export function CallIntake() {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: object) => api.post<Receipt>('/cases/quick', body));
  const [caller, setCaller] = useState(NOBODY);
  const [answers, setAnswers] = useState<Answers>({});
  const [claims, setClaims] = useState<NonNullable<DraftAnswers['claims']>>([]);
  const [receipt, setReceipt] = useState<Receipt>();
  const set = (part: Partial<typeof caller>) => setCaller({ ...caller, ...part });
  const law = useLaw(relevantAnswers(answers), caller.region);
  const file = async () => {
    const { name, phone, employer, region, story } = caller;
    const facts = { intake: relevantAnswers(answers), region, employer: { name: employer }, story, ...(claims.length ? { claims } : {}) };
    setReceipt(await submit({ behalf: { name, phone, consent: t('intake.consentText') }, facts }));
  };
  const next = () => {
    setReceipt(undefined);
    setCaller(NOBODY);
    setAnswers({});
    setClaims([]);
  };
  if (receipt) return <ReadOut receipt={receipt} law={law} next={next} />;
  return (
    <form className="call" onSubmit={(e) => { e.preventDefault(); void file(); }}>
      {error ? <Failure error={error} /> : null}
      <section className="card call-caller">
        <Field label={t('intake.name')}><input value={caller.name} onChange={(e) => set({ name: e.target.value })} required autoComplete="off" /></Field>
        <Field label={t('intake.phone')}><input inputMode="tel" value={caller.phone} onChange={(e) => set({ phone: e.target.value })} required autoComplete="off" /></Field>
        <Field label={t('case.employer')}><input value={caller.employer} onChange={(e) => set({ employer: e.target.value })} required minLength={2} /></Field>
        <Field label={t('file.employer.region')}><input value={caller.region} onChange={(e) => set({ region: e.target.value })} required minLength={2} /></Field>
      </section>
      <CallQuestions answers={answers} onChange={setAnswers} />
      <CallFindings law={law} begun={Object.keys(answers).length > 0} claims={claims} onClaims={setClaims} busy={busy}>
        <Field label={t('case.story')}><textarea value={caller.story} onChange={(e) => set({ story: e.target.value })} required minLength={5} /></Field>
        <label className="choice"><input type="checkbox" checked={caller.consent} onChange={(e) => set({ consent: e.target.checked })} required />{t('intake.consentText')}</label>
      </CallFindings>
    </form>
  );
}
