import { MAX_TEXT } from '@hejie/rooms/contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon.js';
import { begunName } from './mentions.js';
import { EvidencePicker } from './evidence-picker.js';
import { HoldToTalk } from './hold-to-talk.js';
import { Tray } from './tray.js';
import { canRecord } from './voice-note.js';
import '../agreement/texts.js';
import '../evidence/texts.js';

interface ComposerProps {
  caseId: string;
  /** What is being written. */
  text: string;
  onWrite: (text: string) => void;
  /** One may not write now: nothing is recorded either. */
  silenced: boolean;
  /** Who will see what is sent, in words. */
  readers: string;
  onText: (text: string) => void;
  onTyping: () => void;
  /** Names one can mention with @. */
  others: readonly string[];
  onFile: (file: Blob, name: string) => void;
  /** Opens the proposal form, where there is one. */
  onPropose?: () => void;
}

/** The line to write on: text, hold to talk, and "+" for photos, files, evidence and proposals. */
export function Composer({ caseId, text, onWrite, silenced, readers, onText, onTyping, others, onFile, onPropose }: ComposerProps) {
  const { t } = useTranslation();
  const [byVoice, setByVoice] = useState(false);
  const talking = byVoice && !silenced;
  const [open, setOpen] = useState<'menu' | 'evidence'>();
  const [picked, setPicked] = useState<File>();
  const area = useRef<HTMLTextAreaElement>(null);
  // as high as what is written, up to five lines
  useEffect(() => {
    if (!area.current) return;
    area.current.style.blockSize = 'auto';
    area.current.style.blockSize = `${Math.min(area.current.scrollHeight + 2, 140)}px`;
  }, [text, talking]);
  const naming = talking ? null : begunName(text, others);
  const tooMany = Math.max(0, text.trim().length - MAX_TEXT);
  const submit = () => {
    if (!text.trim() || tooMany) return;
    onText(text.trim());
    onWrite('');
    area.current?.focus();
  };
  const pick = (file: File | undefined) => {
    setOpen(undefined);
    if (file) setPicked(file);
  };
  const send = (file: File) => {
    setPicked(undefined);
    onFile(file, file.name);
  };
  return (
    <div className="composer">
      {picked ? <Tray file={picked} readers={readers} onSend={send} onCancel={() => setPicked(undefined)} /> : null}
      {open === 'evidence' ? <EvidencePicker caseId={caseId} onPick={pick} onClose={() => setOpen(undefined)} /> : null}
      {naming ? (
        <ul className="mention" aria-label={t('room.mention')}>
          {naming.names.map((name) => <li key={name}><button type="button" className="btn plain" onClick={() => { onWrite(`${naming.before}@${name} `); area.current?.focus(); }}>{name}</button></li>)}
        </ul>
      ) : null}
      <form onSubmit={(e) => { e.preventDefault(); submit(); }}>
        {canRecord() ? <button type="button" className="round" aria-label={t(talking ? 'room.toText' : 'room.toVoice')} onClick={() => setByVoice(!talking)}><Icon of={talking ? 'keyboard' : 'mic'} /></button> : null}
        {talking ? <HoldToTalk onVoice={onFile} /> : (
          <textarea
            ref={area}
            rows={1}
            aria-label={t('room.write')}
            placeholder={t('room.write')}
            value={text}
            aria-invalid={tooMany > 0}
            onChange={(e) => {
              onWrite(e.target.value);
              onTyping();
            }}
            onKeyDown={(e) => {
              // on a keyboard Enter sends; on glass it is for a new line
              if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing || matchMedia('(pointer: coarse)').matches) return;
              e.preventDefault();
              submit();
            }}
          />
        )}
        {text.trim() && !talking ? <button className="btn" disabled={tooMany > 0}>{t('room.send')}</button> : (
          <button type="button" className="round" aria-label={t('room.more')} aria-expanded={open === 'menu'} onClick={() => setOpen(open === 'menu' ? undefined : 'menu')}><Icon of={open === 'menu' ? 'close' : 'plus'} /></button>
        )}
      </form>
      {/* told, not cut off: what somebody pastes would lose its end unseen */}
      {tooMany ? <p className="trouble" role="alert">{t('room.tooLong', { most: MAX_TEXT, count: tooMany })}</p> : null}
      {open === 'menu' ? (
        <ul className="more">
          <Source icon="camera" label={t('evidence.camera')} accept="image/*" capture onPick={pick} />
          <Source icon="picture" label={t('room.photo')} accept="image/*" onPick={pick} />
          <Source icon="file" label={t('room.file')} onPick={pick} />
          <li><button type="button" onClick={() => setOpen('evidence')}><Icon of="evidence" /> {t('room.evidence')}</button></li>
          {onPropose ? <li><button type="button" onClick={() => { setOpen(undefined); onPropose(); }}><Icon of="proposal" /> {t('proposal.title')}</button></li> : null}
        </ul>
      ) : null}
    </div>
  );
}

function Source({ icon, label, accept, capture, onPick }: { icon: 'camera' | 'picture' | 'file'; label: string; accept?: string; capture?: boolean; onPick: (file: File | undefined) => void }) {
  return (
    <li className="pick">
      <span aria-hidden="true"><Icon of={icon} /> {label}</span>
      <input type="file" aria-label={label} {...(accept ? { accept } : {})} {...(capture ? { capture: 'environment' as const } : {})} onChange={(e) => onPick(e.target.files?.[0])} />
    </li>
  );
}
