import type { SharesView } from '@hejie/mediation/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSameRequest } from '../api/same-request.js';
import { Amount } from '../design/amount.js';
import { DateField, today, yearsFromNow } from '../design/date-field.js';
import { yuan } from '../design/format.js';
import { Failure, Field } from '../design/parts.js';
import './texts.js';

const EVERYBODY = 'everybody';

/** Enters what was paid: to one worker any part of what is left, or to everybody the rest of theirs, which is how an employer mostly pays. */
export function PayOut({ shares }: { shares: SharesView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const request = useSameRequest();
  const unpaid = shares.items.filter((i) => i.leftFen > 0);
  const [to, setTo] = useState(EVERYBODY);
  const [amountFen, setAmount] = useState<number>();
  const [paidOn, setPaidOn] = useState(today());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const one = unpaid.find((i) => i.memberId === to);
  const payments = one ? [{ memberId: one.memberId, amountFen: amountFen ?? 0 }] : unpaid.map((i) => ({ memberId: i.memberId, amountFen: i.leftFen }));
  const enter = async () => {
    setBusy(true);
    setError(undefined);
    try {
      // each is a payment of its own: what went through before one fails stays, and is not left any more
      for (const payment of payments) await request.send(`/agreements/${shares.agreementId}/shares/payments`, { ...payment, paidOn });
      setTo(EVERYBODY);
      setAmount(undefined);
    } catch (e) {
      setError(e);
    }
    await queries.invalidateQueries();
    setBusy(false);
  };
  return (
    <form onSubmit={(e) => { e.preventDefault(); void enter(); }}>
      <h3>{t('shares.enter')}</h3>
      {error ? <Failure error={error} /> : null}
      <Field label={t('shares.to')}>
        <select value={one ? to : EVERYBODY} onChange={(e) => { setTo(e.target.value); setAmount(unpaid.find((i) => i.memberId === e.target.value)?.leftFen); }}>
          <option value={EVERYBODY}>{t('shares.everybody', { count: unpaid.length, amount: yuan(shares.leftFen) })}</option>
          {unpaid.map((i) => <option key={i.memberId} value={i.memberId}>{t('shares.one', { name: i.name, amount: yuan(i.leftFen) })}</option>)}
        </select>
      </Field>
      {one ? <Amount key={one.memberId} label={t('shares.howMuch')} fen={amountFen} onChange={setAmount} /> : null}
      <DateField label={t('shares.paidOn')} value={paidOn} years={yearsFromNow(-2)} max={today()} onChange={setPaidOn} required />
      <button className="btn" disabled={busy || !paidOn || payments.some((p) => !p.amountFen)}>{t('shares.enterSend')}</button>
    </form>
  );
}
