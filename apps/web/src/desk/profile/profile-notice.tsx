import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useProfile } from './use-profile.js';
import './texts.js';

/** Tells a lawyer whom workers cannot choose yet, and where to mend it. */
export function ProfileNotice() {
  const { t } = useTranslation();
  const own = useProfile().data;
  if (!own || own.listed) return null;
  return (
    <section className="card next" role="status">
      <h2>{t('profile.notListed')}</h2>
      <p>{t('profile.notListedHint')}</p>
      <Link href="/desk/profile">{t('profile.fillIn')}</Link>
    </section>
  );
}
