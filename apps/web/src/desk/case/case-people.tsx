import type { CaseView, Particulars } from '@hejie/cases/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { Failure } from '../../design/parts.js';
import { relationOf } from '../../respondents/relation-of.js';
import { DeskIcon } from '../icons.js';

/** Relations that may see who the worker is. */
const MAY_SEE = ['counsel', 'officer', 'department'] as const;

/** Who is at the case, and the worker's particulars for those who work for them. */
export function CasePeople({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <h2>{t('case.people')}</h2>
      <ul className="people">
        {view.members.map((m) => <li key={m.accountId + m.relation}><strong>{m.name}</strong> <span className="muted">{relationOf(m, view)}</span></li>)}
        {view.respondents.filter((r) => !view.members.some((m) => m.number === r.number)).map((r) => <li key={r.number} className="muted">{view.respondents.length > 1 ? t('respondents.notJoined', { nth: t(`respondents.nth.${r.number}`) }) : t('case.noRespondent')}</li>)}
      </ul>
      {view.relations.some((r) => (MAY_SEE as readonly string[]).includes(r)) ? <ParticularsOf caseId={view.id} /> : null}
    </section>
  );
}

/** Fetched only when asked for: each reading is written down. */
function ParticularsOf({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [found, setFound] = useState<Particulars>();
  const [error, setError] = useState<unknown>();
  if (!found) {
    return (
      <>
        {error ? <Failure error={error} /> : null}
        <Button size="small" icon={<DeskIcon of="lock" />} onClick={() => { setError(undefined); api.get<Particulars>(`/cases/${caseId}/particulars`).then(setFound, setError); }}>{t('particulars.show')}</Button>{' '}
        <span className="muted">{t('particulars.audited')}</span>
      </>
    );
  }
  const rows = [['file.who.name', found.name], ['intake.phone', found.phone], ['file.who.idNumber', found.idNumber], ['file.who.address', found.address]] as const;
  return (
    <div className="private-note" aria-live="polite">
      <h3><DeskIcon of="lock" /> {t('particulars.title')}</h3>
      <dl className="facts">{rows.map(([label, value]) => <div key={label}><dt>{t(label)}</dt><dd>{value ?? <span className="muted">{t('particulars.none')}</span>}</dd></div>)}</dl>
    </div>
  );
}
