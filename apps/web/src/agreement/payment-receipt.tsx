import type { CaseView } from '@hejie/cases/contract';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { day, yuan } from '../design/format.js';
import { Failure } from '../design/parts.js';

/** The case was closed because the employer paid: the worker says whether the money came. */
export function PaymentReceipt({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { received: boolean }) => api.post(`/cases/${view.id}/payment-receipt`, body));
  if (view.outcome !== 'paid_after_contact' || !view.relations.includes('claimant')) return null;
  const said = view.paymentReceipt;
  return (
    <section className="card next">
      <h2>{t('received.title')}</h2>
      <p className="amount">{yuan(view.amountSettledFen ?? 0)}</p>
      {error ? <Failure error={error} /> : null}
      {said ? <p role="status"><span className={said.received ? 'tag ok' : 'tag due'}>{t(said.received ? 'received.yesOn' : 'received.noOn', { date: day(said.at) })}</span></p> : <p>{t('received.ask')}</p>}
      {said?.received ? null : (
        <div className="row">
          <button className="btn" disabled={busy} onClick={() => void submit({ received: true })}>{t('received.yes')}</button>
          {said ? null : <button className="btn plain" disabled={busy} onClick={() => void submit({ received: false })}>{t('received.no')}</button>}
        </div>
      )}
    </section>
  );
}
