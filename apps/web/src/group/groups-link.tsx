import type { GroupMembership } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import './texts.js';

/** Leads from one's cases to one's groups: a member is nothing else to the case, so that it stands in no list. Nothing where there are none. */
export function GroupsLink() {
  const { t } = useTranslation();
  const groups = useQuery({ queryKey: ['group-memberships'], queryFn: () => api.get<{ items: GroupMembership[] }>('/group-memberships') }).data?.items ?? [];
  if (groups.length === 0) return null;
  const waiting = groups.filter((g) => g.status === 'invited').length;
  return (
    <section className={waiting ? 'card next' : 'card'}>
      <p>{waiting ? t('group.waiting', { count: waiting }) : t('group.inGroups', { count: groups.length })}</p>
      <Link className="btn" href="/groups">{t('group.mine')}</Link>
    </section>
  );
}
