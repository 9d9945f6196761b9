import { useTranslation } from 'react-i18next';
import { QuickIntake } from './quick-intake.js';

export function IntakeSection() {
  const { t } = useTranslation();
  return <main className="desk-page narrow"><h1>{t('intake.title')}</h1><QuickIntake /></main>;
}
