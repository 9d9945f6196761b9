import { PASSWORD_MIN, type Me, type SetUpView } from '@hejie/identity/contract';
import { useQuery } from '@tanstack/react-query';
import { QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useEntering } from '../api/use-entering.js';
import { Failure, Field, Loaded } from '../design/parts.js';
import './texts.js';

/** Where a member of staff who was invited, or lost the authenticator, chooses password and authenticator. */
export function SetUpPage() {
  const { t } = useTranslation();
  const [token] = useState(() => location.hash.slice(1));
  const query = useQuery({ queryKey: ['set-up', token], queryFn: () => api.post<SetUpView>('/auth/staff/set-ups/look', { token }), retry: false, staleTime: Infinity });
  return (
    <main>
      <h1>{t('setUp.title')}</h1>
      <Loaded query={query}>{(view) => <SetUp token={token} view={view} />}</Loaded>
    </main>
  );
}

function SetUp({ token, view }: { token: string; view: SetUpView }) {
  const { t } = useTranslation();
  const enter = useEntering();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await enter(await api.post<Me>('/auth/staff/set-ups', { token, password, code }), '/desk');
    } catch (e) {
      setError(e);
      setBusy(false);
    }
  };
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <p>{t('setUp.hello', { name: view.name })}</p>
      {error ? <Failure error={error} /> : null}
      <Field label={t('staff.username')}><input value={view.username} readOnly autoComplete="username" /></Field>
      <Field label={t('setUp.password')} hint={t('setUp.passwordHint', { min: PASSWORD_MIN })}>
        <input type="password" autoComplete="new-password" minLength={PASSWORD_MIN} maxLength={200} value={password} onChange={(e) => setPassword(e.target.value)} required />
      </Field>
      <h2>{t('setUp.authenticator')}</h2>
      <p>{t('setUp.scan')}</p>
      {/* who cannot see it has the key below */}
      <div aria-hidden="true"><QRCode value={view.authenticator} type="svg" color="#000" bgColor="#fff" size={184} /></div>
      <details><summary>{t('setUp.byHand')}</summary><p><code className="secret">{view.secret.match(/.{1,4}/g)?.join(' ')}</code></p></details>
      <Field label={t('staff.totp')} hint={t('staff.totpHint')}>
        <input inputMode="numeric" autoComplete="one-time-code" maxLength={6} pattern="\d{6}" value={code} onChange={(e) => setCode(e.target.value)} required />
      </Field>
      <button className="btn" disabled={busy}>{t('setUp.finish')}</button>
    </form>
  );
}
