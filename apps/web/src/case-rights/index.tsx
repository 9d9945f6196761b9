import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useMe } from '../api/me.js';
import { Clocks } from './clocks.js';
import { Payments } from './payments.js';
import { Questions } from './questions.js';
import './case-rights.css';
import { Sheets } from './sheets.js';
import { useAsksFinality } from './use-asks-finality.js';
import './texts.js';

/** The law's side of a case: its dates, what is due, and what was already paid. The other side sees only sheets both agreed to. */
export function CaseRightsPage() {
  const { t } = useTranslation();
  const { id } = useParams<{ id: string }>();
  const asksFinality = useAsksFinality(id, true);
  const staff = !useMe().data?.roles.includes('person');
  return (
    <main className="wide">
      <p><Link href={staff ? `/desk/cases/${id}` : `/cases/${id}`}>← {t('caseRights.back')}</Link></p>
      <h1>{t('caseRights.title')}</h1>
      <div className="cols">
        <div>{asksFinality ? <Questions caseId={id} /> : null}<Clocks caseId={id} />{asksFinality ? null : <Questions caseId={id} />}</div>
        <div><Sheets caseId={id} /><Payments caseId={id} /></div>
      </div>
    </main>
  );
}
