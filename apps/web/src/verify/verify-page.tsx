import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { api } from '../api/client.js';
import { day } from '../design/format.js';
import { Failure, Field } from '../design/parts.js';
import './texts.js';

interface Verified { valid: boolean; number: string | null; sealedOn: string | null; organisation: string | null }

/** Anybody checks a sealed agreement: by its file (hashed here, never sent) or its hash, and its number. */
export function VerifyPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [number, setNumber] = useState(search.get('number') ?? '');
  const [hash, setHash] = useState(search.get('hash') ?? '');
  const [picked, setPicked] = useState('');
  const [result, setResult] = useState<Verified>();
  const [error, setError] = useState<unknown>();
  const hashOf = async (file: File) => {
    setPicked(file.name);
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    setHash([...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join(''));
  };
  const check = async () => setResult(await api.get<Verified>(`/public/agreements/verify?${new URLSearchParams({ number, hash: hash.trim() })}`));
  return (
    <main>
      <h1>{t('verify.title')}</h1>
      <p>{t('verify.lead')}</p>
      {error ? <Failure error={error} /> : null}
      <form className="card" onSubmit={(e) => { e.preventDefault(); setError(undefined); setResult(undefined); check().catch(setError); }}>
        <Field label={t('verify.number')}><input value={number} onChange={(e) => setNumber(e.target.value)} required placeholder="和协〔2026〕000001号" /></Field>
        <div className="field">
          <span className="pick btn plain">
            {t('verify.file')}
            <input type="file" accept="application/pdf" aria-label={t('verify.file')} onChange={(e) => e.target.files?.[0] && void hashOf(e.target.files[0])} />
          </span>{' '}
          <span className="hint">{picked || t('verify.fileHint')}</span>
        </div>
        <Field label={t('verify.hash')}><input value={hash} onChange={(e) => setHash(e.target.value)} required pattern="\s*[0-9a-fA-F]{64}\s*" /></Field>
        <button className="btn">{t('verify.check')}</button>
      </form>
      <div aria-live="polite">
        {result ? (
          <div className="card">
            {result.valid ? <p><span className="tag ok">{t('verify.valid')}</span> {result.number} · {result.organisation} · {day(result.sealedOn!)}</p> : <p><span className="tag bad">{t('verify.invalid')}</span> {t('verify.invalidHint')}</p>}
          </div>
        ) : null}
      </div>
    </main>
  );
}
