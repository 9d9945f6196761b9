import type { Me } from '@hejie/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { Failure, Field } from '../design/parts.js';
import './texts.js';
import '../sign-in/texts.js';

/** Another phone to sign in with: a code goes to the old one and to the new one. */
export function ChangePhone({ present }: { present: string }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<'closed' | 'number' | 'codes' | 'done'>('closed');
  return (
    <>
      <p>{t('account.phone', { phone: present })}</p>
      {step === 'done' ? <p role="status">{t('account.phoneChanged')}</p> : null}
      {step === 'closed' || step === 'done'
        ? <button className="btn plain" onClick={() => setStep('number')}>{t('account.changePhone')}</button>
        : <ChangeForm step={step} present={present} go={setStep} />}
    </>
  );
}

function ChangeForm({ step, present, go }: { step: 'number' | 'codes'; present: string; go: (step: 'closed' | 'codes' | 'done') => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [phone, setPhone] = useState('');
  const [oldCode, setOldCode] = useState('');
  const [newCode, setNewCode] = useState('');
  const [error, setError] = useState<unknown>();
  const submit = async () => {
    if (step === 'number') {
      await api.post('/auth/phone/codes', { phone });
      return go('codes');
    }
    queries.setQueryData(['me'], await api.put<Me>('/auth/phone', { phone, oldCode, newCode }));
    void queries.invalidateQueries({ queryKey: ['devices'] });
    go('done');
  };
  const code = (label: string, value: string, set: (v: string) => void) => (
    <Field label={label} hint={t('signIn.codeHint')}>
      <input inputMode="numeric" autoComplete="one-time-code" pattern="\d{6}(\d{2})?" maxLength={8} value={value} onChange={(e) => set(e.target.value)} required />
    </Field>
  );
  return (
    <form onSubmit={(e) => { e.preventDefault(); setError(undefined); submit().catch(setError); }}>
      <p className="muted">{t('account.changeHint')}</p>
      {error ? <Failure error={error} /> : null}
      <Field label={t('account.newPhone')}>
        <input inputMode="tel" autoComplete="tel" value={phone} readOnly={step === 'codes'} onChange={(e) => setPhone(e.target.value)} required />
      </Field>
      {step === 'codes' ? <>{code(t('account.oldCode', { phone: present }), oldCode, setOldCode)}{code(t('account.newCode', { phone }), newCode, setNewCode)}</> : null}
      <div className="row">
        <button className="btn">{t(step === 'codes' ? 'account.changePhone' : 'account.sendCodes')}</button>
        <button type="button" className="btn plain" onClick={() => go('closed')}>{t('account.cancel')}</button>
      </div>
    </form>
  );
}
