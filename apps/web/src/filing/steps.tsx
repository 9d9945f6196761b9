import { claimantSchema, type DraftAnswers, usccSchema } from '@hejie/cases/contract';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.js';
import { Field } from '../design/parts.js';
import { OthersEditor } from '../respondents/others-editor.js';
import './texts.js';

export interface StepProps { answers: DraftAnswers; set: (part: DraftAnswers) => void }

export function EmployerStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const employer = answers.employer ?? {};
  const change = (part: NonNullable<DraftAnswers['employer']>) => set({ employer: Object.fromEntries(Object.entries({ ...employer, ...part }).filter(([, v]) => v !== '')) });
  return (
    <>
      <div className="card">
        <Field label={t('file.employer.name')}><input value={employer.name ?? ''} onChange={(e) => change({ name: e.target.value })} required minLength={2} /></Field>
        <Field label={t('file.employer.uscc')} hint={t('field.optional')}><input value={employer.uscc ?? ''} maxLength={18} ref={(input) => input?.setCustomValidity(employer.uscc && !usccSchema.safeParse(employer.uscc).success ? t('file.employer.usccWrong') : '')} onChange={(e) => change({ uscc: e.target.value })} /></Field>
        <Field label={t('file.employer.address')} hint={t('field.optional')}><input value={employer.address ?? ''} onChange={(e) => change({ address: e.target.value })} /></Field>
        <Field label={t('file.employer.position')} hint={t('field.optional')}><input value={answers.employment?.position ?? ''} maxLength={50} onChange={(e) => set({ employment: { ...answers.employment, position: e.target.value } })} /></Field>
        <Field label={t('file.employer.region')} hint={t('file.employer.regionWhy')}><input value={answers.region ?? ''} onChange={(e) => set({ region: e.target.value })} required minLength={2} /></Field>
      </div>
      <OthersEditor answers={answers.intake ?? {}} employer={employer} others={answers.others ?? []} onChange={set} />
    </>
  );
}

export function StoryStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  return (
    <div className="card">
      <Field label={t('file.story.label')}><textarea value={answers.story ?? ''} onChange={(e) => set({ story: e.target.value })} required minLength={5} maxLength={4000} /></Field>
      <Field label={t('file.story.private')} hint={t('file.story.privateHint')}><textarea value={answers.privateNote ?? ''} onChange={(e) => set({ privateNote: e.target.value })} maxLength={2000} /></Field>
    </div>
  );
}

export function WhoStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const me = useMe();
  const who = answers.claimant ?? {};
  const change = (part: NonNullable<DraftAnswers['claimant']>) => set({ claimant: Object.fromEntries(Object.entries({ ...who, ...part }).filter(([, v]) => v !== '')) });
  return (
    <div className="card">
      <Field label={t('file.who.name')}><input autoComplete="name" value={who.name ?? me.data?.name ?? ''} onChange={(e) => change({ name: e.target.value })} required /></Field>
      <Field label={t('file.who.idNumber')} hint={t('file.who.idHint')}><input value={who.idNumber ?? ''} maxLength={18} ref={(input) => input?.setCustomValidity(claimantSchema.shape.idNumber.safeParse(who.idNumber).success ? '' : t('file.who.idWrong'))} onChange={(e) => change({ idNumber: e.target.value })} /></Field>
      <Field label={t('file.who.address')} hint={t('field.optional')}><input autoComplete="street-address" value={who.address ?? ''} onChange={(e) => change({ address: e.target.value })} /></Field>
    </div>
  );
}
