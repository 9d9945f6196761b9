import type { Message, RoomView } from '@hejie/rooms/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bytes, day, dayTime, time, yuan } from '../design/format.js';
import { Icon } from '../design/icon.js';
import type { OutboxItem } from '../realtime/outbox.js';
import { VoiceBubble } from './voice-bubble.js';
import { voiceSeconds } from './voice-note.js';
import '../evidence/texts.js';

interface RowProps {
  message: Message;
  room: Pick<RoomView, 'id' | 'kind'>;
  mine: boolean;
  author: RoomView['members'][number] | undefined;
  /** It names the reader. */
  named: boolean;
  /** It is what somebody looked for. */
  found: boolean;
  /** What it answers: the message, or its number where it is not held. */
  quoted: Message | number | undefined;
  /** Everybody has it. */
  arrived: boolean;
  onShow: (seq: number) => void;
  menu: ReactNode;
}

/** Who wrote it, what for others stands above it, and the bubble. */
export function MessageRow({ message, room, mine, author, named, found, quoted, arrived, onShow, menu }: RowProps) {
  const { t } = useTranslation();
  if (message.kind === 'system') return <div className="system"><SystemLine message={message} /></div>;
  return (
    <div className={`said${mine ? ' mine' : ''}${named ? ' named' : ''}${found ? ' found' : ''}`}>
      {mine ? null : <div className="who"><strong>{author?.name ?? t('relation.left')}</strong> <span className="tag">{t(partOf(room, author?.relation ?? 'left'))}</span>{named ? <> <span className="tag due">{t('room.namesYou')}</span></> : null}</div>}
      {quoted === undefined ? null : <button type="button" className="quoted" onClick={() => onShow(typeof quoted === 'number' ? quoted : quoted.seq)}>{typeof quoted === 'number' ? t('room.quotedEarlier') : t('room.quoted', { what: gist(quoted, t) })}</button>}
      <div className="line"><Body message={message} roomId={room.id} />{menu}</div>
      {arrived ? <span className="muted arrived">{t('room.arrived')}</span> : null}
    </div>
  );
}

/** What a member is called: at a session whoever sits on a side, so that a lawyer is not taken for a party. */
export const partOf = (room: Pick<RoomView, 'kind'>, relation: string) => (room.kind !== 'consult' && ['claimant', 'respondent'].includes(relation) ? `side.${relation}` : `relation.${relation}`);

/** The beginning of a text, not cut within a sign: half an emoji is none. */
export function inShort(text: string): string {
  const signs = [...text];
  return signs.length > 60 ? `${signs.slice(0, 60).join('')}…` : text;
}

/** A message in a few words, for a quote of it and for what a search found. */
export function gist(message: Message, t: (key: string) => string): string {
  if (message.kind === 'text') return inShort(message.body.text);
  return message.kind === 'file' ? message.body.name : t('room.withdrawn');
}

function Body({ message, roomId }: { message: Message; roomId: string }) {
  const { t } = useTranslation();
  if (message.kind === 'text') return <span className="bubble">{message.body.text}</span>;
  if (message.kind === 'withdrawn') return <span className="bubble muted">{t('room.withdrawn')}</span>;
  if (message.kind !== 'file') return null;
  const href = `/api/rooms/${roomId}/files/${message.body.fileId}`;
  const { name, mediaType } = message.body;
  const seconds = voiceSeconds(message.body);
  if (seconds !== undefined) return <VoiceBubble src={href} seconds={seconds} />;
  if (mediaType.startsWith('image/')) {
    return <a className="picture" href={href} target="_blank" rel="noreferrer"><img src={href} alt={t('room.pictureOf', { name })} loading="lazy" /></a>;
  }
  return (
    <a className="bubble file" href={href} target="_blank" rel="noreferrer">
      <Icon of="file" /> <span>{name}<span className="muted"> {bytes(message.body.bytes)}</span></span>
    </a>
  );
}

interface UnsentProps {
  item: OutboxItem;
  /** None where it will not be taken any more. */
  onRetry: (() => void) | undefined;
  /** Back to where it is written, to be changed; none where nothing is written any more. */
  onEdit: ((text: string) => void) | undefined;
  onDiscard: () => void;
}

/** What is not at the server yet, marked so, with what one can do about it. */
export function UnsentRow({ item, onRetry, onEdit, onDiscard }: UnsentProps) {
  const { t } = useTranslation();
  const { unsent, state } = item;
  const stuck = state === 'failed' || state === 'refused';
  const up = state === 'sending' && unsent.kind === 'file' && item.progress !== undefined;
  return (
    <div className="said mine">
      <span className="bubble unsent">{unsent.kind === 'text' ? unsent.text : <><Icon of="file" /> {unsent.name} <span className="muted">{bytes(unsent.file.size)}</span></>}</span>
      {up ? <progress value={item.progress} aria-label={t('evidence.uploading')} /> : null}
      <div className="fate">
        {stuck ? null : <span className="muted">{t(state === 'waiting' ? 'room.waiting' : 'room.sending')}</span>}
        {item.reason ? <span>{item.reason}</span> : null}
        {stuck && onRetry ? <button type="button" className="mark" onClick={onRetry}><Icon of="warn" /> {t('room.resend')}</button> : null}
        {state === 'refused' && onEdit && unsent.kind === 'text' ? <button type="button" className="mark" onClick={() => onEdit(unsent.text)}>{t('room.edit')}</button> : null}
        {stuck || state === 'waiting' ? <button type="button" className="mark" onClick={onDiscard}>{t('room.discard')}</button> : null}
      </div>
    </div>
  );
}

const LULL_MS = 5 * 60_000;

/** The time, where the talk paused; the day where it went on another day. */
export function Lull({ at, before }: { at: string; before: string | undefined }) {
  if (before && Date.parse(at) - Date.parse(before) < LULL_MS) return null;
  const same = before && day(before) === day(at);
  return <div className="system">{same ? time(at) : dayTime(at)}</div>;
}

export function SystemLine({ message }: { message: Message }) {
  const { t } = useTranslation();
  if (message.kind !== 'system') return null;
  const { code, params } = message.body;
  const total = typeof params['totalFen'] === 'number' ? yuan(params['totalFen']) : '';
  return <>{t(`system.${code}`, { ...params, total, outcome: params['outcome'] ? t(`sessionOutcome.${String(params['outcome'])}`) : '' })}</>;
}
