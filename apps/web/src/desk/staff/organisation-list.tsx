import type { OrganisationView } from '@hejie/identity/contract';
import { Input } from 'antd';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { ListState } from '../cases/list-state.js';
import { useOrganisationTree } from './use-organisation-tree.js';

/** The tree within reach, each set in below the one it belongs to; while something is looked for, only what fits. */
export function OrganisationList({ title, openId }: { title: ReactNode; openId: string | undefined }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const query = useOrganisationTree();
  const find = search.get('find') ?? '';
  const all = query.data ?? [];
  const words = find.trim().toLowerCase();
  const shown = all.filter((o) => o.name.toLowerCase().includes(words));
  const look = (value: string) =>
    setSearch((now) => {
      if (value) now.set('find', value);
      else now.delete('find');
      return now;
    }, { replace: true });
  return (
    <>
      <div className="list-head organisation-head">
        {title}
        <Input type="search" aria-label={t('orgDesk.find')} placeholder={t('orgDesk.find')} value={find} maxLength={50} onChange={(e) => look(e.target.value)} />
        <p className="muted" role="status">{query.data ? t('orgDesk.count', { count: shown.length }) : ''}</p>
      </div>
      <ListState query={query} empty={shown.length === 0} emptyText={t('orgDesk.none')}>
        <ul className="staff-rows organisation-rows">
          {shown.map((o) => (
            <li key={o.id} style={{ '--depth': words ? 0 : o.depth } as CSSProperties}>
              <Row of={o} above={words ? all.find((p) => p.id === o.parentId)?.name : undefined} open={o.id === openId} />
            </li>
          ))}
        </ul>
      </ListState>
    </>
  );
}

function Row({ of: o, above, open }: { of: OrganisationView; above: string | undefined; open: boolean }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const to = new URLSearchParams(search);
  to.set('at', o.id);
  return (
    <article className={`case-row${open ? ' open' : ''}`}>
      <div className="case-who">
        <Link href={`/desk/staff?${to}`} aria-current={open ? 'true' : undefined}>{o.name}</Link>
        {above ? <span className="muted">{t('orgDesk.below', { name: above })}</span> : null}
      </div>
      <div className="case-state"><KindAndState of={o} /></div>
      <div className="muted">{[o.staff ? t('orgDesk.staff', { count: o.staff }) : '', o.openCases ? t('orgDesk.cases', { count: o.openCases }) : ''].filter(Boolean).join(' · ')}</div>
    </article>
  );
}

/** What an organisation is and, once it is closed, that it is. */
export function KindAndState({ of: o }: { of: Pick<OrganisationView, 'kind' | 'closedAt'> }) {
  const { t } = useTranslation();
  return <><span className="tag">{t(`organisationKind.${o.kind}`)}</span>{o.closedAt ? <span className="tag bad">{t('orgDesk.closed')}</span> : null}</>;
}
