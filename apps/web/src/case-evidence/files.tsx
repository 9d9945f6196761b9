import type { ChecklistView, EvidenceView } from '@hejie/cases/contract';
import { useTranslation } from 'react-i18next';
import { bytes, day, dayTime, inLanguage, list } from '../design/format.js';
import { AddFile } from './add-file.js';
import { BindingForm } from './binding-form.js';

interface Props {
  caseId: string;
  files: readonly EvidenceView[];
  checklist: ChecklistView | null;
  /** The file whose form is open. */
  editing: string | undefined;
  onEdit: (id: string | undefined) => void;
}

/** The files of one's own side, each with what it proves; those of which nobody has said it stand out. */
export function Files({ caseId, files, checklist, editing, onEdit }: Props) {
  const { t } = useTranslation();
  const unbound = files.filter(isUnbound).length;
  return (
    <section className="card">
      <h2>{t('caseEvidence.files')}</h2>
      <AddFile caseId={caseId} onAdded={onEdit} />
      <p className="muted">{t('caseEvidence.sealed')}</p>
      {unbound ? <p className="soon" role="status">{t('caseEvidence.unboundCount', { count: unbound })}</p> : null}
      <ul className="list">
        {files.length === 0 ? <li className="muted">{t('caseEvidence.empty')}</li> : null}
        {files.map((e) => (
          <li key={e.id} id={e.id}>
            <div className="row">
              <a href={`/api/cases/${caseId}/evidence/${e.id}/file`} target="_blank" rel="noreferrer">{e.title}</a>
              <span className={isUnbound(e) ? 'tag due' : 'tag ok'}>{t(isUnbound(e) ? 'caseEvidence.unbound' : 'caseEvidence.bound')}</span>
            </div>
            <Said evidence={e} checklist={checklist} />
            <div className="muted">{dayTime(e.uploadedAt)} · {bytes(e.bytes)}</div>
            {editing === e.id ? (
              <BindingForm key={e.id} caseId={caseId} evidence={e} checklist={checklist} onDone={() => onEdit(undefined)} />
            ) : (
              <button type="button" className="btn plain" onClick={() => onEdit(e.id)}>{t(isUnbound(e) ? 'caseEvidence.explain' : 'caseEvidence.change')}<span className="visually-hidden">：{e.title}</span></button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const isUnbound = (e: EvidenceView): boolean => e.items.length + e.claims.length === 0 && !e.proves;

function Said({ evidence: { items, claims, proves, provenance: p }, checklist }: { evidence: EvidenceView; checklist: ChecklistView | null }) {
  const { t } = useTranslation();
  const things = (checklist?.items ?? []).filter((i) => items.includes(i.id)).map((i) => inLanguage(i.proves));
  const supported = (checklist?.claims ?? []).filter((c) => claims.includes(c.kind)).map((c) => inLanguage(c.title));
  return (
    <>
      {[proves, ...things].filter(Boolean).map((what) => <div key={what}>{t('caseEvidence.provesThat', { what })}</div>)}
      {supported.length ? <div>{t('caseEvidence.supports', { claims: list(supported) })}</div> : null}
      {p ? <div className="muted">{[t(`caseEvidence.from.${p.obtained}`), p.madeBy, p.madeOn ? day(p.madeOn) : ''].filter(Boolean).join(' · ')}</div> : null}
    </>
  );
}
