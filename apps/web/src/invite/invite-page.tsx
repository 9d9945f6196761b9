import type { InvitationView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { day } from '../design/format.js';
import { Failure, Field, Loaded } from '../design/parts.js';
import './texts.js';

/** What the employer's representative meets behind the SMS link. */
export function InvitePage() {
  const { t } = useTranslation();
  const { token } = useParams<{ token: string }>();
  const me = useMe();
  const [, go] = useLocation();
  const [representativeName, setName] = useState('');
  const [position, setPosition] = useState('');
  const [error, setError] = useState<unknown>();
  const query = useQuery({ queryKey: ['invitation', token], queryFn: () => api.get<InvitationView>(`/invitations/${token}`) });
  const accept = async () => go(`/cases/${(await api.post<{ caseId: string }>(`/invitations/${token}/accept`, { representativeName, position })).caseId}`);
  return (
    <main>
      <Loaded query={query}>
        {(i) => (
          <>
            <h1>{t('invite.title', { employer: i.employerName })}</h1>
            <p>{t('invite.lead', { organisation: i.organisation })}</p>
            <p className="muted">{t('invite.doubt')}</p>
            {i.accepted ? null : <p className="muted">{t('invite.until', { day: day(i.lastDay) })}</p>}
            {error ? <Failure error={error} /> : null}
            {me.data ? (
              <form className="card" onSubmit={(e) => { e.preventDefault(); setError(undefined); accept().catch(setError); }}>
                <h2>{t('invite.who')}</h2>
                <Field label={t('invite.name')}><input autoComplete="name" value={representativeName} onChange={(e) => setName(e.target.value)} required /></Field>
                <Field label={t('invite.position')}><input value={position} onChange={(e) => setPosition(e.target.value)} required /></Field>
                <button className="btn">{t('invite.confirm', { employer: i.employerName })}</button>
              </form>
            ) : <Link className="btn big" href={`/sign-in?next=${encodeURIComponent(`/i/${token}`)}`}>{t('invite.signIn')}</Link>}
          </>
        )}
      </Loaded>
    </main>
  );
}
