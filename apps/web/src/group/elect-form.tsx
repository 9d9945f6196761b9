import type { GroupView } from '@hejie/cases/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Failure } from '../design/parts.js';
import { PaperField } from '../evidence/paper-field.js';
import './texts.js';

/** Who was elected on the signed paper; a later election takes the place of an earlier one. */
export function ElectForm({ caseId, group, done }: { caseId: string; group: GroupView; done: () => void }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/cases/${caseId}/group/representatives`, body));
  const within = group.members.filter((m) => m.status === 'in');
  const [memberIds, setMembers] = useState(() => within.filter((m) => m.representative).map((m) => m.id));
  const [evidenceId, setEvidence] = useState('');
  const { minReps, maxReps } = group.collective;
  if (minReps === null || maxReps === null) return null;
  const fits = memberIds.length >= minReps && memberIds.length <= maxReps;
  const elect = async () => {
    if (await submit({ memberIds, evidenceId })) done();
  };
  return (
    <form onSubmit={(e) => { e.preventDefault(); void elect(); }}>
      {error ? <Failure error={error} /> : null}
      <p className="muted">{t('group.electHint')}</p>
      <fieldset className="box">
        <legend>{t('group.electWho', { min: minReps, max: maxReps })}</legend>
        {within.map((m) => (
          <label className="choice" key={m.id}>
            <input type="checkbox" checked={memberIds.includes(m.id)} onChange={(e) => setMembers(e.target.checked ? [...memberIds, m.id] : memberIds.filter((id) => id !== m.id))} />
            {m.name}
          </label>
        ))}
      </fieldset>
      <p role="status"><span className={fits ? 'tag ok' : 'tag due'}>{t(fits ? 'group.electChosen' : 'group.electMustBe', { count: memberIds.length, min: minReps, max: maxReps })}</span></p>
      <PaperField caseId={caseId} visibility="private" label={t('group.electPaper')} add={t('group.electAddPaper')} value={evidenceId} onChange={setEvidence} />
      <button className="btn" disabled={busy || !fits || !evidenceId}>{t('group.electSend')}</button>
      <p className="muted">{t('group.electLimits')}</p>
    </form>
  );
}
