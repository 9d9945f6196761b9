import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';

/** The partner's number for the case: that it has come in. */
export function ReceiptForm({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/partner/inbox/${itemId}/receipt`, body));
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  return (
    <form className="card next" onSubmit={(e) => { e.preventDefault(); void submit({ reference, ...(note ? { note } : {}) }); }}>
      <h2>{t('inbox.receiptTitle')}</h2>
      <p>{t('inbox.receiptHint')}</p>
      {error ? <Failure error={error} /> : null}
      <Field label={t('inbox.reference')}><input value={reference} onChange={(e) => setReference(e.target.value)} maxLength={60} required /></Field>
      <Field label={t('inbox.note')} hint={t('inbox.optional')}><input value={note} onChange={(e) => setNote(e.target.value)} maxLength={500} /></Field>
      <Button htmlType="submit" type="primary" loading={busy}>{t('inbox.acknowledge')}</Button>
    </form>
  );
}
