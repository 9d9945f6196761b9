import type { MinutesView, SessionView } from '@hejie/mediation/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { api } from '../../api/client.js';
import { Failure, Loaded } from '../../design/parts.js';
import '../index.js';
import { MinutesForm } from './minutes-form.js';
import { MinutesVersion } from './minutes-version.js';

/** The minutes of a session: written by the mediator, read and confirmed by both sides. */
export function MinutesPage() {
  const { id } = useParams<{ id: string }>();
  const session = useQuery({ queryKey: ['session', id], queryFn: () => api.get<SessionView>(`/sessions/${id}`) });
  const minutes = useQuery({ queryKey: ['minutes', id], queryFn: () => api.get<{ items: MinutesView[] }>(`/sessions/${id}/minutes`), refetchInterval: 10_000 });
  return <main><Loaded query={session}>{(s) => <Loaded query={minutes}>{({ items }) => <Minutes session={s} versions={items} />}</Loaded>}</Loaded></main>;
}

function Minutes({ session, versions }: { session: SessionView; versions: readonly MinutesView[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [writing, setWriting] = useState(false);
  const act = (work: () => Promise<unknown>) => {
    setError(undefined);
    return work().then(() => queries.invalidateQueries({ queryKey: ['minutes', session.id] }), setError);
  };
  const [newest] = versions;
  const mediator = session.mySide === 'mediator';
  const mayWrite = mediator && (session.status === 'open' || session.status === 'closed') && newest?.status !== 'final';
  const objected = newest?.answers.some((a) => a.answer === 'objected') ?? false;
  const form = mayWrite && (!newest || newest.status === 'draft' || writing);
  return (
    <>
      <p><Link href={`/sessions/${session.id}`}>← {t('session.title')}</Link></p>
      <h1>{t('minutes.title')}</h1>
      {error ? <Failure error={error} /> : null}
      {versions.length === 0 && !mediator ? <div className="card">{t('minutes.none')}</div> : null}
      {form ? (
        <MinutesForm
          session={session}
          start={newest?.content}
          saved={newest?.status === 'draft'}
          onSave={(body) => act(() => api.put(`/sessions/${session.id}/minutes`, body)).then(() => setWriting(false))}
          onPresent={() => void act(() => api.post(`/sessions/${session.id}/minutes/present`))}
        />
      ) : null}
      {versions.filter((v) => v.status !== 'draft').map((v) => <MinutesVersion key={v.id} minutes={v} respondents={session.respondents} act={act} mediator={mediator} />)}
      {mayWrite && !form ? <button className={objected ? 'btn big' : 'btn plain'} onClick={() => setWriting(true)}>{t('minutes.rewrite')}</button> : null}
    </>
  );
}
