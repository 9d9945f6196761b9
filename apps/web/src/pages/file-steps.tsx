import { claimantSchema, type DraftAnswers, usccSchema } from '@hejie/cases/contract';
import { CLAIM_KINDS, claimKindsFor, DISPUTE_TYPES, disputeTypes, type ClaimKind, type DisputeType } from '@hejie/law';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.js';
import { Amount } from '../design/amount.js';
import { DateField, today, yearsFromNow } from '../design/date-field.js';
import { inLanguage } from '../design/format.js';
import { Choice, Field } from '../design/parts.js';
import { AskTerm } from '../design/terms.js';
import '../case/texts.js';
import '../filing/texts.js';

export interface StepProps { answers: DraftAnswers; set: (part: DraftAnswers) => void }

/** Everyday matters first; the rest of the taxonomy is for staff. */
const COMMON: readonly DisputeType[] = ['UNPAID_WAGES', 'WORK_INJURY', 'UNLAWFUL_TERMINATION', 'ECON_COMPENSATION', 'NO_CONTRACT', 'OVERTIME', 'SOCIAL_INSURANCE', 'SICK_LEAVE_PAY', 'RIDER_INJURY', 'MATERNITY', 'WAGE_DEDUCTION', 'OTHER'];

export function WhatStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const chosen = answers.disputeTypes ?? [];
  const toggle = (type: DisputeType) => set({ disputeTypes: chosen.includes(type) ? chosen.filter((c) => c !== type) : [...chosen, type] });
  return (
    <fieldset>
      <legend className="visually-hidden">{t('file.what.title')}</legend>
      {(all ? disputeTypes : COMMON).map((type) => (
        <div className="asked" key={type}>
          <label className="choice">
            <input type="checkbox" checked={chosen.includes(type)} onChange={() => toggle(type)} />
            {inLanguage(DISPUTE_TYPES[type])}
          </label>
          <AskTerm text={inLanguage(DISPUTE_TYPES[type])} />
        </div>
      ))}
      {all ? null : <button type="button" className="btn plain" onClick={() => setAll(true)}>{t('file.what.more')}</button>}
    </fieldset>
  );
}

export function EmployerStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const employer = answers.employer ?? {};
  const change = (part: NonNullable<DraftAnswers['employer']>) => set({ employer: Object.fromEntries(Object.entries({ ...employer, ...part }).filter(([, v]) => v !== '')) });
  return (
    <div className="card">
      <Field label={t('file.employer.name')}><input value={employer.name ?? ''} onChange={(e) => change({ name: e.target.value })} required minLength={2} /></Field>
      <Field label={t('file.employer.uscc')} hint={t('field.optional')}><input value={employer.uscc ?? ''} maxLength={18} ref={(input) => input?.setCustomValidity(employer.uscc && !usccSchema.safeParse(employer.uscc).success ? t('file.employer.usccWrong') : '')} onChange={(e) => change({ uscc: e.target.value })} /></Field>
      <Field label={t('file.employer.address')} hint={t('field.optional')}><input value={employer.address ?? ''} onChange={(e) => change({ address: e.target.value })} /></Field>
      <Field label={t('file.employer.region')}><input value={answers.region ?? ''} onChange={(e) => set({ region: e.target.value })} required minLength={2} /></Field>
    </div>
  );
}

type Employment = NonNullable<DraftAnswers['employment']>;

export function WorkStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const work = answers.employment ?? {};
  const change = (part: Employment) => set({ employment: { ...work, ...part } });
  const yesNo = (['yes', 'no', 'unsure'] as const).map((value) => ({ value, label: t(`answer.${value}`) }));
  return (
    <>
      <Choice legend={t('file.work.contract')} name="contract" value={work.contract} options={yesNo} onChange={(contract) => change({ contract })} />
      <Choice legend={t('file.work.insured')} name="insured" value={work.insured} options={yesNo} onChange={(insured) => change({ insured })} />
      <Choice
        legend={t('file.work.platform')}
        name="platform"
        value={work.platformWork === undefined ? undefined : work.platformWork ? 'yes' : 'no'}
        options={yesNo.slice(0, 2)}
        onChange={(v) => change({ platformWork: v === 'yes' })}
      />
    </>
  );
}

export function DatesStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const work = answers.employment ?? {};
  const change = (part: Employment) => set({ employment: Object.fromEntries(Object.entries({ ...work, ...part }).filter(([, v]) => v !== '' && v !== undefined)) });
  return (
    <div className="card">
      <DateField label={t('file.dates.start')} value={work.startDate ?? ''} years={yearsFromNow(-50)} max={today()} onChange={(startDate) => change({ startDate })} required />
      <DateField label={t('file.dates.end')} hint={t('file.dates.endHint')} value={work.endDate ?? ''} years={[...yearsFromNow(1).slice(1), ...yearsFromNow(-50)]} onChange={(endDate) => change({ endDate })} />
      <Field label={t('file.dates.position')} hint={t('field.optional')}><input value={work.position ?? ''} onChange={(e) => change({ position: e.target.value })} /></Field>
      <Amount label={t('file.dates.wage')} fen={work.monthlyWageFen} onChange={(monthlyWageFen) => change({ monthlyWageFen })} />
    </div>
  );
}

export function ClaimsStep({ answers, set }: StepProps) {
  const { t } = useTranslation();
  const claims = answers.claims ?? [];
  const toggle = (kind: ClaimKind) => set({ claims: claims.some((c) => c.kind === kind) ? claims.filter((c) => c.kind !== kind) : [...claims, { kind }] });
  return (
    <fieldset>
      <legend className="visually-hidden">{t('file.claims.title')}</legend>
      {claimKindsFor(answers.disputeTypes ?? []).map((kind) => {
        const claim = claims.find((c) => c.kind === kind);
        return (
          <div key={kind}>
            <div className="asked">
              <label className="choice">
                <input type="checkbox" checked={claim !== undefined} onChange={() => toggle(kind)} />
                {inLanguage(CLAIM_KINDS[kind])}
              </label>
              <AskTerm text={inLanguage(CLAIM_KINDS[kind])} />
            </div>
            {claim ? <Amount label={t('file.claims.amount', { claim: inLanguage(CLAIM_KINDS[kind]) })} fen={claim.amountFen} onChange={(amountFen) => set({ claims: claims.map((c) => (c.kind === kind ? { kind, ...(amountFen === undefined ? {} : { amountFen }) } : c)) })} /> : null}
          </div>
        );
      })}
    </fieldset>
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
