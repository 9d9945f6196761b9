import type { CasePath, CaseView } from '@hejie/cases/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { useSubmit } from '../../api/use-submit.js';
import { Failure } from '../../design/parts.js';

const PATHS: readonly CasePath[] = ['negotiate', 'mediate_online', 'mediate_onsite', 'arbitration', 'court', 'legal_aid'];

/** How worker and counsel go on, as agreed between them. */
export function ChoosePath({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { submit, busy, error } = useSubmit((body: { path: CasePath; expectedStatus: string }) => api.post(`/cases/${view.id}/path`, body));
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <p className="muted">{view.path ? t('path.chosen', { path: t(`path.${view.path}`) }) : t('desk.pathHint')}</p>
      <div className="row">
        {PATHS.map((path) => (
          <Button key={path} type={view.path === path ? 'primary' : 'default'} aria-pressed={view.path === path} disabled={busy} onClick={() => void submit({ path, expectedStatus: view.status })}>{t(`path.${path}`)}</Button>
        ))}
      </div>
    </>
  );
}
