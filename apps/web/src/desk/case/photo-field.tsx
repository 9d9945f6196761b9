import type { EvidenceView } from '@hejie/cases/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addEvidence } from '../../api/upload-resumable.js';
import { Failure, Field } from '../../design/parts.js';

/** The photo of the signed paper: one taken or picked now, or one already among the case's papers. */
export function PhotoField({ caseId, papers, value, onChange }: { caseId: string; papers: readonly EvidenceView[]; value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const [failed, setFailed] = useState<{ error: unknown; file: File }>();
  const add = async (file: File) => {
    setFailed(undefined);
    setProgress(0);
    try {
      const { id } = await addEvidence(caseId, file, { title: file.name.slice(0, 100), visibility: 'shared' }, setProgress);
      await queries.invalidateQueries({ queryKey: ['evidence', caseId] });
      onChange(id);
    } catch (error) {
      setFailed({ error, file });
    }
    setProgress(undefined);
  };
  return (
    <>
      {failed ? <Failure error={failed.error} retry={() => void add(failed.file)} /> : null}
      <div className="field">
        <span className="pick btn plain">
          {t('onsite.addPhoto')}
          <input type="file" accept="image/*,application/pdf" aria-label={t('onsite.addPhoto')} onChange={(e) => e.target.files?.[0] && void add(e.target.files[0])} />
        </span>
      </div>
      {progress === undefined ? null : <progress value={progress} aria-label={t('evidence.uploading')} />}
      <Field label={t('onsite.photo')}>
        <select value={value} onChange={(e) => onChange(e.target.value)} required>
          <option value="">{t('desk.choose')}</option>
          {papers.map((p) => <option key={p.id} value={p.id}>{p.title}</option>)}
        </select>
      </Field>
    </>
  );
}
