import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFen } from './format.js';
import { Field } from './parts.js';

/** An amount typed in yuan, kept in fen. */
export function Amount({ label, fen, onChange }: { label: string; fen: number | undefined; onChange: (fen: number | undefined) => void }) {
  const [typed, setTyped] = useState(fen === undefined ? '' : String(fen / 100));
  const { t } = useTranslation();
  return (
    <Field label={label} hint={t('field.yuan')}>
      <input inputMode="decimal" value={typed} onChange={(e) => { setTyped(e.target.value); onChange(toFen(e.target.value)); }} aria-invalid={typed !== '' && toFen(typed) === undefined} />
    </Field>
  );
}
