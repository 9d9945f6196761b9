import type { BindEvidence, ChecklistView, EvidenceView, Obtained } from '@hejie/cases/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { DateField, yearsFromNow } from '../design/date-field.js';
import { inLanguage } from '../design/format.js';
import { Failure, Field } from '../design/parts.js';

const SOURCES: readonly Obtained[] = ['own_photo', 'own_paper', 'screenshot', 'chat_record', 'recording', 'from_employer', 'public_body', 'bank', 'hospital', 'witness', 'other'];

interface Props {
  caseId: string;
  evidence: EvidenceView;
  checklist: ChecklistView | null;
  onDone: () => void;
}

/** What a file proves, for which claims, and where it comes from. */
export function BindingForm({ caseId, evidence: e, checklist, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState({ title: e.title, proves: e.proves, items: e.items, claims: e.claims, obtained: e.provenance?.obtained ?? '', madeBy: e.provenance?.madeBy ?? '', madeOn: e.provenance?.madeOn ?? '' });
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const { obtained, madeBy, madeOn, ...binding } = form;
    const body: BindEvidence = { ...binding, provenance: obtained ? { obtained: obtained as Obtained, madeBy, madeOn: madeOn || null } : null };
    setBusy(true);
    setError(undefined);
    try {
      await api.put(`/cases/${caseId}/evidence/${e.id}/binding`, body);
      await queries.invalidateQueries();
      onDone();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  return (
    <form className="binding" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {error ? <Failure error={error} /> : null}
      <Field label={t('caseEvidence.name')}><input value={form.title} maxLength={100} required onChange={(event) => set({ title: event.target.value })} /></Field>
      {checklist?.items.length ? <Ticks legend={t('caseEvidence.items')} of={checklist.items.map((i) => ({ value: i.id, label: inLanguage(i.item) }))} ticked={form.items} onChange={(items) => set({ items })} /> : null}
      {checklist?.claims.length ? <Ticks legend={t('caseEvidence.claims')} of={checklist.claims.map((c) => ({ value: c.kind, label: inLanguage(c.title) }))} ticked={form.claims} onChange={(claims) => set({ claims })} /> : null}
      <Field label={t('caseEvidence.proves')}><input value={form.proves} maxLength={300} onChange={(event) => set({ proves: event.target.value })} /></Field>
      <Field label={t('caseEvidence.obtained')}>
        <select value={form.obtained} onChange={(event) => set({ obtained: event.target.value as Obtained | '' })}>
          <option value="">{t('caseEvidence.notSaid')}</option>
          {SOURCES.map((s) => <option key={s} value={s}>{t(`caseEvidence.from.${s}`)}</option>)}
        </select>
      </Field>
      {form.obtained ? (
        <>
          <Field label={t('caseEvidence.madeBy')}><input value={form.madeBy} maxLength={50} onChange={(event) => set({ madeBy: event.target.value })} /></Field>
          <DateField label={t('caseEvidence.madeOn')} value={form.madeOn} years={yearsFromNow(-40)} onChange={(madeOn) => set({ madeOn })} />
        </>
      ) : null}
      <div className="row">
        <button className="btn" disabled={busy}>{t('caseEvidence.save')}</button>
        <button type="button" className="btn plain" onClick={onDone}>{t('action.cancel')}</button>
      </div>
    </form>
  );
}

function Ticks<T extends string>({ legend, of, ticked, onChange }: { legend: string; of: readonly { value: T; label: string }[]; ticked: readonly T[]; onChange: (ticked: T[]) => void }) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="ticks">
        {of.map(({ value, label }) => (
          <label className="choice" key={value}>
            <input type="checkbox" checked={ticked.includes(value)} onChange={(e) => onChange(e.target.checked ? [...ticked, value] : ticked.filter((v) => v !== value))} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
