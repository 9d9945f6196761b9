import type { Me } from '@hejie/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { api, keepToken } from '../api/client.js';
import { Failure, Field } from '../design/parts.js';
import { resetRealtime } from '../realtime/socket.js';
import { safeNext } from './safe-next.js';

export function StaffSignInPage() {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [challengeId, setChallenge] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const submit = async () => {
    if (!challengeId) return setChallenge((await api.post<{ challengeId: string }>('/auth/staff/sessions', { username, password })).challengeId);
    const me = await api.post<Me>('/auth/staff/sessions/totp', { challengeId, code });
    keepToken(me.csrfToken);
    await resetRealtime();
    queries.setQueryData(['me'], me);
    go(safeNext(search.get('next'), '/desk'));
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
    </main>
  );
}
