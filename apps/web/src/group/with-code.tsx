import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Failure, Field } from '../design/parts.js';

/** An act that is confirmed by a fresh code to the own phone. */
export function WithCode({ purpose, subject, act, label }: { purpose: 'join_group' | 'accept_share'; subject: string; act: (code: string) => Promise<unknown>; label: string }) {
  const { t } = useTranslation();
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState('');
  // the schema of codes knows no request id: asking twice sends two
  const asking = useSubmit(() => api.post('/auth/confirmation-codes', { purpose, subject }));
  const acting = useSubmit(() => act(code));
  const error = asking.error ?? acting.error;
  if (!sent) {
    return (
      <>
        {error ? <Failure error={error} /> : null}
        <button className="btn" disabled={asking.busy} onClick={() => void asking.submit({}).then((done) => done && setSent(true))}>{t('group.sendCode')}</button>
      </>
    );
  }
  return (
    <form onSubmit={(e) => { e.preventDefault(); void acting.submit({}); }}>
      {error ? <Failure error={error} /> : null}
      <Field label={t('group.code')}><input inputMode="numeric" autoComplete="one-time-code" pattern="\d{6}" value={code} onChange={(e) => setCode(e.target.value)} required /></Field>
      <button className="btn" disabled={acting.busy}>{label}</button>
    </form>
  );
}
