import type { FitDelegatesView, Power } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Amount } from '../design/amount.js';
import { DateField, yearsFromNow } from '../design/date-field.js';
import { Failure, Field, Loaded } from '../design/parts.js';
import { PaperField } from '../evidence/paper-field.js';
import './texts.js';

const POWERS: readonly Power[] = ['negotiate', 'settle', 'sign'];

/** Gives somebody of the union a letter: who, what for, not below what, until when, and the signed paper. */
export function GrantLetter({ caseId, done }: { caseId: string; done: () => void }) {
  const { t } = useTranslation();
  const fit = useQuery({ queryKey: ['fit-delegates', caseId], queryFn: () => api.get<FitDelegatesView>(`/cases/${caseId}/delegations/fit`), staleTime: 60_000 });
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/cases/${caseId}/delegations`, body));
  const [delegateId, setDelegate] = useState('');
  const [powers, setPowers] = useState<readonly Power[]>(['negotiate']);
  const [leastTotalFen, setLeast] = useState<number>();
  const [validUntil, setUntil] = useState('');
  const [evidenceId, setEvidence] = useState('');
  const settles = powers.includes('settle');
  const whole = powers.length > 0 && validUntil && evidenceId && (!settles || leastTotalFen !== undefined);
  const give = async () => {
    if (await submit({ delegateId, powers, leastTotalFen: settles ? leastTotalFen : null, validUntil, evidenceId })) done();
  };
  return (
    <Loaded query={fit}>
      {({ items }) => (
        <form onSubmit={(e) => { e.preventDefault(); void give(); }}>
          {error ? <Failure error={error} labels={{ delegateId: t('letter.to'), leastTotalFen: t('letter.leastTotal'), validUntil: t('letter.validUntil') }} /> : null}
          <Field label={t('letter.to')}>
            <select value={delegateId} onChange={(e) => setDelegate(e.target.value)} required>
              <option value="">{t('letter.choose')}</option>
              {items.map((o) => <optgroup key={o.organisation} label={o.organisation}>{o.people.map((p) => <option key={p.accountId} value={p.accountId}>{p.name}</option>)}</optgroup>)}
            </select>
          </Field>
          <fieldset>
            <legend>{t('letter.powers')}</legend>
            {POWERS.map((p) => (
              <label className="choice" key={p}>
                <input type="checkbox" checked={powers.includes(p)} onChange={(e) => setPowers(POWERS.filter((x) => (x === p ? e.target.checked : powers.includes(x))))} />
                <span>{t(`letter.power.${p}`)}<br /><span className="hint">{t(`letter.hint.${p}`)}</span></span>
              </label>
            ))}
          </fieldset>
          {settles ? <Amount label={t('letter.leastTotal')} fen={leastTotalFen} onChange={setLeast} /> : null}
          <DateField label={t('letter.validUntil')} value={validUntil} years={yearsFromNow(3)} onChange={setUntil} required />
          <p className="muted">{t('letter.paperHint')} <Link href={`/cases/${caseId}/papers/power_of_attorney`}>{t('letter.paperMake')}</Link></p>
          <PaperField caseId={caseId} visibility="private" label={t('letter.signed')} add={t('letter.addSigned')} value={evidenceId} onChange={setEvidence} />
          <button className="btn" disabled={busy || !whole}>{t('letter.send')}</button>
        </form>
      )}
    </Loaded>
  );
}
