import type { Me, OidcAttemptView, StaffWays } from '@hejie/identity/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { useEntering } from '../api/use-entering.js';
import { Failure, Loading } from '../design/parts.js';
import { safeNext } from './safe-next.js';
import './texts.js';

/** Where to go after the way to the provider and back. */
const NEXT_KEY = 'hejie.oidc.next';

/** The way to the organisation's own sign-in, where one is configured. */
export function OidcButton({ next, onError }: { next: string; onError: (error: unknown) => void }) {
  const { t } = useTranslation();
  const ways = useQuery({ queryKey: ['staff-ways'], queryFn: () => api.get<StaffWays>('/auth/staff/ways') });
  const leave = async () => {
    const { url } = await api.post<OidcAttemptView>('/auth/staff/oidc/attempts');
    sessionStorage.setItem(NEXT_KEY, next);
    location.assign(url);
  };
  if (!ways.data?.oidc) return null;
  return <button className="btn plain" onClick={() => void leave().catch(onError)}>{t('staff.oidc')}</button>;
}

/** The page the provider sends the browser back to. */
export function OidcReturnPage() {
  const { t } = useTranslation();
  const known = useMe().isFetched; // somebody signed in already needs their token for the request below
  const enter = useEntering();
  const [error, setError] = useState<unknown>();
  const asked = useRef(false);
  useEffect(() => {
    if (!known || asked.current) return;
    asked.current = true; // an answer of the provider works once
    api
      .post<Me>('/auth/staff/oidc/sessions', { parameters: location.search.slice(1) || '-' })
      .then((me) => enter(me, safeNext(sessionStorage.getItem(NEXT_KEY), '/desk')))
      .catch(setError);
  }, [known, enter]);
  return (
    <main>
      <h1>{t('staff.title')}</h1>
      {error ? <><Failure error={error} /><Link className="btn" href="/desk/sign-in">{t('staff.again')}</Link></> : <Loading />}
    </main>
  );
}
