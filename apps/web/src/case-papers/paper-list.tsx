import type { CasePapers, PaperItem } from '@hejie/escalation/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inLanguage } from '../design/format.js';

/** What is of use now, each in everyday words with what it still lacks. */
export function PaperList({ caseId, papers, chosen }: { caseId: string; papers: CasePapers; chosen: string | undefined }) {
  const { t } = useTranslation();
  return (
    <nav className="card papers-list" aria-label={t('papers.list')}>
      <p className="muted">{t(papers.items.length ? 'papers.intro' : 'papers.none')}</p>
      <ul className="list">
        {papers.items.map((item) => (
          <li key={item.kind}>
            <Link className="item" href={`/cases/${caseId}/papers/${item.kind}`} aria-current={item.kind === chosen ? 'page' : undefined}>
              <span className="row"><strong>{inLanguage(item.title)}</strong><PaperTag item={item} /></span>
              <span className="muted">{inLanguage(item.use)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="muted">{t('papers.audited')}</p>
    </nav>
  );
}

export function PaperTag({ item }: { item: PaperItem }) {
  const { t } = useTranslation();
  if (item.final) return <span className="tag ok">{t('papers.final')}</span>;
  return item.missing.length ? <span className="tag due">{t('papers.missing', { count: item.missing.length })}</span> : <span className="tag ok">{t('papers.ready')}</span>;
}
