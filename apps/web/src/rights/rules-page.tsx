import type { RulesView } from '@hejie/entitlement/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api } from '../api/client.js';
import { date, inLanguage } from '../design/format.js';
import { Failure, Loading } from '../design/parts.js';
import './texts.js';

/** Every rule that is counted with, where it stands, since when, and how sure that is: for whoever wants to check. */
export function RulesPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['rules'], queryFn: () => api.get<RulesView>('/rules') });
  return (
    <main>
      <h1>{t('rights.rules.title')}</h1>
      <p>{t('rights.rules.lead')}</p>
      {data ? (
        <section className="card" aria-label={t('rights.rules.title')}>
          <ul className="list">
            {data.items.map(({ topic, title, articles, effectiveFrom, effectiveTo, certainty }) => (
              <li key={topic}>
                <strong>{inLanguage(title)}</strong> <span className="tag">{t(`rights.rules.certainty.${certainty}`)}</span>
                <div>{articles.map((a) => inLanguage(a.citation)).join(inLanguage({ zh: '；', en: '; ' }))}</div>
                <div className="muted">{effectiveTo ? t('rights.rules.between', { from: date(effectiveFrom), to: date(effectiveTo) }) : t('rights.rules.since', { from: date(effectiveFrom) })}</div>
              </li>
            ))}
          </ul>
        </section>
      ) : error ? <Failure error={error} retry={() => void refetch()} /> : <Loading />}
      <Link className="btn plain" href="/rights">{t('home.rights')}</Link>
    </main>
  );
}
