import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { dayTime } from '../design/format.js';
import { Failure, Loaded } from '../design/parts.js';
import { typeName } from '../design/type-name.js';
import { useNotifications } from './use-notifications.js';
import './texts.js';

/** What one has been told, newest first; each opens the page it is about. */
export function Inbox({ onOpen }: { onOpen?: () => void }) {
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
        {({ items, unread }) => (items.length === 0 ? <p className="card">{t('notifications.empty')}</p> : (
          <>
            <div className="row">
              <span className="muted" role="status">{t('notifications.unread', { count: unread })}</span>
              {unread ? <button className="btn plain" onClick={() => markRead(items[0]!.at)}>{t('notifications.markRead')}</button> : null}
            </div>
            <ul className="list card">
              {items.map((n) => (
                <li key={n.id}>
                  <Link className="item" href={n.link} {...(onOpen ? { onClick: onOpen } : {})}>
                    {n.read ? null : <><span className="tag new">{t('notifications.new')}</span> </>}
                    {n.text}
                    <div className="muted">{n.about ? <><span className="keep">{n.about.number} {typeName(n.about.type)}</span> </> : null}<span className="keep">{dayTime(n.at)}</span></div>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        ))}
      </Loaded>
    </>
  );
}
