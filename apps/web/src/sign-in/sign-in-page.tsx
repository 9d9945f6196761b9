import type { Me } from '@hejie/identity/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { api, ApiProblem } from '../api/client.js';
import { useEntering } from '../api/use-entering.js';
import { Failure, Field } from '../design/parts.js';
import { safeNext } from './safe-next.js';
import './texts.js';

export function SignInPage() {
  const { t } = useTranslation();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const [wait, setWait] = useState(0);
  const [error, setError] = useState<unknown>();
  const [search] = useSearchParams();
  const enter = useEntering();
  // the development gateway's page, which is not there on a real installation
  const dev = useQuery({ queryKey: ['dev-there'], queryFn: () => api.get('/dev/messages').then(() => true), enabled: sent, retry: false });

  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  const attempt = (act: () => Promise<void>) => {
    setError(undefined);
    act().catch(setError);
  };
  const ask = async () => {
    try {
      const { resendAfter } = await api.post<{ resendAfter: number }>('/auth/codes', { phone });
      setWait(resendAfter);
    } catch (refused) {
      // one was sent lately, by whoever asked: it can be entered
      if (!(refused instanceof ApiProblem) || !['CODE_TOO_SOON', 'CODE_TOO_OFTEN'].includes(refused.code)) throw refused;
      setWait(Math.ceil(Number(refused.body['retryAfter'] ?? 0)));
      setError(refused);
    }
    setSent(true);
  };
  const signIn = async () => {
    await enter(await api.post<Me>('/auth/sessions', { phone, code }), safeNext(search.get('next'), '/cases'));
  };

  return (
    <main>
      <h1>{t('signIn.title')}</h1>
      <p>{t('signIn.lead')}</p>
      {error ? <Failure error={error} /> : null}
      <form className="card" onSubmit={(e) => { e.preventDefault(); attempt(sent ? signIn : ask); }}>
        <Field label={t('signIn.phone')}>
          <input inputMode="tel" autoComplete="tel" value={phone} onChange={(e) => setPhone(e.target.value)} required />
        </Field>
        {sent ? (
          <Field label={t('signIn.code')} hint={t('signIn.codeHint')}>
            <input inputMode="numeric" autoComplete="one-time-code" pattern="\d{6}(\d{2})?" maxLength={8} value={code} onChange={(e) => setCode(e.target.value)} required />
          </Field>
        ) : null}
        <div className="row">
          {sent ? <button className="btn" disabled={code.length !== 6}>{t('signIn.enter')}</button> : null}
          <button type="button" className={sent ? 'btn plain' : 'btn'} disabled={wait > 0 || phone.length < 7} onClick={() => attempt(ask)}>
            {wait > 0 ? (wait > 120 ? t('signIn.resendInMinutes', { minutes: Math.ceil(wait / 60) }) : t('signIn.resendIn', { seconds: wait })) : t(sent ? 'signIn.resend' : 'signIn.getCode')}
          </button>
        </div>
      </form>
      <p className="muted">{t('signIn.privacy')}</p>
      {sent && dev.data ? <p><Link href="/dev/messages" target="_blank">{t('dev.link')}</Link></p> : null}
    </main>
  );
}
