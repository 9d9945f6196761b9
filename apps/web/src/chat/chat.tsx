import type { Message, RoomView } from '@hejie/rooms/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.js';
import { Composer } from './composer.js';
import { Finder } from './finder.js';
import { mentionsIn } from './mentions.js';
import { MessageList } from './message-list.js';
import { gist, partOf } from './message-rows.js';
import './chat.css';
import { list } from '../design/format.js';
import { Icon } from '../design/icon.js';
import { Failure, Loaded, Loading } from '../design/parts.js';
import { Explained } from '../design/terms.js';
import type { LiveRoom } from '../realtime/live-room.js';
import { useRoom } from '../realtime/use-room.js';
import { useRoomView } from '../realtime/use-room-view.js';
import { useRoomDraft } from './use-room-draft.js';
import './texts.js';

interface ChatProps {
  readonly roomId: string;
  /** What the room is called where its kind does not say it: of several respondents each has a caucus. */
  readonly title?: string | undefined;
  /** Why one may not write for now. */
  readonly silence?: string | undefined;
  /** Opens the proposal form where there is one. */
  readonly onPropose?: () => void;
}

/** A room: a band that says who can read, the log, and a line to write. */
export function Chat({ roomId, ...more }: ChatProps) {
  const me = useMe();
  const query = useRoomView(roomId);
  const myId = me.data?.accountId;
  return <Loaded query={query}>{(room) => (myId ? <Open room={room} myId={myId} key={room.id} {...more} /> : <Loading />)}</Loaded>;
}

const NONE: readonly Message[] = [];

function Open({ room, myId, title, silence, onPropose }: Omit<ChatProps, 'roomId'> & { room: RoomView; myId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const live = useRoom(room, myId);
  const messages = live?.messages ?? (live?.outbox.items.length ? NONE : undefined);

  // the system's lines tell of what changed beside the log: a proposal, a piece of evidence, the end
  const told = messages?.findLast((m) => m.kind === 'system')?.seq;
  useEffect(() => {
    if (told === undefined) return;
    void queries.invalidateQueries({ queryKey: ['session'] });
    void queries.invalidateQueries({ queryKey: ['room', room.id] });
  }, [told, queries, room.id]);

  const [text, write] = useRoomDraft(room.id, myId);
  const [quoted, setQuoting] = useState<Message>();
  // taken back meanwhile, it is neither shown any more nor answered
  const quoting = quoted && messages?.some((m) => m.seq === quoted.seq && m.kind === 'withdrawn') ? undefined : quoted;
  const [finding, setFinding] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();

  const removed = live?.removed ?? false;
  useEffect(() => {
    if (removed) void queries.invalidateQueries({ queryKey: ['room', room.id] });
  }, [removed, room.id, queries]);
  if (removed) return <div className="card" role="status">{t('room.removed')}</div>;
  const names = list(room.members.map((m) => (m.accountId === myId ? t('room.you') : t('room.member', { name: m.name, relation: t(partOf(room, m.relation)) }))));
  const several = room.members.some((m) => m.relation === 'co_respondent');
  const name = title ?? t(several && room.kind === 'caucus_respondent' ? 'room.caucus_other' : `room.${room.kind}`);
  const readers = t(room.kind !== 'joint' ? 'room.onlyRead' : several ? 'room.allRead' : 'room.bothRead', { names });
  return (
    <section className="room" aria-label={name}>
      <div className={`band ${room.kind}`}>
        <strong><Explained text={name} /></strong>
        <button type="button" className="find" aria-expanded={finding} onClick={() => setFinding(!finding)}><Icon of="search" /> {t('room.find')}</button>
        <span className="readers"><Icon of={room.kind === 'joint' ? 'people' : 'lock'} /> {readers} <Online live={live} room={room} myId={myId} /></span>
      </div>
      {finding && live ? <Finder live={live} room={room} onClose={() => setFinding(false)} /> : null}
      <div aria-live="assertive">{live && !live.connected ? <div className="offline">{t(live.keeps ? 'room.reconnecting' : 'room.reconnectingUnkept')}</div> : null}</div>
      {live && messages ? <MessageList live={live} messages={messages} room={room} myId={myId} acts={room.sealed ? undefined : { quote: setQuoting, withdraw: (seq) => void live.withdraw(seq).then(() => setTrouble(undefined), setTrouble), edit: (again) => write(text ? `${text}\n${again}` : again) }} /> : <div className="log">{live?.error ? <Failure error={live.error} /> : <Loading />}</div>}
      <Newest messages={messages} room={room} myId={myId} />
      {trouble ? <Failure error={trouble} /> : null}
      <Typing live={live} room={room} myId={myId} />
      {room.sealed || silence ? <p className="sealed" role="status"><Icon of="lock" /> {silence ?? t('room.sealed')}</p> : null}
      {room.sealed ? null : (
        // what was being written is still there when one may write again
        <div hidden={silence !== undefined}>
          {quoting ? <div className="quoting"><span>{t('room.quoted', { what: gist(quoting, t) })}</span><button type="button" className="round" aria-label={t('action.cancel')} onClick={() => setQuoting(undefined)}><Icon of="close" /></button></div> : null}
          <Composer caseId={room.caseId} text={text} onWrite={write} silenced={silence !== undefined} readers={readers} onText={(said) => {
            void live?.write(said, { mentions: mentionsIn(said, room.members, myId), ...(quoting ? { quote: quoting.seq } : {}) });
            setQuoting(undefined);
          }} onTyping={() => void live?.sayTyping()} others={room.members.filter((m) => m.accountId !== myId).map((m) => m.name)} onFile={(file, name) => void live?.bring(file, name)} {...(onPropose ? { onPropose } : {})} />
        </div>
      )}
    </section>
  );
}

/** Who else is here at this moment. */
function Online({ live, room, myId }: { live: LiveRoom | undefined; room: RoomView; myId: string }) {
  const { t } = useTranslation();
  const others = (live?.online ?? []).filter((p) => p.accountId !== myId).flatMap((p) => {
    const name = room.members.find((m) => m.accountId === p.accountId)?.name;
    return name ? [p.phone ? t('room.byPhone', { name }) : name] : [];
  });
  return <span className="online">{others.length ? t('room.online', { names: list(others) }) : t('room.alone')}</span>;
}

/** The others who are writing: one's own other window is not somebody. */
function Typing({ live, room, myId }: { live: LiveRoom | undefined; room: RoomView; myId: string }) {
  const { t } = useTranslation();
  const names = (live?.typing ?? []).filter((id) => id !== myId).flatMap((id) => room.members.find((m) => m.accountId === id)?.name ?? []);
  return <div className="typing" aria-hidden="true">{names.length ? t('room.typing', { names: list(names) }) : ''}</div>;
}

/** Says what came in to whoever listens instead of looks; only what came since the room was opened. */
function Newest({ messages, room, myId }: { messages: readonly Message[] | undefined; room: RoomView; myId: string }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState<number>();
  useEffect(() => {
    if (messages && from === undefined) setFrom(messages.at(-1)?.seq ?? 0);
  }, [messages, from]);
  const last = messages?.at(-1);
  const name = room.members.find((m) => m.accountId === last?.senderId)?.name ?? '';
  const heard = last && from !== undefined && last.seq > from && last.senderId !== myId;
  const what = last?.kind === 'text' ? last.body.text : last?.kind === 'file' ? last.body.name : '';
  return <div className="visually-hidden" aria-live="polite">{heard && what ? t('room.heard', { name, what }) : ''}</div>;
}
