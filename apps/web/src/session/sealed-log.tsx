import { useTranslation } from 'react-i18next';

/** The sealed log of a session that has ended, to take home. */
export function SealedLog({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <h2>{t('sealedLog.title')}</h2>
      <p>{t('sealedLog.hint')}</p>
      <a className="btn plain" href={`/api/sessions/${sessionId}/sealed-log`} download>{t('sealedLog.download')}</a>
      <details><summary>{t('sealedLog.how')}</summary><p className="muted">{t('sealedLog.verify')}</p></details>
    </section>
  );
}
