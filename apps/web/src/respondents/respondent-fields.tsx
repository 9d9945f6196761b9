import { usccSchema, type DraftAnswers } from '@hejie/cases/contract';
import { RESPONDENT_ROLES, respondentRoles, type RespondentRole } from '@hejie/law';
import { useTranslation } from 'react-i18next';
import { Field } from '../design/parts.js';
import { inLanguage } from '../design/format.js';
import './texts.js';
import '../filing/texts.js';

/** One of the other side as far as it is typed. */
export type TypedRespondent = NonNullable<DraftAnswers['others']>[number];

interface RoleProps { label: string; value: RespondentRole | undefined; first: readonly RespondentRole[]; required: boolean; onChange: (role: RespondentRole | undefined) => void }

/** What a company is; what fits the worker's answers comes first. */
export function RoleField({ label, value, first, required, onChange }: RoleProps) {
  const { t } = useTranslation();
  return (
    <Field label={label} {...(required ? {} : { hint: t('field.optional') })}>
      <select value={value ?? ''} required={required} onChange={(e) => onChange((e.target.value || undefined) as RespondentRole | undefined)}>
        <option value="">{t(required ? 'respondents.choose' : 'respondents.unsaid')}</option>
        {[...new Set([...first, ...respondentRoles])].map((role) => <option key={role} value={role}>{inLanguage(RESPONDENT_ROLES[role])}</option>)}
      </select>
    </Field>
  );
}

/** Who one more respondent is. @param twice whether it is named already */
export function RespondentFields({ value, first, twice, onChange }: { value: TypedRespondent; first: readonly RespondentRole[]; twice: boolean; onChange: (value: TypedRespondent) => void }) {
  const { t } = useTranslation();
  const change = (part: { [field in keyof TypedRespondent]: TypedRespondent[field] | undefined }) => onChange(Object.fromEntries(Object.entries({ ...value, ...part }).filter(([, told]) => told)));
  return (
    <>
      <Field label={t('respondents.name')}><input value={value.name ?? ''} maxLength={100} ref={(input) => input?.setCustomValidity(twice ? t('respondents.twice') : '')} onChange={(e) => change({ name: e.target.value })} required minLength={2} autoComplete="off" /></Field>
      <RoleField label={t('respondents.role')} value={value.role} first={first} required onChange={(role) => change({ role })} />
      <Field label={t('file.employer.uscc')} hint={t('field.optional')}><input value={value.uscc ?? ''} maxLength={18} ref={(input) => input?.setCustomValidity(value.uscc && !usccSchema.safeParse(value.uscc).success ? t('file.employer.usccWrong') : '')} onChange={(e) => change({ uscc: e.target.value })} autoComplete="off" /></Field>
      <Field label={t('file.employer.address')} hint={t('field.optional')}><input value={value.address ?? ''} maxLength={200} onChange={(e) => change({ address: e.target.value })} autoComplete="off" /></Field>
    </>
  );
}
