import type { CasePapers } from '@hejie/escalation/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { Loaded } from '../design/parts.js';
import './case-papers.css';
import { PaperList } from './paper-list.js';
import { PaperPane } from './paper-pane.js';
import './texts.js';

/** The papers of a case: which are of use now and what they lack; one of them beside, on a phone alone. */
export function CasePapersPage() {
  const { t } = useTranslation();
  const { id, kind } = useParams<{ id: string; kind?: string }>();
  const staff = !useMe().data?.roles.includes('person');
  const query = useQuery({ queryKey: ['papers', id], queryFn: () => api.get<CasePapers>(`/cases/${id}/papers`) });
  return (
    <main className={kind ? 'wide papers one' : 'wide papers'}>
      <p className="papers-back">
        {kind ? <Link className="papers-to-list" href={`/cases/${id}/papers`}>{t('papers.backToList')}</Link> : null}
        <Link className="papers-to-case" href={staff ? `/desk/cases/${id}` : `/cases/${id}`}>{t('papers.back')}</Link>
      </p>
      <h1>{t('papers.title')}</h1>
      <Loaded query={query}>
        {(papers) => (
          <div className="papers-cols">
            <PaperList caseId={id} papers={papers} chosen={kind} />
            <Chosen caseId={id} papers={papers} kind={kind} />
          </div>
        )}
      </Loaded>
    </main>
  );
}

function Chosen({ caseId, papers, kind }: { caseId: string; papers: CasePapers; kind: string | undefined }) {
  const item = papers.items.find((i) => i.kind === kind);
  return item ? <PaperPane key={item.kind} caseId={caseId} item={item} answers={papers.answers.find((a) => a.side === item.side)} /> : null;
}
