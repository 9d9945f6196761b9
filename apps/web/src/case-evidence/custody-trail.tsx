import type { CustodyView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { dayTime } from '../design/format.js';
import { Loaded } from '../design/parts.js';

/** Who had which file when, newest first. */
export function CustodyTrail({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['custody', caseId], queryFn: () => api.get<CustodyView>(`/cases/${caseId}/evidence/custody`) });
  return (
    <section className="card">
      <h2>{t('caseEvidence.custody')}</h2>
      <p className="muted">{t('caseEvidence.custodyHint')}</p>
      <Loaded query={query}>
        {({ items }) => (
          <ol className="timeline box" tabIndex={0} aria-label={t('caseEvidence.custody')}>
            {items.length === 0 ? <li className="muted">{t('caseEvidence.noCustody')}</li> : null}
            {[...items].reverse().map((line) => (
              <li key={line.id}>
                <div>{t(`caseEvidence.did.${line.kind}`, { title: line.title })}</div>
                <div className="muted">{dayTime(line.at)} · {line.by ?? t('caseEvidence.system')}</div>
                <div className="muted hash">{t('caseEvidence.fingerprint', { hash: line.sha256.slice(0, 16) })}</div>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
