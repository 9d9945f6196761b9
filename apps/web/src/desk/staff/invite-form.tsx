import type { InviteStaff, SetUpLink as Link } from '@hejie/identity/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure, Field } from '../../design/parts.js';
import { DeskIcon } from '../icons.js';
import { chosenPlaces, RoleFields, type Place } from './role-fields.js';
import { SetUpLink } from './set-up-link.js';

/** An account for somebody new, and the link they set it up by. */
export function InviteForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { submit, busy, error } = useSubmit(({ requestId: _, ...body }: InviteStaff & { requestId: string }) => api.post<Link>('/staff', body));
  const [form, setForm] = useState({ name: '', username: '', phone: '', email: '' });
  const [places, setPlaces] = useState<Place[]>([{ role: 'mediator', organisationId: null }]);
  const [link, setLink] = useState<Link>();
  const chosen = chosenPlaces(places);
  const send = async () => {
    if (!chosen) return;
    const { name, username, phone, email } = form;
    setLink(await submit({ name, username, places: chosen, ...(phone ? { phone } : {}), ...(email ? { email } : {}) }));
  };
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  return (
    <div className="case">
      <header className="case-head">
        <h1>{t('staffDesk.invite')}</h1>
        <Button type="text" icon={<DeskIcon of="close" />} onClick={close} aria-label={t('staffDesk.close')} />
      </header>
      {link ? <SetUpLink link={link} name={form.name} done={() => go(`/desk/staff/${link.accountId}`)} /> : (
        <form className="card" onSubmit={(e) => { e.preventDefault(); void send(); }}>
          {error ? <Failure error={error} labels={{ name: t('staffDesk.name'), username: t('staffDesk.username'), phone: t('staffDesk.phone'), email: t('staffDesk.email') }} /> : null}
          <Field label={t('staffDesk.name')}><input value={form.name} onChange={(e) => set({ name: e.target.value })} required maxLength={50} autoComplete="off" /></Field>
          <Field label={t('staffDesk.username')} hint={t('staffDesk.usernameHint')}><input value={form.username} onChange={(e) => set({ username: e.target.value.toLowerCase() })} required pattern="[a-z0-9][a-z0-9._\-]{1,63}" autoComplete="off" autoCapitalize="none" /></Field>
          <RoleFields value={places} onChange={setPlaces} />
          <Field label={t('staffDesk.phone')} hint={t('staffDesk.phoneHint')}><input inputMode="tel" value={form.phone} onChange={(e) => set({ phone: e.target.value })} autoComplete="off" /></Field>
          <Field label={t('staffDesk.email')} hint={t('staffDesk.emailHint')}><input type="email" value={form.email} onChange={(e) => set({ email: e.target.value })} maxLength={200} autoComplete="off" /></Field>
          <Button htmlType="submit" type="primary" loading={busy} disabled={!chosen}>{t('staffDesk.makeAccount')}</Button>
        </form>
      )}
    </div>
  );
}
