import type { CaseView } from '@hejie/cases/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';

/** Sends the employer's representative a link by SMS. */
export function InviteEmployer({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { phone: string }) => api.post<{ sentAt: string }>(`/cases/${view.id}/invitations`, body));
  const [phone, setPhone] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const send = async () => {
    if (await submit({ phone })) setSentTo(phone);
  };
  return (
    <form onSubmit={(e) => { e.preventDefault(); void send(); }}>
      {error ? <Failure error={error} labels={{ phone: t('invite.phone') }} /> : null}
      <Field label={t('invite.phone')}><input inputMode="tel" value={phone} onChange={(e) => setPhone(e.target.value)} required /></Field>
      <Button htmlType="submit" type="primary" loading={busy}>{t('invite.sendButton')}</Button>
      <p role="status">{sentTo === undefined ? '' : t('invite.sentTo', { phone: sentTo })}</p>
    </form>
  );
}
