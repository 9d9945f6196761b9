import { useTranslation } from 'react-i18next';
import { CaseListing } from '../../pages/cases-page.js';

export function CasesSection() {
  const { t } = useTranslation();
  return <main className="desk-page"><h1>{t('desk.cases')}</h1><CaseListing /></main>;
}
