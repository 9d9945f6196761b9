import type { Message } from '@hejie/rooms/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/server-clock.js';
import { Icon } from '../design/icon.js';

/** As the server says: later it answers no. */
const WITHDRAW_MS = 2 * 60_000;

/** What one can do with a message. */
export interface RowActs {
  quote: (message: Message) => void;
  withdraw: (seq: number) => void;
  /** Writes again what was not taken. */
  edit: (text: string) => void;
}

/** Beside a message: quote it, or take it back while that is possible. */
export function RowMenu({ message, mine, acts }: { message: Message; mine: boolean; acts: RowActs }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (message.kind !== 'text' && message.kind !== 'file') return null;
  const act = (what: () => void) => () => {
    setOpen(false);
    what();
  };
  return (
    <span className="row-menu">
      <button type="button" className="dots" aria-label={t('room.acts')} aria-expanded={open} onClick={() => setOpen(!open)}><Icon of="dots" /></button>
      {open ? <button type="button" className="btn plain" onClick={act(() => acts.quote(message))}>{t('room.quote')}</button> : null}
      {open && mine && serverNow() - Date.parse(message.at) < WITHDRAW_MS ? <button type="button" className="btn plain" onClick={act(() => acts.withdraw(message.seq))}>{t('room.withdraw')}</button> : null}
    </span>
  );
}
