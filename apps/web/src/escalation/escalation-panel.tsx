import type { CaseView } from '@hejie/cases/contract';
import type { EscalationView, PartnerChoice, Track } from '@hejie/escalation/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../api/client.js';
import { useSameRequest } from '../api/same-request.js';
import { dayTime, withDays } from '../design/format.js';
import { Choice, Failure, Field } from '../design/parts.js';
import './texts.js';

const TRACKS: readonly Track[] = ['arbitration', 'litigation', 'payment_order', 'arbitral_review', 'judicial_confirmation'];

/** The way on to arbitration or court, and what came back. For the worker's side; `later` folds the form while it is not its turn. */
export function EscalationPanel({ view, later = false }: { view: CaseView; later?: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [track, setTrack] = useState<Track>('arbitration');
  const request = useSameRequest();
  const [error, setError] = useState<unknown>();
  /** Whom to choose from, when the case's place leaves more than one. */
  const [partners, setPartners] = useState<{ ask: string; choice: PartnerChoice }>();
  const [partnerId, setPartnerId] = useState('');
  const query = useQuery({ queryKey: ['escalations', view.id], queryFn: () => api.get<{ items: EscalationView[] }>(`/cases/${view.id}/escalations`), refetchInterval: 3000 });
  const may = view.allowedMoves.includes('escalate');
  const items = query.data?.items ?? [];
  if (!may && items.length === 0) return null;
  const hand = () => {
    setError(undefined);
    request.send(`/cases/${view.id}/escalations`, { track, ...(partnerId ? { partnerId } : {}) }).then(
      () => queries.invalidateQueries(),
      (refused: unknown) => {
        // a question, and no failure
        if (refused instanceof ApiProblem && refused.code === 'ESCALATION_PARTNER_OPEN') setPartners({ ask: refused.message, choice: refused.body['partners'] as PartnerChoice });
        else setError(refused);
      },
    );
  };
  const choose = (next: Track) => {
    setTrack(next);
    setPartners(undefined);
    setPartnerId('');
  };
  return (
    <section className="card">
      <h2>{t('escalation.title')}</h2>
      {error ? <Failure error={error} /> : null}
      {items.map((e) => (
        <div key={e.id}>
          <p><strong>{t(`track.${e.track}`)}</strong> {e.partner} <span className="tag">{t(`escalationStatus.${e.status}`)}</span> {e.reference}</p>
          <ol className="timeline">{[...e.history].reverse().map((h) => <li key={h.at + h.status}>{t('escalation.said', { status: t(`escalationStatus.${h.status}`) })} {withDays(h.text)}<div className="muted">{dayTime(h.at)}</div></li>)}</ol>
          {e.packetSha256 ? <a className="btn plain" href={`/api/escalations/${e.id}/packet`} target="_blank" rel="noreferrer">{t('escalation.packet')}</a> : null}
        </div>
      ))}
      {may ? (
        <form onSubmit={(e) => { e.preventDefault(); hand(); }}>
          <p className="muted">{t('escalation.hint')}</p>
          <details open={!later}>
            <summary>{t('escalation.choose')}</summary>
            <Field label={t('escalation.track')}>
              <select value={track} onChange={(e) => choose(e.target.value as Track)}>{TRACKS.map((x) => <option key={x} value={x}>{t(`track.${x}`)}</option>)}</select>
            </Field>
            {partners ? <p role="status">{partners.ask}</p> : null}
            {partners ? <Choice legend={t('escalation.partner')} name="partner" value={partnerId} options={partners.choice.map((p) => ({ value: p.id, label: p.name }))} onChange={setPartnerId} /> : null}
            <button className="btn plain" disabled={partners !== undefined && !partnerId}>{t('escalation.hand')}</button>
          </details>
        </form>
      ) : null}
    </section>
  );
}
