import type { Message, RoomView } from '@hejie/rooms/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newRequestId, upload } from '../api/client.js';
import { useMe } from '../api/me.js';
import { day, time, yuan } from '../design/format.js';
import { Failure, Icon, Loaded } from '../design/parts.js';
import { useRoom } from '../realtime/use-room.js';

/** A room: a band that says who can read, the log, and a line to write. */
export function Chat({ roomId }: { roomId: string }) {
  const query = useQuery({ queryKey: ['room', roomId], queryFn: () => api.get<RoomView>(`/rooms/${roomId}`), refetchInterval: 15_000 });
  return <Loaded query={query}>{(room) => <Open room={room} key={room.id} />}</Loaded>;
}

function Open({ room }: { room: RoomView }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const { messages, pending, connected, removed, send } = useRoom(room.id);
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>();
  const list = useRef<HTMLOListElement>(null);
  const myId = me.data?.accountId;
  const who = (id: string) => room.members.find((m) => m.accountId === id);

  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [messages.length, pending.length]);

  // the system's lines tell of what changed beside the log: a proposal, a piece of evidence, the end
  const told = messages.findLast((m) => m.kind === 'system')?.seq;
  useEffect(() => {
    if (told !== undefined) void queries.invalidateQueries({ queryKey: ['session'] });
  }, [told, queries]);

  if (removed) return <div className="card" role="status">{t('room.removed')}</div>;
  const submit = () => {
    if (!text.trim()) return;
    void send({ clientId: newRequestId(), kind: 'text', body: { text: text.trim() } });
    setText('');
  };
  const sendFile = async (file: File) => {
    setError(undefined);
    try {
      const { fileId } = await upload<{ fileId: string }>(`/rooms/${room.id}/files`, file, {});
      await send({ clientId: newRequestId(), kind: 'file', body: { fileId } });
    } catch (e) {
      setError(e);
    }
  };
  return (
    <section aria-label={t(`room.${room.kind}`)}>
      <div className={`band ${room.kind}`}>
        <strong>{t(`room.${room.kind}`)}</strong>
        {' · '}
        <Icon of="lock" />{' '}
        {t('room.readers', { names: room.members.map((m) => (m.accountId === myId ? t('room.you') : `${m.name}（${t(`relation.${m.relation}`)}）`)).join('、') })}
      </div>
      <div className="chat">
        <div aria-live="assertive">{connected ? null : <div className="offline">{t('room.reconnecting')}</div>}</div>
        <ol ref={list} aria-live="polite" tabIndex={0}>
          {messages.length === 0 && pending.length === 0 ? <li className="system">{t('room.empty')}</li> : null}
          {messages.map((m, i) => (
            <Fragment key={m.seq}>
              {i > 0 && day(m.at) === day(messages[i - 1]!.at) ? null : <li className="system">{day(m.at)}</li>}
              <li className={m.kind === 'system' ? 'system' : m.senderId === myId ? 'mine' : ''}>
                {m.kind === 'system' ? <SystemLine message={m} /> : (
                  <>
                    <div className="muted">{m.senderId === myId ? '' : `${who(m.senderId)?.name ?? ''}（${t(`relation.${who(m.senderId)?.relation ?? 'left'}`)}） `}{time(m.at)}</div>
                    <Bubble message={m} roomId={room.id} />
                  </>
                )}
              </li>
            </Fragment>
          ))}
          {pending.map(({ message, state }) => (
            <li key={message.clientId} className="mine">
              <span className="bubble">{message.kind === 'text' ? message.body.text : t('room.file')}</span>
              <div className="muted">{state === 'failed' ? <button className="btn danger" onClick={() => void send(message)}>{t('room.resend')}</button> : t('room.sending')}</div>
            </li>
          ))}
        </ol>
        {error ? <Failure error={error} /> : null}
        <form onSubmit={(e) => { e.preventDefault(); submit(); }}>
          <input type="text" aria-label={t('room.write')} placeholder={t('room.write')} value={text} maxLength={4000} onChange={(e) => setText(e.target.value)} />
          <span className="pick btn plain">
            {t('room.file')}
            <input type="file" aria-label={t('room.attach')} onChange={(e) => e.target.files?.[0] && void sendFile(e.target.files[0])} />
          </span>
          <button className="btn">{t('room.send')}</button>
        </form>
      </div>
    </section>
  );
}

function Bubble({ message, roomId }: { message: Message; roomId: string }) {
  if (message.kind === 'text') return <span className="bubble">{message.body.text}</span>;
  if (message.kind !== 'file') return null;
  const href = `/api/rooms/${roomId}/files/${message.body.fileId}`;
  return (
    <a className="bubble" href={href} target="_blank" rel="noreferrer">
      {message.body.mediaType.startsWith('image/') ? <img src={href} alt={message.body.name} loading="lazy" /> : message.body.name}
    </a>
  );
}

function SystemLine({ message }: { message: Message }) {
  const { t } = useTranslation();
  if (message.kind !== 'system') return null;
  const { code, params } = message.body;
  const total = typeof params['totalFen'] === 'number' ? yuan(params['totalFen']) : '';
  return <>{t(`system.${code}`, { ...params, total, outcome: params['outcome'] ? t(`sessionOutcome.${String(params['outcome'])}`) : '' })} <span>{time(message.at)}</span></>;
}
