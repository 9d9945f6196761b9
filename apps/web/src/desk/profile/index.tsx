import { useTranslation } from 'react-i18next';
import { Loaded } from '../../design/parts.js';
import { ProfileForm } from './profile-form.js';
import { useProfile } from './use-profile.js';
import '../../lawyers/texts.js';
import './profile.css';
import './texts.js';

/** Where a lawyer says what workers choose them by. */
export function ProfileSection() {
  const { t } = useTranslation();
  const query = useProfile();
  return (
    <main className="desk-page narrow">
      <h1>{t('desk.profile')}</h1>
      <Loaded query={query}>
        {(own) => (
          <>
            <p className={own.listed ? 'muted' : 'profile-missing'} role="status">{t(own.listed ? 'profile.listed' : 'profile.notListedHint')}</p>
            <ProfileForm own={own} />
          </>
        )}
      </Loaded>
    </main>
  );
}
