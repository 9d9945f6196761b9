import type { ChecklistView, EvidenceView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { api, ApiProblem } from '../api/client.js';
import { useMe } from '../api/me.js';
import { Loaded } from '../design/parts.js';
import { Bundles } from './bundles.js';
import './case-evidence.css';
import { Checklist } from './checklist.js';
import { CustodyTrail } from './custody-trail.js';
import { Exhibits } from './exhibits.js';
import { Files } from './files.js';
import './texts.js';

/** The evidence of one's own side: what is needed, what each file proves and where it comes from, the bundle and the trail. */
export function CaseEvidencePage() {
  const { t } = useTranslation();
  const { id } = useParams<{ id: string }>();
  const staff = !useMe().data?.roles.includes('person');
  const [editing, setEditing] = useState<string>();
  const evidence = useQuery({ queryKey: ['evidence', id], queryFn: () => api.get<{ items: EvidenceView[] }>(`/cases/${id}/evidence`) });
  // only the worker's side has a checklist
  const checklist = useQuery({ queryKey: ['checklist', id], queryFn: () => api.get<ChecklistView>(`/cases/${id}/evidence/checklist`).catch(noneFor404) });
  return (
    <main className="wide evidence-page">
      <p><Link href={staff ? `/desk/cases/${id}` : `/cases/${id}`}>← {t('caseEvidence.back')}</Link></p>
      <h1>{t('caseEvidence.title')}</h1>
      <Loaded query={evidence}>
        {({ items }) => (
          <Loaded query={checklist}>
            {(needed) => (
              <div className="cols">
                <div>
                  <Files caseId={id} files={items.filter((e) => e.bindable)} checklist={needed} editing={editing} onEdit={setEditing} />
                  {/* their numbers belong to the files just above; with no file there is nothing to number */}
                  {needed && items.length ? <><Exhibits caseId={id} /><Bundles caseId={id} /></> : null}
                </div>
                <div>
                  {needed ? <Checklist caseId={id} checklist={needed} files={items} onAdded={setEditing} /> : null}
                  <CustodyTrail caseId={id} />
                </div>
              </div>
            )}
          </Loaded>
        )}
      </Loaded>
    </main>
  );
}

function noneFor404(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 404) return null;
  throw error;
}
