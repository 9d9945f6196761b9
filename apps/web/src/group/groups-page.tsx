import type { GroupMembership } from '@hejie/cases/contract';
import type { MyShare } from '@hejie/mediation/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { Loaded } from '../design/parts.js';
import { Membership } from './membership.js';
import './group.css';
import './texts.js';

/** What a worker sees of the groups they are in: the own row and the sums, nobody else's. */
export function GroupsPage() {
  const { t } = useTranslation();
  const groups = useQuery({ queryKey: ['group-memberships'], queryFn: () => api.get<{ items: GroupMembership[] }>('/group-memberships'), refetchInterval: 15_000 });
  const shares = useQuery({ queryKey: ['my-shares'], queryFn: () => api.get<{ items: MyShare[] }>('/my-shares'), refetchInterval: 15_000 });
  // what was agreed belongs to each group: without it a page would say less than there is
  const both = { data: groups.data && shares.data ? { memberships: groups.data.items, shares: shares.data.items } : undefined, error: groups.error ?? shares.error, refetch: () => Promise.all([groups.refetch(), shares.refetch()]) };
  return (
    <main>
      <h1>{t('group.mine')}</h1>
      <Loaded query={both}>
        {({ memberships, shares: mine }) =>
          memberships.length === 0 ? (
            <div className="card"><p>{t('group.none')}</p><p className="muted">{t('group.noneHint')}</p><Link className="btn plain" href="/cases">{t('nav.cases')}</Link></div>
          ) : (
            <>{memberships.map((m) => <Membership key={m.id} m={m} share={mine.find((s) => s.caseId === m.caseId)} />)}</>
          )
        }
      </Loaded>
    </main>
  );
}
