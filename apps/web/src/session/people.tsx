import type { SessionView } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';
import { partyName } from '../respondents/party-name.js';

type Participant = SessionView['participants'][number];
interface Props {
  readonly session: SessionView;
  readonly act: (path: string, body?: unknown) => void;
}

/** Who takes part and where they are; the mediator admits, moves and mutes. */
export function People({ session, act }: Props) {
  const { t } = useTranslation();
  const conducting = session.mySide === 'mediator' && session.status === 'open';
  return (
    <section className="card">
      <h2>{t('session.people')}</h2>
      <ul className="list">
        {inOrder(session).map((p) => (
          <li key={p.accountId}>
            <div className="row">
              <strong>{p.name}</strong> <span className="muted">{partyName(p.respondent ?? p.side, session.respondents, true)}</span>
              {p.side === 'mediator' ? null : <span className={p.consented ? 'tag ok' : 'tag due'}>{t(p.consented ? 'session.consented' : 'session.notConsented')}</span>}
              {session.status === 'scheduled' && p.arrived ? <span className="tag ok">{t('people.arrived')}</span> : null}
              {session.status === 'open' ? <span className={p.place === 'waiting' && p.arrived ? 'tag due' : 'tag'}>{t(`place.${p.place}`)}</span> : null}
              {p.muted ? <span className="tag bad">{t('people.muted')}</span> : null}
            </div>
            {conducting && p.side !== 'mediator' && p.consented ? <Hand session={session} act={act} participant={p} /> : null}
          </li>
        ))}
      </ul>
      {session.mySide === 'mediator' && session.status === 'scheduled' ? <button className="btn big" onClick={() => act(`/sessions/${session.id}/open`)}>{t('session.openButton')}</button> : null}
    </section>
  );
}

/** Of several respondents those of one stand together. */
function inOrder({ participants, respondents = [] }: SessionView): Participant[] {
  const at = (p: Participant) => (p.side === 'respondent' ? respondents.findIndex((r) => r.key === (p.respondent ?? 'respondent')) : -1);
  return [...participants].sort((a, b) => (a.side === b.side ? at(a) - at(b) : 0));
}

/** The mediator's hand on one participant. */
function Hand({ session, act, participant: p }: Props & { participant: Participant }) {
  const { t } = useTranslation();
  return (
    <div className="row">
      {(['joint', 'caucus', 'waiting'] as const).filter((to) => to !== p.place).map((to) => (
        <button key={to} className="btn plain" onClick={() => act(`/sessions/${session.id}/place`, { accountId: p.accountId, to })}>{t(`session.moveTo.${to}`, { name: p.name })}</button>
      ))}
      {p.place === 'joint' || p.muted ? (
        <button className="btn plain" onClick={() => act(`/sessions/${session.id}/mute`, { accountId: p.accountId, muted: !p.muted })}>{t(p.muted ? 'people.unmute' : 'people.mute', { name: p.name })}</button>
      ) : null}
    </div>
  );
}
