import type { SessionView } from '@hejie/mediation/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inShort } from '../chat/message-rows.js';
import { partyName } from '../respondents/party-name.js';
import { UnsentStore } from '../realtime/unsent-store.js';

const EVERY_MS = 3000;
/** What was written so lately is on its way. */
const FRESH_MS = 3000;

interface Props {
  readonly session: SessionView;
  /** The room one is in now; none for who waits. */
  readonly roomId: string | undefined;
  readonly accountId: string | undefined;
}

/** What somebody wrote in a room of this session in which they are no longer, and which did not get out in time: it goes to no other room. */
export function LeftBehind({ session, roomId, accountId }: Props) {
  const { t } = useTranslation();
  const rooms = session.rooms.filter((r) => r.id !== roomId);
  const left = useQuery({
    queryKey: ['left-behind', accountId, rooms.map((r) => r.id)],
    enabled: accountId !== undefined,
    refetchInterval: EVERY_MS,
    queryFn: async () => {
      const all = await Promise.all(rooms.map(async (room) => (await new UnsentStore(accountId!, room.id).all()).map((unsent) => ({ room, unsent }))));
      return all.flat().filter(({ unsent }) => Date.now() - Date.parse(unsent.at) > FRESH_MS);
    },
  });
  const waiting = left.data ?? [];
  if (waiting.length === 0) return null;
  const nameOf = (r: SessionView['rooms'][number]) => (session.respondents && r.kind === 'caucus_respondent' ? t('respondents.caucus', { nth: partyName(r.respondent ?? 'respondent', session.respondents) }) : t(`room.${r.kind}`));
  return (
    <section className="card" role="status">
      <h2>{t('leftBehind.title')}</h2>
      <p>{t(session.status === 'open' ? 'leftBehind.open' : 'leftBehind.over')}</p>
      <ul className="list">
        {waiting.map(({ room, unsent }) => (
          <li key={unsent.clientId} className="row">
            <span>{t('leftBehind.in', { room: nameOf(room), what: unsent.kind === 'text' ? inShort(unsent.text) : unsent.name })}</span>
            <button type="button" className="btn plain" onClick={() => void new UnsentStore(accountId!, room.id).remove(unsent.clientId).then(() => left.refetch())}>{t('room.discard')}</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
