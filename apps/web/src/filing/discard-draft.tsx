import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { Failure } from '../design/parts.js';
import { forgetUnsent } from './draft-saving.js';
import '../case/texts.js';

/** Throws a draft away, after asking: what was typed and uploaded cannot be brought back. */
export function DiscardDraft({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>();
  const discard = () => {
    setError(undefined);
    api.delete(`/cases/${caseId}/draft`).then(() => {
      forgetUnsent(caseId);
      return queries.invalidateQueries();
    }, setError);
  };
  if (!asking) return <button type="button" className="btn plain" onClick={() => setAsking(true)}>{t('cases.discard')}</button>;
  return (
    <div role="group" aria-label={t('cases.discard')}>
      <p>{t('cases.discardSure')}</p>
      {error ? <Failure error={error} /> : null}
      <div className="row">
        <button type="button" className="btn danger" onClick={discard}>{t('cases.discardYes')}</button>
        <button type="button" className="btn plain" onClick={() => setAsking(false)}>{t('action.cancel')}</button>
      </div>
    </div>
  );
}
