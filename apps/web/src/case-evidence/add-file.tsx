import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { addEvidence } from '../api/upload-resumable.js';
import { Failure, Icon } from '../design/parts.js';

/** Takes a photo or a file; one that is brought for a thing of the checklist is bound to it at once. */
export function AddFile({ caseId, item, onAdded }: { caseId: string; item?: { id: string; title: string }; onAdded: (id: string) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const [failed, setFailed] = useState<{ error: unknown; file: File }>();
  const add = async (file: File) => {
    setFailed(undefined);
    setProgress(0);
    try {
      const title = (item?.title ?? file.name).slice(0, 100);
      const { id } = await addEvidence(caseId, file, { title, visibility: 'private' }, setProgress);
      if (item) await api.put(`/cases/${caseId}/evidence/${id}/binding`, { title, items: [item.id], claims: [], provenance: null });
      await queries.invalidateQueries();
      onAdded(id);
    } catch (error) {
      setFailed({ error, file });
    }
    setProgress(undefined);
  };
  const camera = item ? t('caseEvidence.cameraFor', { item: item.title }) : t('caseEvidence.camera');
  const file = item ? t('caseEvidence.fileFor', { item: item.title }) : t('caseEvidence.file');
  return (
    <>
      {failed ? <Failure error={failed.error} retry={() => void add(failed.file)} /> : null}
      <div className="row">
        <span className={item ? 'pick btn plain' : 'pick btn'}>
          <Icon of="camera" />&nbsp;{t('caseEvidence.camera')}
          <input type="file" accept="image/*" capture="environment" aria-label={camera} onChange={(e) => e.target.files?.[0] && void add(e.target.files[0])} />
        </span>
        <span className="pick btn plain">
          <Icon of="file" />&nbsp;{t('caseEvidence.file')}
          <input type="file" aria-label={file} onChange={(e) => e.target.files?.[0] && void add(e.target.files[0])} />
        </span>
      </div>
      {progress === undefined ? null : <progress value={progress} aria-label={t('caseEvidence.uploading')} />}
    </>
  );
}
