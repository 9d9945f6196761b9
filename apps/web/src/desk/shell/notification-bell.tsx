import { Badge, Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Inbox } from '../../notifications/inbox.js';
import { useNotifications } from '../../notifications/use-notifications.js';
import { DeskIcon } from '../icons.js';

/** The bell with how many are unread, and the inbox it opens at the side. */
export function NotificationBell({ open, show, close }: { open: boolean; show: () => void; close: () => void }) {
  const { t } = useTranslation();
  const query = useNotifications(true);
  const unread = query.data?.unread ?? 0;
  const label = unread ? t('nav.messagesUnread', { count: unread }) : t('nav.messages');
  return (
    <>
      <Badge count={unread} size="small" color="var(--primary)" offset={[-3, 9]}>
        <Button type="text" icon={<DeskIcon of="bell" />} onClick={show} aria-label={label} title={label} />
      </Badge>
      <Drawer open={open} onClose={close} title={t('notifications.title')} size={420} styles={{ wrapper: { maxWidth: '100vw' } }} destroyOnHidden>
        <Inbox onOpen={close} />
      </Drawer>
    </>
  );
}
