import type { BundleView } from '@hejie/cases/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../api/client.js';
import { useSubmit } from '../api/use-submit.js';
import { bytes, dayTime, list } from '../design/format.js';
import { Failure, Loaded } from '../design/parts.js';

const LOOK_AGAIN_MS = 2000;

/** The evidence as one PDF: asked for, being made, to be downloaded. */
export function Bundles({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['bundles', caseId],
    queryFn: () => api.get<{ items: BundleView[] }>(`/cases/${caseId}/bundles`),
    refetchInterval: (q) => (q.state.data?.items.some((b) => b.state === 'making') ? LOOK_AGAIN_MS : false),
  });
  const { submit, busy, error } = useSubmit((body: object) => api.post<BundleView>(`/cases/${caseId}/bundles`, body));
  // the legal department reads the case without making papers of it
  if (query.error instanceof ApiProblem && query.error.status === 404) return null;
  return (
    <section className="card">
      <h2>{t('caseEvidence.bundle')}</h2>
      <p className="muted">{t('caseEvidence.bundleHint')}</p>
      {error ? <Failure error={error} /> : null}
      <Loaded query={query}>
        {({ items }) => (
          <>
            <ul className="list" aria-live="polite">
              {items.length === 0 ? <li className="muted">{t('caseEvidence.noBundle')}</li> : null}
              {items.map((b) => <li key={b.id}><Bundle caseId={caseId} bundle={b} /></li>)}
            </ul>
            <button type="button" className="btn" disabled={busy || items.some((b) => b.state === 'making')} onClick={() => void submit({})}>{t('caseEvidence.make')}</button>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Bundle({ caseId, bundle: b }: { caseId: string; bundle: BundleView }) {
  const { t } = useTranslation();
  const volume = b.volumes > 1 ? t('caseEvidence.volume', { number: b.volume, all: b.volumes }) : null;
  if (!b.file) return <>{volume ? <strong>{volume} </strong> : null}{t('caseEvidence.making')}</>;
  const sheets = b.exhibits.filter((x) => !x.printed).map((x) => x.title);
  return (
    <>
      <div className="row">
        <span>{volume ? <strong>{volume} </strong> : null}{t('caseEvidence.bundleOf', { when: dayTime(b.askedAt), name: b.askedBy, pages: b.file.pages, size: bytes(b.file.bytes) })}</span>
        <a className="btn plain" href={`/api/cases/${caseId}/bundles/${b.id}/file`} target="_blank" rel="noreferrer">{t('caseEvidence.download')}{volume ? <span className="visually-hidden">：{volume}</span> : null}</a>
      </div>
      {sheets.length ? <div className="muted">{t('caseEvidence.notPrinted', { titles: list(sheets) })}</div> : null}
      <div className="muted hash">SHA-256 {b.file.sha256}</div>
    </>
  );
}
