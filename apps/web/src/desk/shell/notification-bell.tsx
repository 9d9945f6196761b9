import { Badge, Button, Drawer } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../../api/client.js';
import { dayTime } from '../../design/format.js';
import { Failure, Loaded } from '../../design/parts.js';
import { useNotifications } from '../../pages/use-notifications.js';
import { DeskIcon } from '../icons.js';

/** The bell with how many are unread, and the inbox it opens at the side. */
export function NotificationBell({ open, show, close }: { open: boolean; show: () => void; close: () => void }) {
  const { t } = useTranslation();
  const query = useNotifications(true);
  const unread = query.data?.unread ?? 0;
  const label = unread ? t('nav.messagesUnread', { count: unread }) : t('nav.messages');
  return (
    <>
      <Badge count={unread} size="small" color="var(--primary)" offset={[-6, 6]}>
        <Button type="text" icon={<DeskIcon of="bell" />} onClick={show} aria-label={label} title={label} />
      </Badge>
      <Drawer open={open} onClose={close} title={t('notifications.title')} size={420} styles={{ wrapper: { maxWidth: '100vw' } }} destroyOnHidden>
        <Inbox close={close} />
      </Drawer>
    </>
  );
}

function Inbox({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useNotifications(true);
  const [error, setError] = useState<unknown>();
  const markRead = (upTo: string) => {
    setError(undefined);
    api.put('/notifications/read', { upTo }).then(() => queries.invalidateQueries({ queryKey: ['notifications'] }), setError);
  };
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <Loaded query={query}>
        {({ items, unread }) => (
          <>
            <div className="row">
              <span className="muted" role="status">{t('notifications.unread', { count: unread })}</span>
              {unread && items[0] ? <Button size="small" onClick={() => markRead(items[0]!.at)}>{t('notifications.markRead')}</Button> : null}
            </div>
            {items.length === 0 ? <p className="muted">{t('desk.noMessages')}</p> : (
              <ul className="list">
                {items.map((n) => (
                  <li key={n.id}>
                    <Link className="item" href={n.link} onClick={close}>
                      {n.read ? null : <span className="tag unread">{t('notifications.new')}</span>} {n.text}
                      <div className="muted">{dayTime(n.at)}</div>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
