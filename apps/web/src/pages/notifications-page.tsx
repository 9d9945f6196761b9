import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { dayTime } from '../design/format.js';
import { Failure, Loaded } from '../design/parts.js';
import { type NotificationView, useNotifications } from './use-notifications.js';
import '../notifications/texts.js';

/** What one has been told, newest first; each opens the page it is about. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useNotifications(true);
  const [error, setError] = useState<unknown>();
  const markRead = (upTo: string) => {
    setError(undefined);
    api.put('/notifications/read', { upTo }).then(() => queries.invalidateQueries({ queryKey: ['notifications'] }), setError);
  };
  return (
    <main>
      <h1>{t('notifications.title')}</h1>
      {error ? <Failure error={error} /> : null}
      <Loaded query={query}>
        {({ items, unread }) => (
          <>
            <p className="muted" role="status">{t('notifications.unread', { count: unread })}</p>
            {unread && items[0] ? <button className="btn plain" onClick={() => markRead(items[0]!.at)}>{t('notifications.markRead')}</button> : null}
            {items.length === 0 ? <p className="card">{t('notifications.empty')}</p> : (
              <ul className="list card">{items.map((n) => <Item key={n.id} notification={n} />)}</ul>
            )}
          </>
        )}
      </Loaded>
    </main>
  );
}

function Item({ notification: n }: { notification: NotificationView }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link className="item" href={n.link}>
        {n.read ? null : <><span className="tag new">{t('notifications.new')}</span> </>}
        {n.text}
        <div className="muted">{dayTime(n.at)}</div>
      </Link>
    </li>
  );
}
