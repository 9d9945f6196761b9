import { useTranslation } from 'react-i18next';
import '../../guided/texts.js';
import { CallIntake } from './call-intake.js';
import './intake.css';

export function IntakeSection() {
  const { t } = useTranslation();
  return <main className="desk-page"><h1>{t('intake.title')}</h1><CallIntake /></main>;
}
