import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.js';

/** A voice note, played in place; starting one stops the others. */
export function VoiceBubble({ src, seconds }: { src: string; seconds: number }) {
  const { t } = useTranslation();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const others = (e: Event) => e.target !== audio.current && audio.current?.pause();
    document.addEventListener('play', others, true);
    return () => document.removeEventListener('play', others, true);
  }, []);
  const toggle = () => {
    setFailed(false);
    if (playing) return audio.current!.pause();
    audio.current!.play().catch(() => setFailed(true));
  };
  return (
    <button type="button" className="bubble voice" style={{ inlineSize: `${7 + seconds / 8}rem` }} onClick={toggle} aria-label={t(playing ? 'room.voice.stop' : 'room.voice.play', { count: seconds })}>
      <Icon of={playing ? 'pause' : 'play'} /> {failed ? t('room.voice.cannotPlay') : `${seconds}″`}
      <audio ref={audio} src={src} preload="none" onPlay={() => setPlaying(true)} onPause={() => setPlaying(false)} onEnded={() => setPlaying(false)} />
    </button>
  );
}
