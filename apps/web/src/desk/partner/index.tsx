import { useTranslation } from 'react-i18next';
import { PartnerInbox } from '../../pages/partner-inbox.js';

/** What was handed to the partner's organisation. */
export function PartnerSection() {
  const { t } = useTranslation();
  return <main className="desk-page"><h1>{t('desk.inbox')}</h1><PartnerInbox /></main>;
}
