import type { PaymentsView } from '@hejie/entitlement/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { DateField, yearsFromNow } from '../design/date-field.js';
import { day, toFen, yuan } from '../design/format.js';
import { Failure, Field, Loaded } from '../design/parts.js';
import { Proof, ProofField } from './proof.js';
import { Withdraw } from './withdraw.js';

/** What the employer has already paid; it is taken off what is due. */
export function Payments({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['payments', caseId], queryFn: () => api.get<PaymentsView>(`/cases/${caseId}/payments`) });
  if (query.error instanceof ApiProblem && query.error.status === 404) return null;
  return (
    <section className="card">
      <h2>{t('caseRights.payments')}</h2>
      <Loaded query={query}>
        {({ items, totalFen }) => (
          <>
            <p>{items.length ? t('caseRights.paidTotal', { amount: yuan(totalFen) }) : t('caseRights.noPayments')}</p>
            <ol className="list">
              {items.map((p) => (
                <li key={p.id}>
                  <span className={p.withdrawn ? 'struck' : ''}>{day(p.paidOn)} <strong className="keep">{yuan(p.amountFen)}</strong> {p.what}</span>
                  <Proof caseId={caseId} evidenceId={p.evidenceId} />
                  {p.withdrawn ? <div className="muted">{t('caseRights.withdrawn', { name: p.withdrawn.by, reason: p.withdrawn.reason })}</div> : <Withdraw path={`/cases/${caseId}/payments/${p.id}/withdraw`} />}
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
      <details><summary>{t('caseRights.addPayment')}</summary><AddPayment caseId={caseId} /></details>
    </section>
  );
}

function AddPayment({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { paidOn: string; amountFen: number; what: string; evidenceId?: string }) => api.post(`/cases/${caseId}/payments`, body));
  const [form, setForm] = useState({ paidOn: '', amount: '', what: '', evidenceId: '' });
  const amountFen = toFen(form.amount);
  const send = async () => {
    if (amountFen && (await submit({ paidOn: form.paidOn, amountFen, what: form.what, ...(form.evidenceId ? { evidenceId: form.evidenceId } : {}) }))) setForm({ paidOn: '', amount: '', what: '', evidenceId: '' });
  };
  return (
    <form onSubmit={(e) => { e.preventDefault(); void send(); }}>
      {error ? <Failure error={error} labels={{ paidOn: t('caseRights.paidOn'), amountFen: t('caseRights.amount'), what: t('caseRights.paidFor') }} /> : null}
      <DateField label={t('caseRights.paidOn')} value={form.paidOn} years={yearsFromNow(-40)} onChange={(paidOn) => setForm({ ...form, paidOn })} required />
      <Field label={t('caseRights.amount')}><input inputMode="decimal" value={form.amount} onChange={(e) => setForm({ ...form, amount: e.target.value })} required /></Field>
      {form.amount && !amountFen ? <p role="alert">{t('caseRights.amountWrong')}</p> : null}
      <Field label={t('caseRights.paidFor')}><input value={form.what} onChange={(e) => setForm({ ...form, what: e.target.value })} required minLength={2} maxLength={200} /></Field>
      <ProofField caseId={caseId} value={form.evidenceId} onChange={(evidenceId) => setForm({ ...form, evidenceId })} />
      <button className="btn" disabled={busy}>{t('caseRights.record')}</button>
    </form>
  );
}
