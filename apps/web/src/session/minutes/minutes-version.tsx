import type { MinutesView } from '@hejie/mediation/contract';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import '../../agreement/texts.js';
import { dayTime, list, time, yuan } from '../../design/format.js';
import { Field } from '../../design/parts.js';
import { inOrder, partyName, type Several } from '../../respondents/party-name.js';

interface Props {
  readonly minutes: MinutesView;
  readonly respondents: Several;
  readonly mediator: boolean;
  readonly act: (work: () => Promise<unknown>) => Promise<unknown>;
}

const SIDES = ['claimant', 'respondent'] as const;
const WRITTEN = ['claimantSaid', 'respondentSaid', 'undisputedFacts', 'result'] as const;

/** One version as it is before the parties, and what they say of it. */
export function MinutesVersion({ minutes: m, respondents, mediator, act }: Props) {
  const { t } = useTranslation();
  const mine = m.answers.find((a) => a.mine);
  const all = m.answers.every((a) => a.answer === 'confirmed');
  return (
    <section className="card">
      <h2>{t('minutes.version', { version: m.version })} <span className={m.status === 'final' ? 'tag ok' : 'tag'}>{t(`minutes.${m.status}`)}</span></h2>
      {m.status === 'replaced' ? null : <Content minutes={m} respondents={respondents} />}
      <p><a href={`/api/minutes/${m.id}/pdf`} target="_blank" rel="noreferrer">{t('minutes.pdf')}</a></p>
      <ul className="list">
        {inOrder(m.answers, (a) => a.side, respondents).map((a) => (
          <li key={a.side}>
            <div className="row">
              <strong>{a.name}</strong> <span className="muted">{partyName(a.side, respondents)}</span>
              <span className={a.answer === 'confirmed' ? 'tag ok' : a.answer === 'objected' ? 'tag bad' : 'tag due'}>{t(`minutes.answer.${a.answer ?? 'none'}`)}</span>
              {a.answeredAt ? <span className="muted">{dayTime(a.answeredAt)}</span> : null}
            </div>
            {a.remark ? <p>{a.remark}</p> : null}
          </li>
        ))}
      </ul>
      {mine && !mine.answer && m.status === 'presented' ? <Answer id={m.id} act={act} /> : null}
      {mediator && m.status === 'presented' && !all ? (
        <>
          <p className="muted">{t('minutes.concludeHint')}</p>
          <button className="btn plain" onClick={() => void act(() => api.post(`/minutes/${m.id}/conclude`))}>{t('minutes.conclude')}</button>
        </>
      ) : null}
    </section>
  );
}

function Content({ minutes: { content: c }, respondents }: Pick<Props, 'minutes' | 'respondents'>) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('minutes.attendance')}</h3>
      <p>{list(c.attendance.map((a) => t('minutes.person', { name: a.name, side: partyName(a.respondent ?? a.side, respondents) })))}</p>
      {SIDES.map((side) => (c.recusal?.[side] ? <p key={side}>{respondents && side === 'respondent' ? t('respondents.recusal', { who: partyName(side, respondents) }) : t(`minutes.recusal.${side}`)} <strong>{t(`minutes.recusal.${c.recusal[side]}`)}</strong></p> : null))}
      {c.others?.map((o) => (o.recusal ? <p key={o.respondent}>{t('respondents.recusal', { who: partyName(o.respondent, respondents) })} <strong>{t(`minutes.recusal.${o.recusal}`)}</strong></p> : null))}
      {c.lines.length ? <h3>{t('minutes.pick')}</h3> : null}
      <ul className="said-lines">{c.lines.map((l) => <li key={l.seq}><span className="muted">{l.name} {time(l.at)}</span> {l.text}</li>)}</ul>
      {c.proposals?.length ? <h3>{t('minutes.proposals')}</h3> : null}
      <ul className="said-lines">{c.proposals?.map((p) => <li key={`${p.side} ${p.at}`}><span className="muted">{p.name} {time(p.at)}</span> {yuan(p.totalFen)} <span className="tag">{t(`proposalState.${p.state}`)}</span></li>)}</ul>
      {WRITTEN.filter((key) => c[key]).map((key) => (
        <Fragment key={key}>
          <div><h3>{respondents && key === 'respondentSaid' ? t('respondents.said', { who: partyName('respondent', respondents) }) : t(`minutes.${key}`)}</h3><p>{c[key]}</p></div>
          {key === 'respondentSaid' ? c.others?.map((o) => (o.said ? <div key={o.respondent}><h3>{t('respondents.said', { who: partyName(o.respondent, respondents) })}</h3><p>{o.said}</p></div> : null)) : null}
        </Fragment>
      ))}
    </>
  );
}

/** A party confirms with a fresh code, or says what is wrong. */
function Answer({ id, act }: { id: string; act: Props['act'] }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const [remark, setRemark] = useState<string>();
  if (remark !== undefined) {
    return (
      <form onSubmit={(e) => { e.preventDefault(); void act(() => api.post(`/minutes/${id}/object`, { remark })); }}>
        <Field label={t('minutes.remark')} hint={t('minutes.remarkHint')}><textarea value={remark} maxLength={1000} required onChange={(e) => setRemark(e.target.value)} /></Field>
        <div className="row">
          <button className="btn danger">{t('minutes.object')}</button>
          <button type="button" className="btn plain" onClick={() => setRemark(undefined)}>{t('minutes.back')}</button>
        </div>
      </form>
    );
  }
  return (
    <form onSubmit={(e) => { e.preventDefault(); void act(() => api.post(`/minutes/${id}/confirm`, { code })); }}>
      {asked ? (
        <>
          <Field label={t('minutes.code')}><input inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(e) => setCode(e.target.value)} required /></Field>
          <button className="btn big" disabled={code.length !== 6}>{t('minutes.confirm')}</button>
        </>
      ) : (
        <button type="button" className="btn big" onClick={() => void act(async () => { await api.post('/auth/confirmation-codes', { purpose: 'confirm_minutes', subject: id }); setAsked(true); })}>{t('minutes.getCode')}</button>
      )}
      <button type="button" className="btn danger" onClick={() => setRemark('')}>{t('minutes.somethingWrong')}</button>
    </form>
  );
}
