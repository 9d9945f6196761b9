import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearch, useSearchParams } from 'wouter';
import { useShortcuts } from '../shell/shortcuts.js';
import { InviteForm } from './invite-form.js';
import { OrganisationList } from './organisation-list.js';
import { OrganisationPane } from './organisation-pane.js';
import { StaffList } from './staff-list.js';
import { StaffPane } from './staff-pane.js';
import { Views } from './views.js';
import './staff.css';
import './texts.js';

/** In place of an id in the address: somebody who is not there yet. */
const NEW = 'new';

/** Who serves in an administrator's organisations, or the tree of these, and beside it the one that is looked after. */
export function StaffSection() {
  const [search] = useSearchParams();
  return search.get('view') === 'organisations' ? <OrganisationsSide /> : <PeopleSide />;
}

function PeopleSide() {
  const { t } = useTranslation();
  const { accountId } = useParams<{ accountId?: string }>();
  const [, go] = useLocation();
  const search = useSearch();
  const to = (id = '') => `/desk/staff${id ? `/${id}` : ''}${search ? `?${search}` : ''}`;
  const close = () => go(to());
  useShortcuts(accountId ? [{ keys: 'Escape', group: 'list', title: 'staffDesk.close', run: close }] : []);
  const Heading = accountId ? 'h2' : 'h1';
  const title = <div className="staff-title"><Heading>{t('desk.staff')}</Heading><Views of="people" /></div>;
  return (
    <main className="desk-split" data-open={accountId ? '' : undefined}>
      <section className="desk-list">
        <StaffList title={title} openId={accountId} action={<Button type="primary" onClick={() => go(to(NEW))}>{t('staffDesk.invite')}</Button>} />
      </section>
      {accountId ? <section className="desk-thing" key={accountId}>{accountId === NEW ? <InviteForm close={close} /> : <StaffPane accountId={accountId} close={close} />}</section> : null}
    </main>
  );
}

function OrganisationsSide() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const openId = search.get('at') ?? undefined;
  const close = () => setSearch((now) => { now.delete('at'); return now; });
  useShortcuts(openId ? [{ keys: 'Escape', group: 'list', title: 'orgDesk.close', run: close }] : []);
  const Heading = openId ? 'h2' : 'h1';
  return (
    <main className="desk-split" data-open={openId ? '' : undefined}>
      <section className="desk-list">
        <OrganisationList title={<div className="staff-title"><Heading>{t('desk.staff')}</Heading><Views of="organisations" /></div>} openId={openId} />
      </section>
      {openId ? <section className="desk-thing" key={openId}><OrganisationPane id={openId} close={close} /></section> : null}
    </main>
  );
}
