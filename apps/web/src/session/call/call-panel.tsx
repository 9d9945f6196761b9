import type { SessionView } from '@hejie/mediation/contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Call, CallRefused, type Peer } from './call.js';
import './call.css';
import { askForMedia, type Media } from './media.js';
import '../texts.js';

interface Props {
  readonly session: SessionView;
  readonly roomId: string;
  /** The mediator lets one not speak now: the microphone is off with it. */
  readonly silenced: boolean;
}
type State = 'out' | 'asking' | 'in' | 'failed';

/** Sound and picture beside the chat of a room; whatever goes wrong here, one can go on writing. */
export default function CallPanel({ session, roomId, silenced }: Props) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>('out');
  const [media, setMedia] = useState<Media>();
  const [peers, setPeers] = useState<Peer[]>([]);
  const [said, setSaid] = useState<string>();
  const [, toggled] = useState(0);
  const call = useRef<Call>(undefined);
  const leave = () => {
    call.current?.leave();
    call.current = undefined;
    setPeers([]);
    setMedia(undefined);
    setState('out');
  };
  // another room, or none: out of the call
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
      call.current?.leave();
    };
  }, []);
  const join = async () => {
    setSaid(undefined);
    setState('asking');
    const got = await askForMedia();
    if (!alive.current || got.trouble === 'unsupported') {
      for (const track of got.stream?.getTracks() ?? []) track.stop();
      setMedia(got);
      return setState('out');
    }
    setMedia(got);
    const mine = new Call(roomId, got.stream, setPeers, () => {
      leave();
      setSaid(t('call.ended'));
    });
    call.current = mine;
    try {
      await mine.start();
      setState('in');
    } catch (error) {
      mine.leave();
      setSaid(error instanceof CallRefused && error.code === 'CALL_FULL' ? error.message : t('call.failed'));
      setState('failed');
    }
  };
  // given the floor back, one opens one's microphone oneself
  const stream = media?.stream;
  useEffect(() => {
    for (const mic of silenced ? (stream?.getAudioTracks() ?? []) : []) mic.enabled = false;
  }, [silenced, stream]);
  const switchTrack = (kind: 'audio' | 'video') => {
    for (const track of media?.stream?.getTracks() ?? []) if (track.kind === kind) track.enabled = !track.enabled;
    toggled((n) => n + 1);
  };
  const track = (kind: string) => media?.stream?.getTracks().find((x) => x.kind === kind);
  const name = (accountId: string) => session.participants.find((p) => p.accountId === accountId)?.name ?? '';
  return (
    <section className="call" aria-label={t('call.title')}>
      {state === 'in' ? (
        <>
          <ul className="call-faces">
            {media?.stream ? <li><Face stream={media.stream} label={t('call.you')} own /></li> : null}
            {peers.map((p) => <li key={p.peerId}><Face stream={p.stream} label={name(p.accountId)} note={p.state === 'connected' ? undefined : t(`call.peer.${p.state}`)} /></li>)}
          </ul>
          {peers.length === 0 ? <p className="muted" role="status">{t('call.alone')}</p> : null}
          <div className="row">
            {track('audio') ? <button className="btn plain" aria-pressed={silenced || !track('audio')!.enabled} disabled={silenced} onClick={() => switchTrack('audio')}>{t(!silenced && track('audio')!.enabled ? 'call.muteMe' : 'call.unmuteMe')}</button> : null}
            {track('video') ? <button className="btn plain" aria-pressed={!track('video')!.enabled} onClick={() => switchTrack('video')}>{t(track('video')!.enabled ? 'call.cameraOff' : 'call.cameraOn')}</button> : null}
            <button className="btn danger" onClick={leave}>{t('call.leave')}</button>
          </div>
          {silenced && track('audio') ? <p className="call-trouble" role="status">{t('call.silenced')}</p> : null}
        </>
      ) : (
        <button className="btn plain" disabled={state === 'asking'} onClick={() => void join()}>{t(state === 'asking' ? 'call.asking' : 'call.join')}</button>
      )}
      {media?.trouble ? <p className="call-trouble" role="alert">{t(`call.trouble.${media.trouble}`)}</p> : null}
      {said ? <p className="call-trouble" role="alert">{said}</p> : null}
    </section>
  );
}

function Face({ stream, label, note, own = false }: { stream: MediaStream; label: string; note?: string | undefined; own?: boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current && video.current.srcObject !== stream) video.current.srcObject = stream;
  }, [stream]);
  return (
    <figure>
      <video ref={video} autoPlay playsInline muted={own} aria-label={label} />
      <figcaption>{label}{note ? ` · ${note}` : ''}</figcaption>
    </figure>
  );
}
