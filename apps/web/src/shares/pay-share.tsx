import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Amount } from '../design/amount.js';
import { DateField, today, yearsFromNow } from '../design/date-field.js';
import { Failure } from '../design/parts.js';
import './texts.js';

/** A worker tells of money that came: how much and when. */
export function PayShare({ agreementId, memberId, leftFen }: { agreementId: string; memberId: string; leftFen: number }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/agreements/${agreementId}/shares/payments`, body));
  const [amountFen, setAmount] = useState<number | undefined>(leftFen);
  const [paidOn, setPaidOn] = useState(today());
  return (
    <details>
      <summary>{t('shares.received')}</summary>
      <form onSubmit={(e) => { e.preventDefault(); void submit({ memberId, amountFen, paidOn }); }}>
        {error ? <Failure error={error} /> : null}
        <Amount label={t('shares.howMuch')} fen={amountFen} onChange={setAmount} />
        <DateField label={t('shares.paidOn')} value={paidOn} years={yearsFromNow(-2)} max={today()} onChange={setPaidOn} required />
        <button className="btn" disabled={busy || !amountFen || !paidOn}>{t('shares.receivedSend')}</button>
      </form>
    </details>
  );
}
