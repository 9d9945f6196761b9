import type { EvidenceView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { Failure, Loaded } from '../design/parts.js';
import '../evidence/texts.js';

/** Evidence of the case, to be shown in the room as a copy; what it is said to be stays with it. */
export function EvidencePicker({ caseId, onPick, onClose }: { caseId: string; onPick: (file: File) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['evidence', caseId], queryFn: () => api.get<{ items: EvidenceView[] }>(`/cases/${caseId}/evidence`) });
  const [error, setError] = useState<unknown>();
  const [fetching, setFetching] = useState<string>();
  const pick = async (e: EvidenceView) => {
    setFetching(e.id);
    setError(undefined);
    try {
      onPick(await api.file(`/cases/${caseId}/evidence/${e.id}/file`, e.name));
    } catch (failure) {
      setError(failure);
      setFetching(undefined);
    }
  };
  return (
    <section className="tray" aria-label={t('room.evidence')}>
      <div className="row"><h2>{t('room.evidence')}</h2><button type="button" className="btn plain" onClick={onClose}>{t('action.cancel')}</button></div>
      {error ? <Failure error={error} /> : null}
      <Loaded query={query}>
        {({ items }) => (
          <ul className="list box">
            {items.length === 0 ? <li className="muted">{t('evidence.empty')}</li> : null}
            {items.map((e) => (
              <li key={e.id} className="row">
                <span>{e.title} <span className={e.visibility === 'shared' ? 'tag' : 'tag due'}>{t(`evidence.${e.visibility}`)}</span></span>
                <button type="button" className="btn plain" disabled={fetching !== undefined} onClick={() => void pick(e)}>{t(fetching === e.id ? 'state.loading' : 'room.choose')}<span className="visually-hidden"> {e.title}</span></button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
