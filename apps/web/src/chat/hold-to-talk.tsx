import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_VOICE_SECONDS, record, type Recording } from './voice-note.js';

/** A press shorter than this is a tap: it goes on recording until the next one. */
const TAP_MS = 400;

/**
 * Hold to talk, let go to send, slide off to throw away. Whoever cannot hold (a key, a switch, a shaky hand) taps
 * once to start and once to send.
 */
export function HoldToTalk({ onVoice }: { onVoice: (blob: Blob, name: string) => void }) {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState<number>();
  const [away, setAway] = useState(false);
  const [trouble, setTrouble] = useState<'denied' | 'short'>();
  const recording = useRef<Promise<Recording | null>>(undefined);
  const pressedAt = useRef(0);
  const finish = useRef<(keep: boolean) => void>(() => undefined);

  const start = () => {
    setTrouble(undefined);
    setAway(false);
    setSeconds(0);
    recording.current = record().catch(() => {
      setTrouble('denied');
      setSeconds(undefined);
      recording.current = undefined;
      return null;
    });
  };
  finish.current = (keep) => {
    const mine = recording.current;
    recording.current = undefined;
    setSeconds(undefined);
    void mine?.then(async (r) => {
      if (!keep) return r?.cancel();
      const note = await r?.finish();
      if (note) onVoice(note.blob, note.name);
      else if (r) setTrouble('short');
    });
  };
  const recordingNow = seconds !== undefined;
  useEffect(() => {
    if (!recordingNow) return;
    const timer = setInterval(() => setSeconds((s) => (s === undefined ? s : s + 1)), 1000);
    return () => clearInterval(timer);
  }, [recordingNow]);
  useEffect(() => {
    if (seconds === MAX_VOICE_SECONDS) finish.current(true);
  }, [seconds]);
  useEffect(() => () => finish.current(false), []);

  const down = (e: PointerEvent<HTMLButtonElement>) => {
    if (recording.current) return;
    e.currentTarget.setPointerCapture(e.pointerId);
    pressedAt.current = Date.now();
    start();
  };
  const up = () => {
    if (!recording.current || Date.now() - pressedAt.current < TAP_MS) return;
    finish.current(!away);
  };
  const move = (e: PointerEvent<HTMLButtonElement>) => {
    const box = e.currentTarget.getBoundingClientRect();
    if (recording.current && e.buttons) setAway(e.clientY < box.top - 40);
  };
  // a tap's click comes after its release: the second one sends; keys click without a pointer
  const click = (byKey: boolean) => {
    if (byKey && !recording.current) {
      pressedAt.current = 0;
      return start();
    }
    if (recording.current && (byKey || Date.now() - pressedAt.current > TAP_MS)) finish.current(true);
  };
  const words = !recordingNow ? 'room.voice.hold' : away ? 'room.voice.letGoToCancel' : 'room.voice.letGoToSend';
  return (
    <div className="talk">
      <button type="button" className={away ? 'btn danger' : recordingNow ? 'btn' : 'btn plain'} aria-pressed={recordingNow} onPointerDown={down} onPointerUp={up} onPointerCancel={() => finish.current(false)} onPointerMove={move} onContextMenu={(e) => e.preventDefault()} onClick={(e) => click(e.detail === 0)}>
        {t(words, { seconds: seconds ?? 0 })}
      </button>
      {recordingNow ? <button type="button" className="btn plain" onClick={() => finish.current(false)}>{t('action.cancel')}</button> : null}
      {trouble ? <p className="trouble" role="alert">{t(`room.voice.${trouble}`)}</p> : null}
    </div>
  );
}
