import { useTranslation } from 'react-i18next';
import { dayTime } from '../../design/format.js';
import { otherSide } from '../../respondents/names.js';
import { ProfileNotice } from '../profile/profile-notice.js';
import { OpenRequests } from './open-requests.js';
import { useRequests } from './use-requests.js';

/** New requests of workers, and what became of earlier ones. */
export function RequestsSection() {
  const { t } = useTranslation();
  const earlier = useRequests().data?.filter((r) => r.status !== 'open') ?? [];
  return (
    <main className={earlier.length ? 'desk-page' : 'desk-page narrow'}>
      <h1>{t('desk.requests')}</h1>
      <ProfileNotice />
      <div className="desk-cols">
        <OpenRequests />
        {earlier.length ? (
          <section className="card">
            <h2>{t('request.earlier')}</h2>
            <ul className="list">
              {earlier.map((r) => (
                <li key={r.id} className="row"><span>{t('case.parties', { claimant: r.claimantName, employer: otherSide(r) })}</span> <span className="tag">{t(`requestStatus.${r.status}`)}</span> <span className="muted">{dayTime(r.askedAt)}</span></li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </main>
  );
}
