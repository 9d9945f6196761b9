import type { Message, RoomView } from '@hejie/rooms/contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.js';
import type { LiveRoom } from '../realtime/live-room.js';
import { useMarksRead } from '../realtime/use-marks-read.js';
import { namesMe } from './mentions.js';
import { Lull, MessageRow, UnsentRow } from './message-rows.js';
import { type RowActs, RowMenu } from './row-menu.js';

const NONE: LiveRoom['outbox']['items'] = [];
const ROW_PX = 72;
/** So close to the oldest row held, the page before it is read. */
const NEAR_ROWS = 15;
/** So close to its end, the log counts as being at its end. */
const NEAR_PX = 120;

interface ListProps { live: LiveRoom; messages: readonly Message[]; room: RoomView; myId: string; /** None where nothing is written any more. */ acts: RowActs | undefined }

/** The room's log, only what is in sight drawn: stays at its end when new things come, and in its place when older ones do. */
export function MessageList({ live, messages, room, myId, acts }: ListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(0);
  const unsent = live.inPast ? NONE : live.outbox.items;
  const count = messages.length + unsent.length;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (i) => messages[i]?.clientId ?? unsent[i - messages.length]!.unsent.clientId,
    overscan: 8,
    paddingStart: 12,
    paddingEnd: 12,
    anchorTo: 'end',
    followOnAppend: !live.inPast,
    scrollEndThreshold: NEAR_PX,
  });
  const first = rows.range?.startIndex;
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || count === 0) return;
    opened.current = true;
    rows.scrollToEnd();
  }, [rows, count]);
  const oldest = messages[0]?.seq;
  const back = rows.scrollDirection === 'backward';
  useEffect(() => {
    if (back && first !== undefined && first < NEAR_ROWS) void live.readOlder();
  }, [back, first, oldest, live]);
  // a place that was looked for is shown in the middle
  const { target } = live;
  useEffect(() => {
    const index = target === undefined ? -1 : messages.findIndex((m) => m.seq >= target);
    if (index >= 0) rows.scrollToIndex(index, { align: 'center' });
    // only when the place changes, not with each message
  }, [target, live.inPast]);
  const last = rows.range?.endIndex;
  useEffect(() => {
    if (live.inPast && last !== undefined && last > count - NEAR_ROWS) void live.readNewer();
  }, [live, live.inPast, last, count]);
  // one's own words are always shown
  const lastUnsent = unsent.at(-1)?.unsent.clientId;
  useEffect(() => {
    if (lastUnsent) rows.scrollToEnd();
  }, [lastUnsent, rows]);

  const atEnd = rows.isAtEnd(NEAR_PX) && !live.inPast;
  useStaysAtEnd(scroller, live.inPast);
  useEffect(() => {
    if (atEnd) setSeen(messages.at(-1)?.seq ?? 0);
  }, [atEnd, messages]);
  useMarksRead(room.id, seen);
  const fresh = atEnd ? 0 : messages.slice(-500).filter((m) => m.seq > seen && m.senderId !== myId).length;

  // marked once, at the newest of one's own that everybody has
  const arrived = messages.findLast((m) => m.senderId === myId && m.kind !== 'system' && m.seq <= live.reached)?.seq;
  const person = (id: string) => room.members.find((m) => m.accountId === id);
  return (
    <div className="log">
      <div className="scroller" ref={scroller} tabIndex={0} role="region" aria-label={t('room.log')}>
        {count === 0 ? <p className="system">{t('room.empty')}</p> : null}
        <ol style={{ blockSize: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const message = messages[row.index];
            const item = message ? undefined : unsent[row.index - messages.length];
            return (
              <li key={row.key} ref={rows.measureElement} data-index={row.index} aria-setsize={count} aria-posinset={row.index + 1} style={{ transform: `translateY(${row.start}px)` }}>
                {message ? (
                  <>
                    <Lull at={message.at} before={messages[row.index - 1]?.at} />
                    <MessageRow
                      message={message}
                      room={room}
                      mine={message.senderId === myId}
                      author={person(message.senderId)}
                      named={namesMe(message, myId)}
                      found={message.seq === target}
                      quoted={quotedIn(message, messages)}
                      arrived={message.seq === arrived}
                      onShow={(seq) => void live.goTo({ seq })}
                      menu={acts ? <RowMenu message={message} mine={message.senderId === myId} acts={acts} /> : null}
                    />
                  </>
                ) : item ? <UnsentRow item={item} onRetry={room.sealed ? undefined : () => void live.outbox.retry(item.unsent.clientId)} onEdit={acts && ((text) => { acts.edit(text); void live.outbox.discard(item.unsent.clientId); })} onDiscard={() => void live.outbox.discard(item.unsent.clientId)} /> : null}
              </li>
            );
          })}
        </ol>
      </div>
      {atEnd ? null : <button type="button" className="to-end" onClick={() => (live.inPast ? live.backToEnd() : rows.scrollToEnd())}><Icon of="down" /> {fresh ? t('room.fresh', { count: fresh }) : t('room.toEnd')}</button>}
    </div>
  );
}

/** What opens below the log makes it lower, not its end disappear. */
function useStaysAtEnd(scroller: RefObject<HTMLDivElement | null>, inPast: boolean): void {
  useEffect(() => {
    const log = scroller.current;
    if (!log || inPast) return;
    let atEnd = true;
    const look = () => (atEnd = log.scrollHeight - log.scrollTop - log.clientHeight <= NEAR_PX);
    look();
    const resized = new ResizeObserver(() => atEnd && log.scrollTo({ top: log.scrollHeight }));
    resized.observe(log);
    // a reason that is told below one's own last words makes the last row higher
    for (const rows of log.children) resized.observe(rows);
    log.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      log.removeEventListener('scroll', look);
    };
  }, [scroller, inPast]);
}

/** The message that this one answers: itself where it is held, its number where it lies further back. */
function quotedIn(message: Message, messages: readonly Message[]): Message | number | undefined {
  const seq = message.kind === 'text' ? message.body.quote : undefined;
  return seq === undefined ? undefined : (messages.find((m) => m.seq === seq) ?? seq);
}
