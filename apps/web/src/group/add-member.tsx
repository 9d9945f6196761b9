import type { CaseView, OvertimeDay } from '@hejie/cases/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { Amount } from '../design/amount.js';
import { Failure, Field } from '../design/parts.js';
import { Unfold } from '../design/unfold.js';
import { HolidayDays } from './holiday-days.js';
import { OtherDays } from './other-days.js';
import { OvertimePay } from './overtime-pay.js';
import { useCalendars } from './use-calendars.js';
import './texts.js';

/** Asks one more worker into the group: wage and days make the amount. An officer may write down a consent given before them. */
export function AddMember({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: object) => api.post(`/cases/${view.id}/group/members`, body));
  const calendars = useCalendars();
  const [f, setF] = useState({ name: '', phone: '', consent: '' });
  const [monthlyWageFen, setWage] = useState<number>();
  const [days, setDays] = useState<OvertimeDay[]>([]);
  const [added, setAdded] = useState('');
  const officer = view.relations.includes('officer');
  const whole = Boolean(monthlyWageFen) && days.length > 0 && days.every((d) => d.hours > 0);
  const send = async () => {
    setAdded('');
    if (!(await submit({ name: f.name, phone: f.phone, monthlyWageFen, days, ...(f.consent ? { consent: f.consent } : {}) }))) return;
    setAdded(f.name);
    // the next one mostly worked the same days for the same wage
    setF({ ...f, name: '', phone: '' });
  };
  return (
    <form onSubmit={(e) => { e.preventDefault(); void send(); }}>
      {error ? <Failure error={error} labels={{ name: t('group.name'), phone: t('group.phone'), monthlyWageFen: t('group.wage'), consent: t('group.addConsent') }} /> : null}
      <p className="muted">{t(officer ? 'group.addHintOfficer' : 'group.addHint')}</p>
      <Field label={t('group.name')}><input value={f.name} onChange={(e) => setF({ ...f, name: e.target.value })} required maxLength={50} /></Field>
      <Field label={t('group.phone')}><input inputMode="tel" value={f.phone} onChange={(e) => setF({ ...f, phone: e.target.value })} required /></Field>
      <Amount label={t('group.wage')} fen={monthlyWageFen} onChange={setWage} />
      <HolidayDays value={days} onChange={setDays} />
      <Unfold title={t('group.otherDays')}>{() => <OtherDays value={days} onChange={setDays} calendars={calendars} />}</Unfold>
      <OvertimePay monthlyWageFen={monthlyWageFen} days={days} calendars={calendars} />
      {officer ? <Field label={t('group.addConsent')} hint={t('field.optional')}><textarea rows={2} value={f.consent} onChange={(e) => setF({ ...f, consent: e.target.value })} minLength={5} maxLength={500} /></Field> : null}
      <button className="btn" disabled={busy || !whole}>{t('group.addSend')}</button>
      <p role="status" className="muted">{added ? t('group.added', { name: added }) : ''}</p>
    </form>
  );
}
