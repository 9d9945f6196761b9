import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Failure, Field } from '../design/parts.js';
import './texts.js';

interface Props {
  readonly purpose: 'join_group' | 'accept_share';
  readonly subject: string;
  act(code: string): Promise<unknown>;
}

/** An act that is confirmed by a fresh code to the own phone: the button says what one agrees to before a code is sent. */
export function WithCode({ purpose, subject, act }: Props) {
  const { t } = useTranslation();
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState('');
  // the schema of codes knows no request id: asking twice sends two
  const asking = useSubmit(() => api.post('/auth/confirmation-codes', { purpose, subject }));
  const acting = useSubmit(() => act(code));
  const error = asking.error ?? acting.error;
  const ask = async () => {
    if (await asking.submit({})) setSent(true);
  };
  if (!sent) {
    return (
      <>
        {error ? <Failure error={error} /> : null}
        <button type="button" className="btn big" disabled={asking.busy} onClick={() => void ask()}>{t(`group.ask.${purpose}`)}</button>
      </>
    );
  }
  return (
    <form onSubmit={(e) => { e.preventDefault(); void acting.submit({}); }}>
      {error ? <Failure error={error} /> : null}
      <p role="status">{t('group.codeSent')}</p>
      <Field label={t('group.code')}><input inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(e) => setCode(e.target.value)} required /></Field>
      <div className="row">
        <button className="btn" disabled={acting.busy || !/^\d{6}$/.test(code)}>{t(`group.do.${purpose}`)}</button>
        <button type="button" className="btn plain" disabled={asking.busy} onClick={() => void ask()}>{t('group.codeAgain')}</button>
      </div>
    </form>
  );
}
