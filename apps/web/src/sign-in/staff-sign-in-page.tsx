import type { Me } from '@hejie/identity/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { api } from '../api/client.js';
import { useEntering } from '../api/use-entering.js';
import { Failure, Field } from '../design/parts.js';
import { safeNext } from './safe-next.js';
import { OidcButton } from './staff-oidc.js';
import './texts.js';

export function StaffSignInPage() {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [challengeId, setChallenge] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [search] = useSearchParams();
  const enter = useEntering();
  const next = safeNext(search.get('next'), '/desk');
  const submit = async () => {
    if (!challengeId) return setChallenge((await api.post<{ challengeId: string }>('/auth/staff/sessions', { username, password })).challengeId);
    await enter(await api.post<Me>('/auth/staff/sessions/totp', { challengeId, code }), next);
  };
  return (
    <main>
      <h1>{t('staff.title')}</h1>
      {error ? <Failure error={error} /> : null}
      <form className="card" onSubmit={(e) => { e.preventDefault(); setError(undefined); submit().catch(setError); }}>
        {challengeId ? (
          <Field label={t('staff.totp')} hint={t('staff.totpHint')}>
            <input inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(e) => setCode(e.target.value)} required />
          </Field>
        ) : (
          <>
            <Field label={t('staff.username')}><input autoComplete="username" value={username} onChange={(e) => setUsername(e.target.value)} required /></Field>
            <Field label={t('staff.password')}><input type="password" autoComplete="current-password" value={password} onChange={(e) => setPassword(e.target.value)} required /></Field>
          </>
        )}
        <button className="btn">{t(challengeId ? 'signIn.enter' : 'action.next')}</button>
      </form>
      {/* a challenge that has run out, or another's name, is begun again */}
      {challengeId ? <button className="btn plain" onClick={() => { setChallenge(undefined); setCode(''); setError(undefined); }}>{t('staff.again')}</button> : <><p className="muted">{t('staff.lost')}</p><OidcButton next={next} onError={setError} /></>}
    </main>
  );
}
