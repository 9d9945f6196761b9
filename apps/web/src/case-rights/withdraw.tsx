import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Failure, Field } from '../design/parts.js';

/** Takes back an entry that was wrong; it stays to be seen, with the reason. */
export function Withdraw({ path }: { path: string }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { reason: string }) => api.post(path, body));
  const [reason, setReason] = useState('');
  return (
    <details className="withdraw">
      <summary>{t('caseRights.wrong')}</summary>
      <form onSubmit={(e) => { e.preventDefault(); void submit({ reason }); }}>
        {error ? <Failure error={error} /> : null}
        <Field label={t('caseRights.why')}><input value={reason} onChange={(e) => setReason(e.target.value)} required minLength={2} maxLength={300} /></Field>
        <button className="btn plain" disabled={busy}>{t('caseRights.withdraw')}</button>
      </form>
    </details>
  );
}
