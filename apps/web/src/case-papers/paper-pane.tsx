import type { CasePapers, PaperItem, PaperPreview } from '@hejie/escalation/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { inLanguage } from '../design/format.js';
import { Loaded } from '../design/parts.js';
import { FillPaper } from './fill-paper.js';
import { PaperTag } from './paper-list.js';
import { PaperText } from './paper-text.js';

type SideAnswers = CasePapers['answers'][number];

/** One paper: what it is for, what it lacks, how it reads, and the files to take. */
export function PaperPane({ caseId, item, answers }: { caseId: string; item: PaperItem; answers: SideAnswers | undefined }) {
  const { t } = useTranslation();
  const path = `/cases/${caseId}/papers/${item.kind}`;
  const preview = useQuery({ queryKey: ['paper', caseId, item.kind, answers?.version ?? 0], queryFn: () => api.get<PaperPreview>(`${path}/preview`), staleTime: 60_000 });
  const others = item.missing.filter((m) => !m.fill);
  // in the order of the paper
  const fields = item.fields.flatMap((id) => answers?.fields.find((f) => f.id === id) ?? []);
  return (
    <div className="papers-one">
      <section className="card">
        <div className="row"><h2>{inLanguage(item.title)}</h2><PaperTag item={item} /></div>
        <p>{inLanguage(item.use)}</p>
        {item.missing.length ? (
          <>
            <h3>{t('papers.missingTitle')}</h3>
            <ul className="papers-missing">{item.missing.map((m) => <li key={m.id}>{others.includes(m) ? t('papers.missingElse', { field: inLanguage(m.label) }) : inLanguage(m.label)}</li>)}</ul>
            <p className="muted">{t('papers.missingHint')}</p>
          </>
        ) : null}
        <div className="row">
          <a className="btn" href={`/api${path}?format=pdf`} download>{t('papers.pdf')}</a>
          <a className="btn plain" href={`/api${path}?format=docx`} download>{t('papers.docx')}</a>
        </div>
        {item.final ? <p className="muted">{t('papers.finalHint')}</p> : null}
      </section>
      {answers?.mayFill && fields.length ? <FillPaper key={answers.version} caseId={caseId} answers={answers} fields={fields} missing={item.missing.map((m) => m.id)} /> : null}
      <section aria-labelledby="paper-preview">
        <h2 id="paper-preview">{t('papers.preview')}</h2>
        <p className="muted">{t('papers.previewHint')} {t('papers.law', { articles: item.articles.map(inLanguage).join('；') })}</p>
        <Loaded query={preview}>{(paper) => <PaperText paper={paper} />}</Loaded>
      </section>
    </div>
  );
}
