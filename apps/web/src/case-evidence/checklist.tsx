import type { ChecklistView, EvidenceView } from '@hejie/cases/contract';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../design/format.js';
import { AddFile } from './add-file.js';

type Item = ChecklistView['items'][number];

/** What the law asks for: what is missing first, with how to get it, then what is there. */
export function Checklist({ caseId, checklist: { items }, files, onAdded }: { caseId: string; checklist: ChecklistView; files: readonly EvidenceView[]; onAdded: (id: string) => void }) {
  const { t } = useTranslation();
  const ours = items.filter((i) => i.heldBy === 'worker');
  const core = ours.filter((i) => i.weight === 'core');
  const lists: [string, Item[]][] = [
    ['caseEvidence.missing', core.filter((i) => i.evidence.length === 0)],
    ['caseEvidence.have', items.filter((i) => i.evidence.length > 0)],
    ['caseEvidence.helpful', ours.filter((i) => i.weight === 'helpful' && i.evidence.length === 0)],
    ['caseEvidence.theirs', items.filter((i) => i.heldBy === 'employer' && i.evidence.length === 0)],
  ];
  return (
    <section className="card">
      <h2>{t('caseEvidence.needed')}</h2>
      <p className="muted">{t('caseEvidence.covered', { all: core.length, have: core.filter((i) => i.evidence.length).length })}</p>
      {lists.map(([title, of]) => (of.length ? (
        <div key={title} className="needs">
          <h3>{t(title)}</h3>
          <ul className="list">{of.map((item) => <li key={item.id}><Need caseId={caseId} item={item} files={files} onAdded={onAdded} /></li>)}</ul>
        </div>
      ) : null))}
    </section>
  );
}

function Need({ caseId, item, files, onAdded }: { caseId: string; item: Item; files: readonly EvidenceView[]; onAdded: (id: string) => void }) {
  const { t } = useTranslation();
  const title = inLanguage(item.item);
  const there = item.evidence.flatMap((id) => files.find((e) => e.id === id) ?? []);
  return (
    <>
      <div className="row need"><strong>{title}</strong>{there.length === 0 && (item.heldBy === 'employer' || item.weight === 'helpful') ? null : <span className={there.length ? 'tag ok' : 'tag due'}>{t(there.length ? 'caseEvidence.yes' : 'caseEvidence.no')}</span>}</div>
      <div className="muted">{t('caseEvidence.provesThat', { what: inLanguage(item.proves) })}</div>
      {there.map((e) => <div key={e.id}><a href={`/api/cases/${caseId}/evidence/${e.id}/file`} target="_blank" rel="noreferrer">{e.title}</a></div>)}
      {there.length ? null : (
        <details>
          <summary>{t('caseEvidence.how')}<span className="visually-hidden">：{title}</span></summary>
          <p>{inLanguage(item.way)}</p>
          {item.heldBy === 'worker' ? <AddFile caseId={caseId} item={{ id: item.id, title }} onAdded={onAdded} /> : null}
        </details>
      )}
    </>
  );
}
