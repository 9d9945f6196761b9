import { useTranslation } from 'react-i18next';
import { InsightPanel } from '../../pages/insight-panel.js';

/** The legal department's numbers of the city. */
export function InsightSection() {
  const { t } = useTranslation();
  return <main className="desk-page"><h1>{t('desk.insight')}</h1><InsightPanel /></main>;
}
