import type { EvidenceView } from '@hejie/cases/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { addEvidence } from '../api/upload-resumable.js';
import { Icon } from '../design/icon.js';
import { Failure, Loaded } from '../design/parts.js';
import './texts.js';

interface Props {
  caseId: string;
  visibility: 'private' | 'shared';
  /** Leads on to the page where it is said what each file proves; adding is not what that page is about. */
  organise?: boolean;
  onPresent?: (id: string) => void;
  /** What else there is to say of a file, below it. */
  more?: (evidence: EvidenceView) => ReactNode;
}

/** Evidence of a case: take a photo or pick a file, see what is there, share one's own. */
export function EvidencePanel({ caseId, visibility, organise = false, onPresent, more }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['evidence', caseId], queryFn: () => api.get<{ items: EvidenceView[] }>(`/cases/${caseId}/evidence`) });
  const [progress, setProgress] = useState<number>();
  const [failed, setFailed] = useState<{ error: unknown; file: File }>();
  const refresh = () => queries.invalidateQueries({ queryKey: ['evidence', caseId] });
  const add = async (file: File) => {
    setFailed(undefined);
    setProgress(0);
    try {
      await addEvidence(caseId, file, { title: file.name.slice(0, 100), visibility }, setProgress);
      await refresh();
    } catch (error) {
      setFailed({ error, file });
    }
    setProgress(undefined);
  };
  const share = async (id: string) => {
    await api.patch(`/cases/${caseId}/evidence/${id}`, { visibility: 'shared' });
    await refresh();
  };
  const remove = async (id: string) => {
    if (!confirm(t('evidence.removeSure'))) return;
    await api.delete(`/cases/${caseId}/evidence/${id}`);
    await refresh();
  };
  return (
    <section className="card" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{t('evidence.title')}</h2>
      {failed ? <Failure error={failed.error} retry={() => void add(failed.file)} /> : null}
      <div className="row">
        <span className={organise ? 'pick btn plain' : 'pick btn'}>
          <Icon of="camera" />&nbsp;{t('evidence.camera')}
          <input type="file" accept="image/*" capture="environment" aria-label={t('evidence.camera')} onChange={(e) => e.target.files?.[0] && void add(e.target.files[0])} />
        </span>
        <span className="pick btn plain">
          <Icon of="file" />&nbsp;{t('evidence.file')}
          <input type="file" aria-label={t('evidence.file')} onChange={(e) => e.target.files?.[0] && void add(e.target.files[0])} />
        </span>
      </div>
      {organise ? <p className="row"><Link className="btn plain" href={`/cases/${caseId}/evidence`}>{t('evidence.organise')}</Link></p> : null}
      {progress === undefined ? null : <progress value={progress} aria-label={t('evidence.uploading')} />}
      <Loaded query={query}>
        {({ items }) => (
          <ul className="list">
            {items.length === 0 ? <li className="muted">{t('evidence.empty')}</li> : null}
            {items.map((e) => (
              <li key={e.id}>
                <div className="row">
                  <a href={`/api/cases/${caseId}/evidence/${e.id}/file`} target="_blank" rel="noreferrer">{e.title}</a>
                  <span className={e.visibility === 'shared' ? 'tag' : 'tag due'}>{t(`evidence.${e.visibility}`)}</span>
                </div>
                <div className="row acts">
                  {e.visibility === 'private' && e.mine ? <button type="button" className="btn plain" onClick={() => void share(e.id)}>{t('evidence.share')}</button> : null}
                  {e.removable ? <button type="button" className="btn plain" aria-label={t('evidence.removeOf', { title: e.title })} onClick={() => void remove(e.id)}>{t('evidence.remove')}</button> : null}
                  {onPresent && e.visibility === 'shared' ? <button type="button" className="btn plain" onClick={() => onPresent(e.id)}>{t('evidence.present')}</button> : null}
                </div>
                {more?.(e)}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
