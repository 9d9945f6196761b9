import type { Terms } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';
import { DateField, yearsFromNow } from '../design/date-field.js';
import { Field } from '../design/parts.js';
import './texts.js';

export type OptionalTerms = Omit<Terms, 'items' | 'totalFen' | 'instalments' | 'binds'>;

const PAYMENTS = ['bank_transfer', 'mobile_payment', 'cash'] as const;
const HAND_OVER = ['leaving_certificate', 'insurance_transfer', 'personnel_file'] as const;

/** What else an agreement says: how it is paid, what follows a default, the end of the employment, what is handed over. Only what was filled in is kept. */
export function MoreTerms({ terms, onChange }: { terms: OptionalTerms; onChange: (terms: OptionalTerms) => void }) {
  const { t } = useTranslation();
  const set = (part: OptionalTerms) => onChange(Object.fromEntries(Object.entries({ ...terms, ...part }).filter(([, v]) => (Array.isArray(v) ? v.length > 0 : Boolean(v)))));
  const handOver = terms.handOver ?? [];
  return (
    <details className="more-terms">
      <summary>{t('terms.more')}</summary>
      <Field label={t('terms.payment')}>
        <select value={terms.payment ?? ''} onChange={(e) => set({ payment: e.target.value as Terms['payment'] })}>
          <option value="">{t('terms.notSaid')}</option>
          {PAYMENTS.map((p) => <option key={p} value={p}>{t(`terms.payment.${p}`)}</option>)}
        </select>
      </Field>
      <Field label={t('terms.onDefault')}><input value={terms.onDefault ?? ''} maxLength={500} onChange={(e) => set({ onDefault: e.target.value })} /></Field>
      <DateField label={t('terms.employmentEndsOn')} value={terms.employmentEndsOn ?? ''} years={[...yearsFromNow(2), ...yearsFromNow(-5).slice(1)]} onChange={(employmentEndsOn) => set({ employmentEndsOn })} />
      <fieldset>
        <legend>{t('terms.handOver')}</legend>
        {HAND_OVER.map((h) => (
          <label className="choice" key={h}>
            <input type="checkbox" checked={handOver.includes(h)} onChange={(e) => set({ handOver: e.target.checked ? [...handOver, h] : handOver.filter((x) => x !== h) })} />
            {t(`terms.handOver.${h}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('proposal.other')}><input value={terms.otherTerms ?? ''} maxLength={2000} onChange={(e) => set({ otherTerms: e.target.value })} /></Field>
    </details>
  );
}
