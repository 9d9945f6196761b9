import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/parts.js';
import { RequestCard } from './request-card.js';
import { useRequests } from './use-requests.js';

/** Requests that wait for the lawyer's answer, the oldest first: it runs out first. */
export function OpenRequests() {
  const { t } = useTranslation();
  const query = useRequests();
  return (
    <Loaded query={query}>
      {(items) => {
        const open = items.filter((r) => r.status === 'open').sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
        if (open.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('desk.noRequests')} />;
        return <ul className="request-list">{open.map((r) => <li key={r.id}><RequestCard request={r} /></li>)}</ul>;
      }}
    </Loaded>
  );
}
