import type { Receipt } from '@hejie/cases/contract';
import { relevantAnswers } from '@hejie/law';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';
import { useLaw } from '../../guided/use-law.js';
import { OthersEditor } from '../../respondents/others-editor.js';
import { useCall } from './call-draft.js';
import { CallFindings } from './call-findings.js';
import { CallQuestions } from './call-questions.js';
import { ReadOut } from './read-out.js';

/** An officer files during the call: questions at the left as the caller tells, what the law makes of it at the right, a number to read out. */
export function CallIntake() {
  const { t } = useTranslation();
  const { call, change, next, requestIdOf } = useCall();
  const { submit, busy, error } = useSubmit(({ sendAs, body }: { sendAs: string; body: object }) => api.post<Receipt>('/cases/quick', { ...body, requestId: sendAs }));
  const { caller, answers, claims, receipt, others = [] } = call;
  const set = (part: Partial<typeof caller>) => change({ caller: { ...caller, ...part } });
  const law = useLaw(relevantAnswers(answers), caller.region);
  const file = async () => {
    const { name, phone, employer, region, story } = caller;
    const facts = { intake: relevantAnswers(answers), region, employer: { name: employer, ...(others.length && call.employerRole ? { role: call.employerRole } : {}) }, ...(others.length ? { others } : {}), story, ...(claims.length ? { claims } : {}) };
    const body = { behalf: { name, phone, consent: t('intake.consentText') }, facts };
    const got = await submit({ sendAs: requestIdOf(body), body });
    if (got) change({ receipt: got });
  };
  if (receipt) return <ReadOut receipt={receipt} law={law} next={next} />;
  const begun = Object.keys(answers).length > 0 || Object.values(caller).some(Boolean);
  return (
    <form className="call" onSubmit={(e) => { e.preventDefault(); void file(); }}>
      {error ? <Failure error={error} labels={{ 'behalf.name': t('intake.name'), 'behalf.phone': t('intake.phone'), 'facts.employer.name': t('case.employer'), 'facts.others.*.name': t('respondents.name'), 'facts.region': t('file.employer.region'), 'facts.story': t('case.story') }} /> : null}
      <section className="card call-caller">
        <Field label={t('intake.name')}><input value={caller.name} onChange={(e) => set({ name: e.target.value })} required autoComplete="off" /></Field>
        <Field label={t('intake.phone')}><input inputMode="tel" value={caller.phone} onChange={(e) => set({ phone: e.target.value })} required autoComplete="off" /></Field>
        <Field label={t('case.employer')}><input value={caller.employer} onChange={(e) => set({ employer: e.target.value })} required minLength={2} /></Field>
        <Field label={t('file.employer.region')}><input value={caller.region} onChange={(e) => set({ region: e.target.value })} required minLength={2} /></Field>
        {begun ? <p className="row call-kept"><span className="muted" role="status">{t('intake.kept')}</span> <Button onClick={next}>{t('intake.drop')}</Button></p> : null}
      </section>
      <div>
        <CallQuestions answers={answers} onChange={(now) => change({ answers: now })} />
        <OthersEditor answers={answers} employer={{ name: caller.employer, role: call.employerRole }} others={others} onChange={(told) => change({ others: told.others, employerRole: told.employer.role })} />
      </div>
      <CallFindings law={law} begun={Object.keys(answers).length > 0} claims={claims} onClaims={(now) => change({ claims: now })} busy={busy}>
        <Field label={t('case.story')}><textarea value={caller.story} onChange={(e) => set({ story: e.target.value })} required minLength={5} /></Field>
        <label className="choice"><input type="checkbox" checked={caller.consent} onChange={(e) => set({ consent: e.target.checked })} required />{t('intake.consentText')}</label>
      </CallFindings>
    </form>
  );
}
