import type { Message, RoomView } from '@hejie/rooms/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, today, yearsFromNow } from '../design/date-field.js';
import { dayTime } from '../design/format.js';
import { Failure } from '../design/parts.js';
import type { LiveRoom } from '../realtime/live-room.js';
import { gist } from './message-rows.js';

/** Looks for words in the room, or goes to a day. */
export function Finder({ live, room, onClose }: { live: LiveRoom; room: RoomView; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const found = useQuery({ queryKey: ['room-search', room.id, words], queryFn: () => live.find(words), enabled: words !== '' });
  const show = (place: Parameters<LiveRoom['goTo']>[0]) => {
    void live.goTo(place);
    onClose();
  };
  return (
    <section className="tray finder" aria-label={t('room.find')}>
      <form className="row" onSubmit={(e) => { e.preventDefault(); setWords(typed.trim()); }}>
        <label className="field">{t('room.findWords')}<input type="search" value={typed} maxLength={100} onChange={(e) => setTyped(e.target.value)} /></label>
        <button className="btn">{t('room.find')}</button>
      </form>
      <DateField label={t('room.goToDay')} value="" years={yearsFromNow(-5)} max={today()} onChange={(date) => date && show({ at: new Date(`${date}T00:00:00+08:00`).toISOString() })} />
      {found.error ? <Failure error={found.error} /> : null}
      <div role="status">{found.data ? t('room.found', { count: found.data.length }) : ''}</div>
      <ul>{found.data?.map((message) => <li key={message.seq}><Hit message={message} room={room} onShow={() => show({ seq: message.seq })} /></li>)}</ul>
    </section>
  );
}

function Hit({ message, room, onShow }: { message: Message; room: RoomView; onShow: () => void }) {
  const { t } = useTranslation();
  const name = room.members.find((m) => m.accountId === message.senderId)?.name ?? t('relation.left');
  return <button type="button" className="hit" onClick={onShow}><span className="muted">{t('room.hit', { name, when: dayTime(message.at) })}</span><span>{gist(message, t)}</span></button>;
}
