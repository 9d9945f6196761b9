import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { dayTime } from '../../design/format.js';
import { Loaded } from '../../design/parts.js';
import { wordsOf, type Timeline } from '../../timeline/words.js';

/** Everything that happened in the case, newest first. */
export function CaseTimelineCard({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['timeline', caseId], queryFn: () => api.get<Timeline>(`/cases/${caseId}/timeline`), refetchInterval: 15_000 });
  return (
    <section className="card">
      <h2>{t('case.timeline')}</h2>
      <Loaded query={query}>
        {({ items }) => (
          <ol className="timeline">
            {items.map((e) => (
              <li key={e.id}>
                <div>{wordsOf(e, t)}</div>
                <div className="muted">{[dayTime(e.at), e.actorName].filter(Boolean).join(' · ')}</div>
                {typeof e.data['reason'] === 'string' ? <div className="muted">{e.data['reason']}</div> : null}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
