import type { AnswerView, CaseView, EvidenceView, Position } from '@hejie/cases/contract';
import { CLAIM_KINDS, type ClaimKind } from '@hejie/law';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useSameRequest } from '../api/same-request.js';
import { dayTime, inLanguage, list, yuan } from '../design/format.js';
import { Choice, Failure, Field } from '../design/parts.js';
import { Amount } from '../design/amount.js';
import '../respondents/texts.js';
import './texts.js';

const POSITIONS: readonly Position[] = ['admit', 'partly', 'deny'];

interface Said { position?: Position | undefined; amountFen?: number | undefined; reason: string; evidenceIds: string[] }

/** The employer answers claim by claim, with reason and evidence; every answer sent is kept as a version. */
export function AnswerForm({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const evidence = useQuery({ queryKey: ['evidence', view.id], queryFn: () => api.get<{ items: EvidenceView[] }>(`/cases/${view.id}/evidence`) });
  const citable = evidence.data?.items.filter((e) => e.side === 'respondent' && e.visibility === 'shared') ?? [];
  const [text, setText] = useState(view.answer?.text ?? '');
  const [said, setSaid] = useState<Readonly<Record<number, Said>>>(() => before(view.answer));
  const request = useSameRequest();
  const [error, setError] = useState<unknown>();
  const claims = view.facts.claims ?? [];
  const change = (claim: number, part: Partial<Said>) => setSaid({ ...said, [claim]: { reason: '', evidenceIds: [], ...said[claim], ...part } });
  const send = async () => {
    const answers = Object.entries(said).flatMap(([claim, { position, amountFen, ...rest }]) =>
      position ? [{ claim: Number(claim), position, ...(position === 'partly' && amountFen !== undefined ? { amountFen } : {}), ...rest }] : []);
    await request.send(`/cases/${view.id}/answer`, { text, claims: answers });
    await queries.invalidateQueries();
  };
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); setError(undefined); send().catch(setError); }}>
      <h2>{t('answer.title')}</h2>
      <p className="muted">{t(view.respondents.length > 1 ? 'respondents.alone' : 'answer.hint')}</p>
      {error ? <Failure error={error} labels={{ 'claims.*.amountFen': t('answer.admitted'), 'claims.*.reason': t('answer.reason'), text: t('answer.label') }} /> : null}
      {claims.map((claim, i) => {
        const { position, amountFen, reason, evidenceIds } = said[i] ?? { reason: '', evidenceIds: [] as string[] };
        const what = claimText(claim.kind, claim.amountFen ?? null);
        return (
          <div key={i}>
            <Choice legend={`${i + 1}. ${what}`} name={`answer-${i}`} value={position} onChange={(chosen) => change(i, { position: chosen })} options={POSITIONS.map((value) => ({ value, label: t(`answer.${value}`) }))} />
            {position === 'partly' ? <Amount label={t('answer.admitted')} fen={amountFen} onChange={(fen) => change(i, { amountFen: fen })} /> : null}
            {position ? <Field label={t('answer.reason')}><input value={reason} maxLength={1000} required={position !== 'admit'} minLength={2} onChange={(e) => change(i, { reason: e.target.value })} /></Field> : null}
            {position ? citable.map((e) => (
              <label className="choice" key={e.id}>
                <input type="checkbox" checked={evidenceIds.includes(e.id)} onChange={() => change(i, { evidenceIds: evidenceIds.includes(e.id) ? evidenceIds.filter((x) => x !== e.id) : [...evidenceIds, e.id] })} />
                {t('answer.cite', { title: e.title })}
              </label>
            )) : null}
          </div>
        );
      })}
      <Field label={t('answer.label')}><textarea value={text} onChange={(e) => setText(e.target.value)} required={!Object.values(said).some((s) => s.position)} minLength={2} /></Field>
      <button className="btn">{t('answer.send')}</button>
      {view.answer ? <p className="muted" role="status">{t('answer.sent', { at: dayTime(view.answer.at) })}</p> : null}
    </form>
  );
}

/** The standing answer, for both sides. */
export function AnswerText({ answer }: { answer: AnswerView }) {
  const { t } = useTranslation();
  return (
    <>
      {answer.text}
      {answer.claims.length ? (
        <ul>
          {answer.claims.map((c) => (
            <li key={c.claim}>
              {t('answer.toClaim', { claim: claimText(c.kind, c.claimedFen) })} <strong>{t(`answer.${c.position}`)}</strong>
              {c.position === 'partly' && c.admittedFen !== null ? ` ${yuan(c.admittedFen)}` : ''}
              {c.reason ? t('answer.because', { reason: c.reason }) : ''}
              {c.evidence.length ? <span className="muted"> {t('answer.withEvidence', { titles: list(c.evidence.map((e) => e.title)) })}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

const claimText = (kind: ClaimKind, fen: number | null) => [inLanguage(CLAIM_KINDS[kind]), fen === null ? '' : yuan(fen)].join(' ').trim();

/** What the last version said, to start the next one from. */
function before(answer: AnswerView | null): Record<number, Said> {
  return Object.fromEntries(
    (answer?.claims ?? []).map((c) => [
      c.claim,
      { position: c.position, reason: c.reason, evidenceIds: c.evidence.map((e) => e.id), ...(c.position === 'partly' && c.admittedFen !== null ? { amountFen: c.admittedFen } : {}) },
    ]),
  );
}
