import type { ChangeRoles, SetUpLink as Link, StaffMember } from '@hejie/identity/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure } from '../../design/parts.js';
import { DeskIcon } from '../icons.js';
import { chosenPlaces, RoleFields, type Place } from './role-fields.js';
import { SetUpLink } from './set-up-link.js';
import { State } from './staff-list.js';

/** One member of staff: what they are, how they sign in, whether they may. */
export function StaffPane({ accountId, close }: { accountId: string; close: () => void }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['staff-member', accountId], queryFn: () => api.get<StaffMember>(`/staff/${accountId}`) });
  const back = <Button type="text" icon={<DeskIcon of="close" />} onClick={close} aria-label={t('staffDesk.close')} title={t('staffDesk.close')} />;
  if (query.data) return <Member member={query.data} back={back} />;
  if (query.error) return <div className="case"><div className="case-head"><h1>{t('desk.staff')}</h1>{back}</div><Failure error={query.error} retry={() => void query.refetch()} /></div>;
  return <div className="case" aria-busy="true" aria-label={t('state.loading')}><Skeleton active paragraph={{ rows: 6 }} /></div>;
}

function Member({ member: m, back }: { member: StaffMember; back: ReactNode }) {
  const { t } = useTranslation();
  return (
    <article className="case">
      <header className="case-head">
        <div className="row"><h1>{m.name}</h1><State of={m} /></div>
        {back}
        <p className="muted">{m.username} · {m.phoneMasked ?? t('staffDesk.noPhone')}</p>
      </header>
      {m.changeable ? null : (
        <section className="card">
          {m.places.map((p) => <p key={p.role}>{t('staffDesk.at', { role: t(`staffRole.${p.role}`), organisation: p.organisation })}</p>)}
          <p className="muted">{t(m.mine ? 'staffDesk.notYours' : 'staffDesk.beyond')}</p>
        </section>
      )}
      {m.changeable ? (
        <>
          <Roles key={JSON.stringify(m.places)} member={m} />
          {m.state === 'disabled' ? null : <SignIn member={m} />}
          <Standing member={m} />
        </>
      ) : null}
    </article>
  );
}

function Roles({ member: m }: { member: StaffMember }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit(({ places }: ChangeRoles) => api.put(`/staff/${m.accountId}/roles`, { places }));
  const held: Place[] = m.places.map(({ role, organisationId }) => ({ role, organisationId }));
  const [places, setPlaces] = useState(held);
  const chosen = chosenPlaces(places);
  const changed = JSON.stringify(places) !== JSON.stringify(held);
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); if (chosen) void submit({ places: chosen }); }}>
      {error ? <Failure error={error} /> : null}
      <RoleFields value={places} onChange={setPlaces} />
      <Button htmlType="submit" type="primary" loading={busy} disabled={!chosen || !changed}>{t('staffDesk.saveRoles')}</Button>
    </form>
  );
}

function SignIn({ member: m }: { member: StaffMember }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((_: object) => api.post<Link>(`/staff/${m.accountId}/sign-in-reset`));
  const [link, setLink] = useState<Link>();
  if (link) return <SetUpLink link={link} name={m.name} done={() => setLink(undefined)} />;
  const never = m.state === 'invited';
  return (
    <section className="card">
      <h2>{t('staffDesk.signIn')}</h2>
      {error ? <Failure error={error} /> : null}
      <p>{t(never ? 'staffDesk.newLinkHint' : 'staffDesk.signInHint')}</p>
      <Popconfirm title={t('staffDesk.resetSure', { name: m.name })} okText={t('staffDesk.yes')} cancelText={t('staffDesk.no')} onConfirm={() => void submit({}).then(setLink)}>
        <Button loading={busy}>{t(never ? 'staffDesk.newLink' : 'staffDesk.reset')}</Button>
      </Popconfirm>
    </section>
  );
}

function Standing({ member: m }: { member: StaffMember }) {
  const { t } = useTranslation();
  const path = `/staff/${m.accountId}/disabled`;
  const { submit, busy, error } = useSubmit((_: object) => (m.state === 'disabled' ? api.delete(path) : api.put(path, {})));
  return (
    <section className="card">
      <h2>{t('staffDesk.disableTitle')}</h2>
      {error ? <Failure error={error} /> : null}
      <p>{t(m.state === 'disabled' ? 'staffDesk.enableHint' : 'staffDesk.disableHint')}</p>
      {m.state === 'disabled' ? <Button loading={busy} onClick={() => void submit({})}>{t('staffDesk.enable')}</Button> : (
        <Popconfirm title={t('staffDesk.disableSure', { name: m.name })} okText={t('staffDesk.yes')} cancelText={t('staffDesk.no')} okButtonProps={{ danger: true }} onConfirm={() => void submit({})}>
          <Button danger loading={busy}>{t('staffDesk.disable')}</Button>
        </Popconfirm>
      )}
    </section>
  );
}
