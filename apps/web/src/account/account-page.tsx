import type { SessionsView } from '@hejie/identity/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { dayTime } from '../design/format.js';
import { Failure, Loaded } from '../design/parts.js';
import { ChangePhone } from './change-phone.js';
import { deviceOf } from './device-of.js';
import './texts.js';

type Device = SessionsView['items'][number];

/** Who one is here: the phone one signs in with, and the devices that are signed in. */
export function AccountPage() {
  const { t } = useTranslation();
  const me = useMe().data;
  return (
    <main>
      <h1>{t('account.title')}</h1>
      <section className="card">
        <h2>{me?.name || t('account.noName')}</h2>
        {me?.phoneMasked ? <ChangePhone present={me.phoneMasked} /> : null}
      </section>
      <section className="card" aria-labelledby="devices">
        <h2 id="devices">{t('account.devices')}</h2>
        <p className="muted">{t('account.devicesHint')}</p>
        <Devices />
      </section>
    </main>
  );
}

function Devices() {
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['devices'], queryFn: () => api.get<SessionsView>('/auth/sessions') });
  const [error, setError] = useState<unknown>();
  const signOut = (id: string) => {
    setError(undefined);
    api.delete(`/auth/sessions/${id}`).then(() => queries.invalidateQueries({ queryKey: ['devices'] }), setError);
  };
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <Loaded query={query}>{({ items }) => <ul className="list">{items.map((d) => <DeviceRow key={d.id} device={d} signOut={() => signOut(d.id)} />)}</ul>}</Loaded>
    </>
  );
}

function DeviceRow({ device, signOut }: { device: Device; signOut: () => void }) {
  const { t } = useTranslation();
  const { system, browser } = deviceOf(device.userAgent);
  const name = [system ?? t('account.unknownDevice'), browser].filter(Boolean).join(' · ');
  return (
    <li>
      <div className="row"><strong>{name}</strong>{device.current ? <span className="tag">{t('account.thisDevice')}</span> : null}</div>
      <div className="muted">{t('account.lastSeen', { time: dayTime(device.lastSeenAt) })}</div>
      {device.current ? null : <button className="btn plain" onClick={signOut} aria-label={t('account.signOutDevice', { name })}>{t('account.signOut')}</button>}
    </li>
  );
}
