import type { SessionView } from '@hejie/mediation/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { DayTimeField, instantOf } from '../design/day-time-field.js';
import { dayTime } from '../design/format.js';
import { Failure, Field, Loaded } from '../design/parts.js';
import { Absent, Floor, LazyCall, People, Rules, SealedLog, useArrive, useSessionNews, WaitingRoom } from './index.js';
import { Chat } from '../chat/chat.js';
import { EvidencePanel } from '../evidence/evidence-panel.js';
import { partyName } from '../respondents/party-name.js';
import { LeftBehind } from './left-behind.js';
import { Proposals, ProposalWaits, toProposals } from './proposals.js';
import '../case/texts.js';
import '../chat/texts.js';
import './texts.js';

/** A mediation session: rules at the door, rooms, proposals; the mediator's controls for the mediator. */
export function SessionPage() {
  const { id } = useParams<{ id: string }>();
  const query = useQuery({ queryKey: ['session', id], queryFn: () => api.get<SessionView>(`/sessions/${id}`), refetchInterval: 4000 });
  return <main className="wide"><Loaded query={query}>{(session) => <Session session={session} />}</Loaded></main>;
}

function Session({ session }: { session: SessionView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const act = (path: string, body: unknown = {}) => {
    setError(undefined);
    api.post<SessionView>(path, body).then((s) => {
      queries.setQueryData(['session', session.id], s);
      return queries.invalidateQueries();
    }, setError);
  };
  const mediator = session.mySide === 'mediator';
  const account = useMe().data?.accountId;
  useArrive(session, account);
  useSessionNews(session.id);
  // who acts by a letter of authority, or was elected after it was arranged, has no seat: they see and answer proposals
  const seated = session.participants.some((p) => p.accountId === account);
  const consented = mediator || (session.participants.find((p) => p.accountId === account)?.consented ?? false);
  return (
    <>
      <p><Link href={`/cases/${session.caseId}`}>← {session.caseNumber}</Link></p>
      <div className="row"><h1>{t('session.title')}</h1><span className="tag">{t(`sessionStatus.${session.status}`)}</span><span className="muted">{dayTime(session.startsAt)}</span></div>
      {error ? <Failure error={error} /> : null}
      <div className="cols">
        <div>
          {seated && !consented && (session.status === 'scheduled' || session.status === 'open') ? <Rules onConsent={(body) => act(`/sessions/${session.id}/consent`, body)} /> : null}
          <Absent session={session} act={act} />
          {!seated && session.mySide ? <NoSeat /> : null}
          {consented && (session.status === 'open' || session.status === 'closed') ? <RoomTabs session={session} act={act} /> : null}
          {consented && session.status === 'scheduled' && !mediator ? <WaitingRoom session={session} accountId={account} /> : null}
        </div>
        <div>
          {session.agreementId ? <Link className="btn big" href={`/agreements/${session.agreementId}`}>{t('case.openAgreement')}</Link> : null}
          {(session.status === 'closed' || (mediator && session.status === 'open')) && session.mySide ? <Link className="btn plain big" href={`/sessions/${session.id}/minutes`}>{t('minutes.open')}</Link> : null}
          {session.status === 'closed' && session.mySide ? <SealedLog sessionId={session.id} /> : null}
          {/* what one may answer comes before who is there; the mediator first sees to the people */}
          {mediator ? <People session={session} act={act} /> : null}
          <Disclosure session={session} act={act} />
          {session.status === 'open' && session.mySide ? <Proposals session={session} /> : null}
          {mediator ? null : <People session={session} act={act} />}
          {mediator && session.status === 'open' ? <EvidencePanel caseId={session.caseId} visibility="shared" onPresent={(evidenceId) => act(`/sessions/${session.id}/evidence`, { evidenceId })} /> : null}
          {mediator && (session.status === 'open' || session.status === 'scheduled') ? <CloseForm session={session} act={act} /> : null}
        </div>
      </div>
    </>
  );
}

function NoSeat() {
  const { t } = useTranslation();
  return <section className="card next"><h2>{t('session.noSeat')}</h2><p>{t('session.noSeatHint')}</p></section>;
}

type Act = (path: string, body?: unknown) => void;

function RoomTabs({ session, act }: { session: SessionView; act: Act }) {
  const { t } = useTranslation();
  const account = useMe().data?.accountId;
  const me = session.participants.find((p) => p.accountId === account);
  const place = me?.place;
  const here = session.mySide === 'mediator' || session.status === 'closed' || place === 'waiting' ? undefined : place;
  const rooms = session.status === 'closed' ? session.rooms.filter((r) => r.kind === 'joint') : session.rooms;
  const [chosen, setChosen] = useState(rooms[0]?.id);
  // a party is where the mediator has placed them; only the mediator chooses
  const current = here === 'caucus' ? rooms.find((r) => r.kind !== 'joint') : here === 'joint' ? rooms.find((r) => r.kind === 'joint') : rooms.find((r) => r.id === chosen) ?? rooms[0];
  if (!current || (here === undefined && session.mySide !== 'mediator' && session.status === 'open')) return <><WaitingRoom session={session} accountId={account} /><LeftBehind session={session} roomId={undefined} accountId={account} /></>;
  // of several respondents each has a caucus
  const titleOf = (r: SessionView['rooms'][number]) => (session.respondents && r.kind === 'caucus_respondent' ? t('respondents.caucus', { nth: partyName(r.respondent ?? 'respondent', session.respondents) }) : undefined);
  const muted = current.kind === 'joint' && (me?.muted ?? false);
  const silenced = session.status === 'open' && session.mySide !== 'mediator' && (muted || current.locked);
  return (
    <>
      {session.mySide === 'mediator' && rooms.length > 1 ? (
        <div className="tabs" role="tablist">
          {rooms.map((r) => <button key={r.id} role="tab" aria-selected={r.id === current.id} onClick={() => setChosen(r.id)}>{titleOf(r) ?? t(`room.${r.kind}`)}</button>)}
        </div>
      ) : null}
      <ProposalWaits session={session} />
      <LeftBehind session={session} roomId={current.id} accountId={account} />
      <Floor session={session} roomId={current.id} act={act} />
      <LazyCall session={session} roomId={current.id} silenced={muted || (current.locked && session.mySide !== 'mediator')} />
      <Chat roomId={current.id} key={current.id} title={titleOf(current)} silence={silenced ? t(muted ? 'floor.youMuted' : 'floor.youLocked') : undefined} {...(session.status === 'open' && session.mySide ? { onPropose: toProposals } : {})} />
    </>
  );
}

/** What the mediator says of kinship or interest; parties read it before they go on. */
function Disclosure({ session, act }: { session: SessionView; act: Act }) {
  const { t } = useTranslation();
  const [statement, setStatement] = useState('');
  if (session.disclosure) return <section className="card"><h2>{t('disclosure.title')}</h2><p>{session.disclosure}</p></section>;
  if (session.mySide !== 'mediator' || (session.status !== 'scheduled' && session.status !== 'open')) return null;
  return (
    <section className="card">
      <h2>{t('disclosure.title')}</h2>
      <form onSubmit={(e) => { e.preventDefault(); act(`/sessions/${session.id}/disclosure`, { statement }); }}>
        <Field label={t('disclosure.statement')} hint={t('disclosure.hint')}><textarea value={statement} onChange={(e) => setStatement(e.target.value)} required /></Field>
        <button className="btn plain">{t('disclosure.send')}</button>
      </form>
    </section>
  );
}

function CloseForm({ session, act }: { session: SessionView; act: Act }) {
  const { t } = useTranslation();
  const [undisputedFacts, setFacts] = useState('');
  const [next, setNext] = useState('');
  const agreed = session.proposals.some((p) => p.state === 'accepted');
  const close = (outcome: string) =>
    act(`/sessions/${session.id}/close`, {
      outcome,
      ...(undisputedFacts ? { undisputedFacts } : {}),
      ...(outcome === 'adjourned' && next ? { nextStartsAt: instantOf(next) } : {}),
    });
  return (
    <section className="card">
      <h2>{t('session.close')}</h2>
      {agreed ? <button className="btn" onClick={() => close('agreed')}>{t('session.closeAgreed')}</button> : (
        <>
          <Field label={t('session.undisputed')} hint={t('session.undisputedHint')}><textarea value={undisputedFacts} onChange={(e) => setFacts(e.target.value)} /></Field>
          <DayTimeField label={t('session.next')} hint={t('field.optional')} value={next} onChange={setNext} />
          <div className="row">
            <button className="btn plain" onClick={() => close('adjourned')}>{t('session.closeAdjourned')}</button>
            <button className="btn danger" onClick={() => close('failed')}>{t('session.closeFailed')}</button>
          </div>
        </>
      )}
    </section>
  );
}
