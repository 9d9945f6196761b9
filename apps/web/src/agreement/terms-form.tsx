import type { GroupMemberView } from '@hejie/cases/contract';
import { CLAIM_KINDS, claimKinds, type ClaimKind } from '@hejie/law';
import type { ProposalAudience, RespondentKey, Terms } from '@hejie/mediation/contract';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, yearsFromNow } from '../design/date-field.js';
import { inLanguage, yuan } from '../design/format.js';
import { Field } from '../design/parts.js';
import { Amount } from '../design/amount.js';
import { BindsField, partsFit, type Bound } from '../respondents/binds-field.js';
import { partyName, type Several } from '../respondents/party-name.js';
import { SharesField, type Share } from '../shares/shares-field.js';
import { instalmentsOf, instalmentsOfEach } from './instalments.js';
import { MoreTerms, type OptionalTerms } from './more-terms.js';
import './texts.js';

interface Item { kind: ClaimKind; amountFen: number | undefined }

interface Props {
  readonly audiences: readonly ProposalAudience[];
  /** What the case is about: the first thing offered for. */
  readonly claims?: readonly { kind: ClaimKind }[];
  /** Of a group's case: each of them is named with an amount. */
  readonly workers?: readonly GroupMemberView[];
  /** Where the case has several respondents: whom it may bind, all at first; and whom the one who offers speaks for. */
  readonly respondents?: Several;
  readonly own?: RespondentKey | undefined;
  /** What the button says. */
  readonly send?: string;
  /** Fields of the form around it, above the terms. */
  readonly before?: ReactNode;
  onSubmit(terms: Terms, audience: ProposalAudience): void;
}

/** For what, how much, and when: once or in equal monthly parts; what else was agreed folds out. */
export function TermsForm({ onSubmit, audiences, claims = [], workers = [], respondents, own, send, before }: Props) {
  const { t } = useTranslation();
  const [items, setItems] = useState<readonly Item[]>([{ kind: claims[0]?.kind ?? 'other', amountFen: workers.length ? workers.reduce((sum, w) => sum + w.dueFen, 0) : undefined }]);
  const [shares, setShares] = useState<readonly Share[] | undefined>(() => workers.map((w) => ({ memberId: w.id, amountFen: w.dueFen })));
  const [due, setDue] = useState('');
  const [parts, setParts] = useState(1);
  const [more, setMore] = useState<OptionalTerms>({});
  const [bound, setBound] = useState<Bound>({ binds: respondents?.map((r) => r.key) ?? [] });
  const [audience, setAudience] = useState<ProposalAudience>('all');
  const change = (at: number, part: Partial<Item>) => setItems(items.map((item, i) => (i === at ? { ...item, ...part } : item)));
  const whole = items.every((i): i is { kind: ClaimKind; amountFen: number } => i.amountFen !== undefined) ? items : undefined;
  const totalFen = items.reduce((sum, i) => sum + (i.amountFen ?? 0), 0);
  const shared = shares?.reduce((sum, s) => sum + s.amountFen, 0) === totalFen ? shares : undefined;
  const ready = whole !== undefined && (workers.length === 0 || shared !== undefined) && (!respondents || partsFit(bound, totalFen));
  const instalments = () => (respondents && bound.binds.length > 1 && bound.parts ? instalmentsOfEach(bound.binds.map((by) => ({ by, amountFen: bound.parts![by] ?? 0 })), due, parts) : instalmentsOf(totalFen, due, parts));
  const submit = () => {
    if (ready) onSubmit({ items: [...whole], totalFen, instalments: instalments(), ...(respondents ? { binds: [...bound.binds] } : {}), ...(workers.length ? { shares: [...shared!] } : {}), ...more }, audience);
  };
  return (
    <form onSubmit={(e) => { e.preventDefault(); submit(); }}>
      {before}
      {items.map((item, at) => (
        <fieldset className="terms-item" key={at}>
          <legend className="visually-hidden">{t('proposal.item', { n: at + 1 })}</legend>
          <Field label={t('proposal.for')}>
            <select value={item.kind} onChange={(e) => change(at, { kind: e.target.value as ClaimKind })}>{claimKinds.map((k) => <option key={k} value={k}>{inLanguage(CLAIM_KINDS[k])}</option>)}</select>
          </Field>
          <Amount label={t('proposal.amount')} fen={item.amountFen} onChange={(amountFen) => change(at, { amountFen })} />
          {at > 0 && at === items.length - 1 ? <button type="button" className="btn plain" onClick={() => setItems(items.slice(0, -1))}>{t('proposal.removeItem')}</button> : null}
        </fieldset>
      ))}
      <p className="row">
        <button type="button" className="btn plain" onClick={() => setItems([...items, { kind: claims[items.length]?.kind ?? 'other', amountFen: undefined }])}>{t('proposal.addItem')}</button>
        {items.length > 1 ? <span role="status">{t('proposal.total', { amount: yuan(totalFen) })}</span> : null}
      </p>
      {workers.length ? <SharesField workers={workers} totalFen={totalFen} onChange={setShares} /> : null}
      {respondents ? <BindsField respondents={respondents} own={own} totalFen={totalFen} value={bound} onChange={setBound} /> : null}
      <DateField label={t('proposal.due')} value={due} years={yearsFromNow(10)} onChange={setDue} required />
      <Field label={t('proposal.parts')}><input type="number" inputMode="numeric" min={1} max={60} value={parts} onChange={(e) => setParts(Math.max(1, Number(e.target.value)))} /></Field>
      <MoreTerms terms={more} onChange={setMore} />
      {audiences.length ? (
        <Field label={t('proposal.audience')}>
          <select value={audience} onChange={(e) => setAudience(e.target.value as ProposalAudience)}>{audiences.map((a) => <option key={a} value={a}>{respondents?.some((r) => r.key === a) ? t('respondents.only', { who: partyName(a, respondents) }) : t(`proposal.to.${a}`)}</option>)}</select>
        </Field>
      ) : null}
      <button className="btn" disabled={!ready}>{send ?? t('proposal.send')}</button>
    </form>
  );
}
