import type { EvidenceView } from '@hejie/cases/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { addEvidence } from '../api/upload-resumable.js';
import { Failure, Field } from '../design/parts.js';
import './texts.js';

interface Props {
  readonly caseId: string;
  readonly visibility: 'private' | 'shared';
  /** What paper it is, and what the button to add it says. */
  readonly label: string;
  readonly add: string;
  /** The chosen paper's id among the evidence, or ''. */
  readonly value: string;
  onChange(id: string): void;
}

/** The photo of a signed paper: one taken or picked now, or one already among the case's papers. */
export function PaperField({ caseId, visibility, label, add: addLabel, value, onChange }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const papers = useQuery({
    queryKey: ['evidence', caseId],
    queryFn: () => api.get<{ items: EvidenceView[] }>(`/cases/${caseId}/evidence`),
    select: ({ items }) => items.filter((e) => /^image\/|pdf$/.test(e.mediaType)),
  });
  const [progress, setProgress] = useState<number>();
  const [failed, setFailed] = useState<{ error: unknown; file: File }>();
  const add = async (file: File) => {
    setFailed(undefined);
    setProgress(0);
    try {
      const { id } = await addEvidence(caseId, file, { title: file.name.slice(0, 100), visibility }, setProgress);
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
          {addLabel}
          <input type="file" accept="image/*,application/pdf" aria-label={addLabel} onChange={(e) => e.target.files?.[0] && void add(e.target.files[0])} />
        </span>
      </div>
      {progress === undefined ? null : <progress value={progress} aria-label={t('evidence.uploading')} />}
      <Field label={label}>
        <select value={value} onChange={(e) => onChange(e.target.value)} required>
          <option value="">{t('evidence.choose')}</option>
          {papers.data?.map((p) => <option key={p.id} value={p.id}>{p.title}</option>)}
        </select>
      </Field>
    </>
  );
}
