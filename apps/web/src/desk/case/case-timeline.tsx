import type { timelineSchema } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { api } from '../../api/client.js';
import { dayTime, yuan } from '../../design/format.js';
import { Loaded } from '../../design/parts.js';

type Timeline = z.infer<typeof timelineSchema>;

/** Everything that happened in the case, newest first. */
export function CaseTimelineCard({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['timeline', caseId], queryFn: () => api.get<Timeline>(`/cases/${caseId}/timeline`), refetchInterval: 15_000 });
  const words = (data: Timeline['items'][number]['data']) => ({
    ...data,
    amount: typeof data['amountFen'] === 'number' ? yuan(data['amountFen']) : '',
    when: typeof data['startsAt'] === 'string' ? dayTime(data['startsAt']) : '',
    result: data['outcome'] ? t(`sessionOutcome.${String(data['outcome'])}`) : '',
  });
  return (
    <section className="card">
      <h2>{t('case.timeline')}</h2>
      <Loaded query={query}>
        {({ items }) => (
          <ol className="timeline">
            {items.map((e) => (
              <li key={e.id}>
                <div>{t(`timeline.${e.kind}`, words(e.data))}</div>
                <div className="muted">{[dayTime(e.at), e.actorName].filter(Boolean).join(' · ')}</div>
                {typeof e.data['reason'] === 'string' ? <div className="muted">{e.data['reason']}</div> : null}
                {typeof e.data['sha256'] === 'string' && e.kind === 'mediation.sealed' ? <div className="muted">SHA-256 {e.data['sha256']}</div> : null}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
