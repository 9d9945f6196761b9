import type { DraftMinutes, MinutesContent, SessionView } from '@hejie/mediation/contract';
import type { Message } from '@hejie/rooms/contract';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { time } from '../../design/format.js';
import { Choice, Field, Loaded } from '../../design/parts.js';
import { partyName } from '../../respondents/party-name.js';

interface Props {
  readonly session: SessionView;
  /** What was written last. */
  readonly start: MinutesContent | undefined;
  readonly saved: boolean;
  readonly onSave: (body: DraftMinutes) => Promise<void>;
  readonly onPresent: () => void;
}

const WRITTEN = ['claimantSaid', 'respondentSaid', 'undisputedFacts', 'result'] as const;

const SIDES = ['claimant', 'respondent'] as const;
const RECUSAL = ['none', 'asked'] as const;

/** The mediator writes: words of the room by ticking them, the rest by hand. */
export function MinutesForm({ session, start, saved, onSave, onPresent }: Props) {
  const { t } = useTranslation();
  // the employer, or the one respondent there is, has its own fields
  const others = session.respondents?.filter((r) => r.key !== 'respondent') ?? [];
  const [body, setBody] = useState<DraftMinutes>({
    claimantSaid: start?.claimantSaid ?? '',
    respondentSaid: start?.respondentSaid ?? '',
    undisputedFacts: start?.undisputedFacts ?? '',
    result: start?.result ?? '',
    lines: start?.lines.map((l) => l.seq) ?? [],
    ...(start?.recusal ? { recusal: start.recusal } : {}),
    ...(others.length ? { others: others.map((r) => start?.others?.find((o) => o.respondent === r.key) ?? { respondent: r.key, said: '' }) } : {}),
  });
  const [changed, setChanged] = useState(!saved);
  const set = (part: Partial<DraftMinutes>) => {
    setBody((b) => ({ ...b, ...part }));
    setChanged(true);
  };
  const setOther = (respondent: string, part: Partial<NonNullable<DraftMinutes['others']>[number]>) => set({ others: (body.others ?? []).map((o) => (o.respondent === respondent ? { ...o, ...part } : o)) });
  return (
    <form className="card" onSubmit={(e) => { e.preventDefault(); void onSave(body).then(() => setChanged(false)); }}>
      <h2>{t('minutes.write')}</h2>
      <p className="muted">{t('minutes.writeHint')}</p>
      <Lines session={session} picked={body.lines} onChange={(lines) => set({ lines })} />
      {SIDES.map((side) => (
        <Choice key={side} legend={session.respondents && side === 'respondent' ? t('respondents.recusal', { who: partyName(side, session.respondents, true) }) : t(`minutes.recusal.${side}`)} name={`recusal-${side}`} value={body.recusal?.[side]} options={RECUSAL.map((value) => ({ value, label: t(`minutes.recusal.${value}`) }))} onChange={(value) => set({ recusal: { ...body.recusal, [side]: value } })} />
      ))}
      {body.others?.map((o) => (
        <Choice key={o.respondent} legend={t('respondents.recusal', { who: partyName(o.respondent, session.respondents, true) })} name={`recusal-${o.respondent}`} value={o.recusal} options={RECUSAL.map((value) => ({ value, label: t(`minutes.recusal.${value}`) }))} onChange={(recusal) => setOther(o.respondent, { recusal })} />
      ))}
      {WRITTEN.map((key) => (
        <Fragment key={key}>
          <Field label={session.respondents && key === 'respondentSaid' ? t('respondents.said', { who: partyName('respondent', session.respondents, true) }) : t(`minutes.${key}`)}>
            <textarea value={body[key]} maxLength={6000} required={key === 'result'} onChange={(e) => set({ [key]: e.target.value })} />
          </Field>
          {key === 'respondentSaid' ? body.others?.map((o) => (
            <Field key={o.respondent} label={t('respondents.said', { who: partyName(o.respondent, session.respondents, true) })}>
              <textarea value={o.said} maxLength={6000} onChange={(e) => setOther(o.respondent, { said: e.target.value })} />
            </Field>
          )) : null}
        </Fragment>
      ))}
      <div className="row">
        <button className="btn plain" disabled={!changed}>{t('minutes.save')}</button>
        <button type="button" className="btn" disabled={changed || session.status !== 'closed'} onClick={onPresent}>{t('minutes.present')}</button>
      </div>
      {session.status === 'closed' ? null : <p className="muted">{t('minutes.presentLater')}</p>}
    </form>
  );
}

/** The words said in the joint room, each to be ticked. */
function Lines({ session, picked, onChange }: { session: SessionView; picked: readonly number[]; onChange: (seqs: number[]) => void }) {
  const { t } = useTranslation();
  const joint = session.rooms.find((r) => r.kind === 'joint')?.id;
  const log = useQuery({ queryKey: ['minutes-lines', joint], queryFn: () => allWords(joint!), enabled: Boolean(joint) });
  const name = (id: string) => session.participants.find((p) => p.accountId === id)?.name ?? '';
  return (
    <fieldset>
      <legend>{t('minutes.pick')}</legend>
      <Loaded query={log}>
        {(words) => (
          <div className="box">
            {words.length === 0 ? <p className="muted">{t('minutes.nothingSaid')}</p> : null}
            {words.map((m) => (
              <label className="choice" key={m.seq}>
                <input type="checkbox" checked={picked.includes(m.seq)} onChange={(e) => onChange(e.target.checked ? [...picked, m.seq].sort((a, b) => a - b) : picked.filter((s) => s !== m.seq))} />
                <span><span className="muted">{name(m.senderId)} {time(m.at)}</span><br />{m.body.text}</span>
              </label>
            ))}
          </div>
        )}
      </Loaded>
    </fieldset>
  );
}

type Words = Extract<Message, { kind: 'text' }>;

async function allWords(roomId: string): Promise<Words[]> {
  const words: Words[] = [];
  for (let after = 0; ; ) {
    const { items } = await api.get<{ items: Message[] }>(`/rooms/${roomId}/messages?after=${after}&limit=200`);
    if (items.length === 0) return words;
    words.push(...items.filter((m) => m.kind === 'text'));
    after = items.at(-1)!.seq;
  }
}
