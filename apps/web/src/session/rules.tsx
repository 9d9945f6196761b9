import { RULES_VERSION } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';

const RULES = ['neutral', 'voluntary', 'confidential', 'caucus', 'noRecording', 'alone', 'effect'] as const;

/** The rules at the door: whoever does not agree does not come in. */
export function Rules({ onConsent }: { onConsent: (body: { rulesVersion: string }) => void }) {
  const { t } = useTranslation();
  return (
    <section className="card next">
      <h2>{t('rules.title')}</h2>
      <p>{t('rules.intro')}</p>
      <ol className="list">{RULES.map((rule) => <li key={rule}><strong>{t(`rules.${rule}`)}</strong><div>{t(`rules.${rule}.text`)}</div></li>)}</ol>
      <button className="btn big" onClick={() => onConsent({ rulesVersion: RULES_VERSION })}>{t('rules.consent')}</button>
      <p className="muted">{t('rules.version', { version: RULES_VERSION })}</p>
    </section>
  );
}
