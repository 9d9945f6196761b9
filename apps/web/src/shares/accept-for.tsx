import type { SharesView } from '@hejie/mediation/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { yuan } from '../design/format.js';
import { Failure, Field } from '../design/parts.js';
import './texts.js';

/** An officer writes down that a worker agreed to the own amount before them, one worker at a time. */
export function AcceptFor({ shares }: { shares: SharesView }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit(({ memberId, consent }: { memberId: string; consent: string }) => api.post(`/agreements/${shares.agreementId}/shares/acceptance`, { memberId, consent }));
  const pending = shares.items.filter((i) => !i.acceptedAt);
  const [chosen, setChosen] = useState('');
  const [consent, setConsent] = useState('');
  // after one the next one's turn comes
  const memberId = (pending.find((i) => i.memberId === chosen) ?? pending[0])?.memberId ?? '';
  return (
    <form onSubmit={(e) => { e.preventDefault(); void submit({ memberId, consent }); }}>
      <h3>{t('shares.acceptFor')}</h3>
      {error ? <Failure error={error} /> : null}
      <Field label={t('shares.worker')}>
        <select value={memberId} onChange={(e) => setChosen(e.target.value)}>{pending.map((i) => <option key={i.memberId} value={i.memberId}>{t('shares.oneAmount', { name: i.name, amount: yuan(i.amountFen) })}</option>)}</select>
      </Field>
      <Field label={t('shares.said')}><textarea rows={2} value={consent} onChange={(e) => setConsent(e.target.value)} required minLength={5} maxLength={500} /></Field>
      <button className="btn" disabled={busy}>{t('shares.acceptSend')}</button>
    </form>
  );
}
