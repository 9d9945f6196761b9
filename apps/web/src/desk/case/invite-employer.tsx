import type { CaseView } from '@hejie/cases/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';
import '../../respondents/texts.js';

/** Sends a respondent's representative a link by SMS. */
export function InviteEmployer({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { phone: string; respondentId?: string }) => api.post<{ sentAt: string }>(`/cases/${view.id}/invitations`, body));
  const [phone, setPhone] = useState('');
  const [chosen, choose] = useState<number>();
  // first who has nobody here yet
  const whom = view.respondents.find((r) => r.number === chosen) ?? view.respondents.find((r) => !view.members.some((m) => m.number === r.number)) ?? view.respondents[0];
  const [sentTo, setSentTo] = useState<string>();
  const send = async () => {
    if (await submit({ phone, ...(whom?.id ? { respondentId: whom.id } : {}) })) setSentTo(phone);
  };
  return (
    <form onSubmit={(e) => { e.preventDefault(); void send(); }}>
      {error ? <Failure error={error} labels={{ phone: t('invite.phone') }} /> : null}
      {view.respondents.length > 1 ? (
        <Field label={t('invite.whom')}>
          <select value={whom?.number} onChange={(e) => choose(Number(e.target.value))}>{view.respondents.map((r) => <option key={r.number} value={r.number}>{`${t(`respondents.nth.${r.number}`)} ${r.name}`}</option>)}</select>
        </Field>
      ) : null}
      <Field label={t('invite.phone')}><input inputMode="tel" value={phone} onChange={(e) => setPhone(e.target.value)} required /></Field>
      <Button htmlType="submit" type="primary" loading={busy}>{t('invite.sendButton')}</Button>
      <p role="status">{sentTo === undefined ? '' : t('invite.sentTo', { phone: sentTo })}</p>
    </form>
  );
}
