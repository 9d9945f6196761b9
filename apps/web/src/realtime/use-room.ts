import { RoomLog, type Outgoing, type RoomHead, type RoomMessages } from '@hejie/rooms/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/client.js';
import { realtime } from './socket.js';

const ACK_MS = 8000;

/**
 * A room's log, live: joined after every (re)connection from the last number held, so that exactly
 * what was missed comes. Unconfirmed messages are sent again under their own ids.
 */
export function useRoom(roomId: string) {
  const log = useRef(new RoomLog());
  const [, changed] = useState(0);
  const [connected, setConnected] = useState(true);
  const [removed, setRemoved] = useState(false);
  const refresh = useCallback(() => changed((v) => v + 1), []);

  const send = useCallback(
    async (message: Outgoing) => {
      log.current.sending(message);
      refresh();
      try {
        const ack = await (await realtime()).timeout(ACK_MS).emitWithAck('room.send', { roomId, message });
        if (!ack.ok) log.current.failed(message.clientId);
      } catch {
        log.current.failed(message.clientId);
      }
      refresh();
    },
    [roomId, refresh],
  );

  useEffect(() => {
    log.current = new RoomLog();
    setRemoved(false);
    let alive = true;
    const cleanups: (() => void)[] = [];
    void realtime().then((socket) => {
      if (!alive) return;
      const join = async () => {
        for (let more = true; more && alive; ) {
          const ack = await socket.timeout(ACK_MS).emitWithAck('room.join', { roomId, afterSeq: log.current.lastSeq }).catch(() => null);
          if (!ack) return;
          if (!ack.ok) return setRemoved(true);
          log.current.allow(ack.data.readable);
          log.current.receive(ack.data.messages);
          more = log.current.lastSeq < ack.data.lastSeq;
        }
        setConnected(true);
        refresh();
        for (const { message } of log.current.pending) void send(message);
      };
      const onMessages = ({ roomId: id, messages }: RoomMessages) => {
        if (id !== roomId) return;
        log.current.receive(messages);
        refresh();
        if (log.current.gapAfter !== null) void join();
      };
      const onHead = ({ roomId: id, lastSeq }: RoomHead) => id === roomId && lastSeq > log.current.lastSeq && void join();
      const onRemoved = ({ roomId: id }: { roomId: string }) => id === roomId && setRemoved(true);
      const onDisconnect = () => setConnected(false);
      // a phone that slept finds the gap when it wakes
      const onWake = () => document.visibilityState === 'visible' && socket.connected && void join();
      socket.on('connect', join);
      socket.on('disconnect', onDisconnect);
      socket.on('room.messages', onMessages);
      socket.on('room.head', onHead);
      socket.on('room.removed', onRemoved);
      document.addEventListener('visibilitychange', onWake);
      cleanups.push(() => {
        socket.off('connect', join);
        socket.off('disconnect', onDisconnect);
        socket.off('room.messages', onMessages);
        socket.off('room.head', onHead);
        socket.off('room.removed', onRemoved);
        socket.emit('room.leave', { roomId });
        document.removeEventListener('visibilitychange', onWake);
      });
      if (socket.connected) void join();
    });
    return () => {
      alive = false;
      for (const clean of cleanups) clean();
    };
  }, [roomId, refresh, send]);

  const { lastSeq } = log.current;
  useEffect(() => {
    if (lastSeq > 0 && document.visibilityState === 'visible') void api.put(`/rooms/${roomId}/read`, { seq: lastSeq }).catch(() => undefined);
  }, [roomId, lastSeq]);

  return { messages: log.current.messages, pending: log.current.pending, connected, removed, send };
}
