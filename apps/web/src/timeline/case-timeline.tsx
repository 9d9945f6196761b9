import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { dayTime } from '../design/format.js';
import { Loaded } from '../design/parts.js';
import './texts.js';
import { reasonOf, wordsOf, type Timeline } from './words.js';

/** What happened in a case, newest first. @param newest as many entries are shown before one asks for all; without it, all are */
export function CaseTimeline({ caseId, newest = Infinity }: { caseId: string; newest?: number }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const query = useQuery({ queryKey: ['timeline', caseId], queryFn: () => api.get<Timeline>(`/cases/${caseId}/timeline`), refetchInterval: 15_000 });
  return (
    <section className="card">
      <h2>{t('case.timeline')}</h2>
      <Loaded query={query}>
        {({ items }) => (
          <>
            <ol className="timeline">
              {(all ? items : items.slice(0, newest)).map((e) => (
                <li key={e.id}>
                  <div>{wordsOf(e, t)}</div>
                  <div className="muted">{[dayTime(e.at), e.actorName].filter(Boolean).join(' · ')}</div>
                  {reasonOf(e, t) ? <div className="muted">{reasonOf(e, t)}</div> : null}
                </li>
              ))}
            </ol>
            {all || items.length <= newest ? null : <button type="button" className="btn plain" onClick={() => setAll(true)}>{t('case.wholeTimeline', { count: items.length })}</button>}
          </>
        )}
      </Loaded>
    </section>
  );
}
