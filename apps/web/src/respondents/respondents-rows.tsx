import { MAX_OTHER_RESPONDENTS, sameRespondent, type CaseView, type RespondentView } from '@hejie/cases/contract';
import { RESPONDENT_ROLES, severalRespondents } from '@hejie/law';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { inLanguage } from '../design/format.js';
import { Failure } from '../design/parts.js';
import { RespondentFields, type TypedRespondent } from './respondent-fields.js';
import './texts.js';

/** While nothing is settled or handed on, and for who leads the case for the worker. */
const mayName = ({ status, relations }: CaseView) => ['filed', 'consulting', 'negotiating', 'mediating', 'mediation_failed'].includes(status) && relations.some((r) => ['claimant', 'counsel', 'officer'].includes(r));

/** Who is on the other side, as rows of a list of facts; who leads the case adds and corrects them there. */
export function RespondentsRows({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const [at, setAt] = useState<RespondentView | 'new'>();
  const { respondents } = view;
  const may = mayName(view);
  const nth = (r: RespondentView) => t(`respondents.nth.${r.number}`);
  const named = (r: RespondentView) => (r.role ? t('respondents.named', { name: r.name, role: inLanguage(RESPONDENT_ROLES[r.role]) }) : r.name);
  return (
    <>
      {respondents.map((r) => (
        <div className="respondent" key={r.number}>
          <dt>{respondents.length > 1 ? nth(r) : t('case.employer')}</dt>
          <dd>
            {named(r)}
            {respondents.length > 1 && r.number > 1 ? [r.uscc, r.address].filter(Boolean).map((line) => <div key={line} className="muted">{line}</div>) : null}
            {r.id && at !== 'new' && at?.id === r.id ? <NameForm view={view} of={r} done={() => setAt(undefined)} /> : null}
            {may && r.id && !r.invited && at === undefined ? <div><button type="button" className="term" onClick={() => setAt(r)}>{t('respondents.correct', { nth: nth(r) })}</button></div> : null}
            {may && at === undefined && r.number === respondents.length && r.number <= MAX_OTHER_RESPONDENTS ? <div><button type="button" className="term" onClick={() => setAt('new')}>{t('respondents.addLater')}</button></div> : null}
            {at === 'new' && r.number === respondents.length ? <NameForm view={view} of={null} done={() => setAt(undefined)} /> : null}
          </dd>
        </div>
      ))}
    </>
  );
}

/** Adds one, or corrects or takes out who is there. */
function NameForm({ view, of, done }: { view: CaseView; of: RespondentView | null; done: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<TypedRespondent>(() => (of ? { name: of.name, ...(of.role ? { role: of.role } : {}), ...(of.uscc ? { uscc: of.uscc } : {}), ...(of.address ? { address: of.address } : {}) } : {}));
  const [sure, setSure] = useState(false);
  const path = `/cases/${view.id}/other-respondents`;
  const { submit, busy, error } = useSubmit((body: TypedRespondent & { requestId: string }) => (of ? api.put<object>(`${path}/${of.id}`, body) : api.post<object>(path, body)));
  const drop = useSubmit(() => api.delete<object>(`${path}/${of?.id}`));
  const first = severalRespondents(view.facts.intake ?? {}).flatMap((s) => s.roles);
  const twice = view.respondents.some((r) => r.id !== of?.id && sameRespondent(r, typed));
  return (
    <form onSubmit={(e) => { e.preventDefault(); void submit(typed).then((answer) => answer && done()); }}>
      {error || drop.error ? <Failure error={error ?? drop.error} labels={{ name: t('respondents.name'), uscc: t('file.employer.uscc') }} /> : null}
      <RespondentFields value={typed} first={first} twice={twice} onChange={setTyped} />
      <div className="row">
        <button className="btn" disabled={busy}>{t('respondents.save')}</button>
        <button type="button" className="btn plain" onClick={done}>{t('respondents.cancel')}</button>
        {of && !sure ? <button type="button" className="btn danger" onClick={() => setSure(true)}>{t('respondents.drop')}</button> : null}
      </div>
      {of && sure ? (
        <div role="alert">
          <p>{t('respondents.dropSure', { name: of.name })}</p>
          <button type="button" className="btn danger" disabled={drop.busy} onClick={() => void drop.submit({}).then((answer) => answer && done())}>{t('respondents.drop')}</button>
        </div>
      ) : null}
    </form>
  );
}
