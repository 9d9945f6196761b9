import type { CaseView, GroupView, HolidayWork } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Amount } from '../design/amount.js';
import { inLanguage, yuan } from '../design/format.js';
import { Failure, Field } from '../design/parts.js';
import './texts.js';

const CHANGEABLE = ['filed', 'consulting', 'negotiating', 'mediating', 'mediation_failed'];

/** The workers of a group, row by row; names are masked for the other side by the server. */
export function GroupCard({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['group', view.id], queryFn: () => api.get<GroupView>(`/cases/${view.id}/group`) });
  const leads = view.relations.some((r) => ['claimant', 'representative', 'officer'].includes(r)) && CHANGEABLE.includes(view.status);
  const group = query.data;
  if (query.error) return <section className="card"><Failure error={query.error} retry={() => void query.refetch()} /></section>;
  // a case of one worker has no group, unless it was told that there are more
  if (!group || (group.members.length === 0 && (!leads || (view.facts.groupSize ?? 1) < 2))) return null;
  return (
    <section className="card">
      <h2>{t('group.title')}</h2>
      <p>{t('group.total', { count: group.workers, amount: yuan(group.dueFen) })}</p>
      {group.collective.working.map((w) => <p key={w.zh} className="muted">{inLanguage(w)}</p>)}
      <ul className="list">
        {group.members.map((m) => (
          <li key={m.id}>
            <div className="row"><strong>{m.name}</strong><span className={m.status === 'in' ? 'tag ok' : 'tag'}>{m.representative ? t('group.representative') : t(`group.status.${m.status}`)}</span></div>
            <div>{t('group.wage')} {yuan(m.monthlyWageFen)} · {t('group.due')} <strong>{yuan(m.dueFen)}</strong></div>
          </li>
        ))}
      </ul>
      {leads ? <AddMember view={view} /> : null}
    </section>
  );
}

/** Days as typed, a date and hours on each line; undefined while something is neither. */
function readWork(text: string): HolidayWork[] | undefined {
  const lines = text.split('\n').map((l) => l.trim()).filter(Boolean);
  const days = lines.map((line) => /^(\d{4}-\d{2}-\d{2})\s+(\d{1,2}(?:\.5)?)$/.exec(line));
  return lines.length && days.every((d) => d !== null) ? days.map((d) => ({ date: d![1]!, hours: Number(d![2]) })) : undefined;
}

function AddMember({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/cases/${view.id}/group/members`, body));
  const [f, setF] = useState({ name: '', phone: '', days: '', consent: '' });
  const [monthlyWageFen, setWage] = useState<number>();
  const days = readWork(f.days);
  const send = async () => {
    if (!(await submit({ name: f.name, phone: f.phone, monthlyWageFen, days, ...(f.consent ? { consent: f.consent } : {}) }))) return;
    // the next one mostly worked the same days
    setF({ ...f, name: '', phone: '', consent: '' });
  };
  return (
    <details>
      <summary>{t('group.add')}</summary>
      <form onSubmit={(e) => { e.preventDefault(); void send(); }}>
        {error ? <Failure error={error} /> : null}
        <Field label={t('group.name')}><input value={f.name} onChange={(e) => setF({ ...f, name: e.target.value })} required maxLength={50} /></Field>
        <Field label={t('group.phone')}><input inputMode="tel" value={f.phone} onChange={(e) => setF({ ...f, phone: e.target.value })} required /></Field>
        <Amount label={t('group.wage')} fen={monthlyWageFen} onChange={setWage} />
        <Field label={t('group.addDays')}><textarea rows={4} value={f.days} onChange={(e) => setF({ ...f, days: e.target.value })} required /></Field>
        {view.relations.includes('officer') ? <Field label={t('group.addConsent')}><textarea rows={2} value={f.consent} onChange={(e) => setF({ ...f, consent: e.target.value })} minLength={5} /></Field> : null}
        <button className="btn" disabled={busy || !days || !monthlyWageFen}>{t('group.addSend')}</button>
      </form>
    </details>
  );
}
