import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bytes } from '../design/format.js';
import { Icon } from '../design/icon.js';
import { shrinkPhoto } from './shrink-photo.js';

/** What was picked, before it goes: a look at it, who will see it, and for a photo whether the original goes. */
export function Tray({ file, readers, onSend, onCancel }: { file: File; readers: string; onSend: (file: File) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const [small, setSmall] = useState<File>();
  const [original, setOriginal] = useState(false);
  const [preview, setPreview] = useState('');
  useEffect(() => {
    let current = true;
    setSmall(undefined);
    void shrinkPhoto(file).then((s) => current && setSmall(s));
    const url = file.type.startsWith('image/') ? URL.createObjectURL(file) : '';
    setPreview(url);
    return () => {
      current = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [file]);
  const shrunk = small !== undefined && small !== file;
  return (
    <section className="tray" aria-label={t('room.tray')}>
      <div className="picked">
        {preview ? <img src={preview} alt="" /> : <Icon of="file" />}
        <div>
          <div>{file.name}</div>
          <div className="muted">{small ? bytes((original ? file : small).size) : t('room.shrinking')}</div>
        </div>
      </div>
      {shrunk ? (
        <label className="choice">
          <input type="checkbox" checked={original} onChange={(e) => setOriginal(e.target.checked)} />
          {t('room.original', { size: bytes(file.size) })}
        </label>
      ) : null}
      <p className="muted">{readers}</p>
      <div className="row">
        <button type="button" className="btn" disabled={!small} onClick={() => onSend(original ? file : small!)}>{t('room.send')}</button>
        <button type="button" className="btn plain" onClick={onCancel}>{t('action.cancel')}</button>
      </div>
    </section>
  );
}
