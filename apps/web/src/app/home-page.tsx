import type { CaseSummary } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { useSameRequest } from '../api/same-request.js';
import { Failure } from '../design/parts.js';

export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const [, go] = useLocation();
  const request = useSameRequest();
  const [error, setError] = useState<unknown>();
  const person = me.data?.roles.includes('person') ?? false;
  const drafts = useQuery({ queryKey: ['latest-draft', me.data?.accountId], queryFn: () => api.get<{ items: CaseSummary[] }>('/cases?status=draft&limit=1'), enabled: person, staleTime: 0 });
  const latest = drafts.data?.items[0];
  const start = async () => {
    if (!me.data) return go('/sign-in?next=/');
    try {
      go(`/file/${(await request.send<{ id: string }>('/cases')).id}`);
    } catch (e) {
      setError(e);
    }
  };
  return (
    <main>
      <h1>{t('home.title')}</h1>
      <p>{t('home.lead')}</p>
      {error ? <Failure error={error} /> : null}
      {latest ? <Link className="btn big" href={`/file/${latest.id}`}>{t('home.goOn')}</Link> : null}
      <button className={latest ? 'btn plain big' : 'btn big'} disabled={person && drafts.isPending} onClick={() => void start()}>{t(latest ? 'home.another' : 'home.file')}</button>
      <Link className="btn plain big" href="/rights">{t('home.rights')}</Link>
      <div className="pair">
        <Link className="btn plain big" href="/cases">{t('home.cases')}</Link>
        <Link className="btn plain big" href="/verify">{t('home.verify')}</Link>
      </div>
      <div className="card">
        <h2>{t('home.howTitle')}</h2>
        <ol className="list">{['home.how1', 'home.how2', 'home.how3', 'home.how4'].map((k) => <li key={k}>{t(k)}</li>)}</ol>
      </div>
      <p className="row"><a className="btn plain" href="tel:12351">{t('home.hotline')}</a> <Link href="/desk/sign-in">{t('home.staff')}</Link></p>
    </main>
  );
}
