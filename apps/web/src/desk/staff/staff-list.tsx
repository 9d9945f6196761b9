import { staffRoleSchema, staffStateSchema, type StaffList as Staff, type StaffMember } from '@hejie/identity/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Pagination, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearch, useSearchParams } from 'wouter';
import { api } from '../../api/client.js';
import { ListState } from '../cases/list-state.js';
import { OrganisationSelect } from './organisation-select.js';

const FILTERS = ['organisationId', 'role', 'state', 'find', 'page'] as const;

/** Everybody within reach, narrowed as the address says. */
export function StaffList({ title, action, openId }: { title: ReactNode; action: ReactNode; openId: string | undefined }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const of = (name: (typeof FILTERS)[number]) => search.get(name) ?? '';
  const asked = new URLSearchParams(FILTERS.flatMap((f) => (of(f) ? [[f, of(f)]] : []))).toString();
  const query = useQuery({ queryKey: ['staff', asked], queryFn: () => api.get<Staff>(`/staff?${asked}`), placeholderData: keepPreviousData });
  const set = (name: (typeof FILTERS)[number], value: string | number) =>
    setSearch((now) => {
      now.delete('page');
      if (value) now.set(name, String(value));
      else now.delete(name);
      return now;
    }, { replace: true });
  const choice = (name: 'role' | 'state', all: string, options: readonly string[], words: string) => (
    <Select aria-label={t(`staffDesk.${name}`)} value={of(name)} onChange={(v) => set(name, v)} options={[{ value: '', label: t(all) }, ...options.map((o) => ({ value: o, label: t(`${words}.${o}`) }))]} />
  );
  return (
    <>
      <div className="list-head staff-head">
        {title}
        <div className="staff-filters">
          <OrganisationSelect value={of('organisationId')} onChange={(v) => set('organisationId', v)} all={t('staffDesk.allOrganisations')} />
          {choice('role', 'staffDesk.allRoles', staffRoleSchema.options, 'staffRole')}
          {choice('state', 'staffDesk.allStates', staffStateSchema.options, 'staffState')}
          <Input type="search" aria-label={t('staffDesk.find')} placeholder={t('staffDesk.find')} value={of('find')} maxLength={50} onChange={(e) => set('find', e.target.value)} />
        </div>
        <p className="muted" role="status">{query.data ? t('staffDesk.count', { count: query.data.total }) : ''}</p>
        {action}
      </div>
      <ListState query={query} empty={query.data?.total === 0} emptyText={t('staffDesk.none')}>
        <ul className="staff-rows">{query.data?.items.map((m) => <li key={m.accountId}><Row member={m} open={m.accountId === openId} /></li>)}</ul>
        <Pagination current={Number(of('page')) || 1} total={query.data?.total ?? 0} pageSize={query.data?.pageSize ?? 1} onChange={(n) => set('page', n)} hideOnSinglePage showSizeChanger={false} showTitle={false} />
      </ListState>
    </>
  );
}

function Row({ member: m, open }: { member: StaffMember; open: boolean }) {
  const { t } = useTranslation();
  const search = useSearch();
  return (
    <article className={`case-row${open ? ' open' : ''}`}>
      <div className="case-who">
        <Link href={`/desk/staff/${m.accountId}${search ? `?${search}` : ''}`} aria-current={open ? 'true' : undefined}>{m.name}</Link>
        <span className="muted">{m.username}</span>
      </div>
      <div>{m.places.map((p) => <div key={p.role}>{t('staffDesk.at', { role: t(`staffRole.${p.role}`), organisation: p.organisation })}</div>)}</div>
      <div className="case-state"><State of={m} />{m.mine ? <span className="muted">{t('staffDesk.you')}</span> : null}</div>
    </article>
  );
}

const TAG = { active: 'tag', invited: 'tag due', reset: 'tag due', disabled: 'tag bad' } as const;

/** Whether somebody can sign in, in words; colour only underlines it. */
export function State({ of }: { of: Pick<StaffMember, 'state'> }) {
  const { t } = useTranslation();
  return <span className={TAG[of.state]}>{t(`staffState.${of.state}`)}</span>;
}
