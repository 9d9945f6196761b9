import { useTranslation } from 'react-i18next';

/** A case's status in words; colour only underlines it. */
export function StatusTag({ status, outcome }: { status: string; outcome?: string | null }) {
  const { t } = useTranslation();
  const good = status === 'agreed' || outcome === 'settled' || outcome === 'paid_after_contact';
  return <span className={`tag${good ? ' ok' : outcome === 'refused' ? ' bad' : ''}`}>{outcome ? t(`outcome.${outcome}`) : t(`status.${status}`)}</span>;
}
