import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearch } from 'wouter';
import { useShortcuts } from '../shell/shortcuts.js';
import { InboxList } from './inbox-list.js';
import { InboxPane } from './inbox-pane.js';
import './partner.css';
import './texts.js';

/** What was handed to the partner's organisation and, beside it, the one that is open. */
export function PartnerSection() {
  const { t } = useTranslation();
  const { itemId } = useParams<{ itemId?: string }>();
  const [, go] = useLocation();
  const search = useSearch();
  const close = () => go(`/desk/inbox${search ? `?${search}` : ''}`);
  useShortcuts(itemId ? [{ keys: 'Escape', group: 'list', title: 'inbox.close', run: close }] : []);
  const Heading = itemId ? 'h2' : 'h1';
  return (
    <main className="desk-split" data-open={itemId ? '' : undefined}>
      <section className="desk-list"><InboxList title={<Heading>{t('desk.inbox')}</Heading>} openId={itemId} /></section>
      {itemId ? <section className="desk-thing" key={itemId}><InboxPane itemId={itemId} close={close} /></section> : null}
    </main>
  );
}
