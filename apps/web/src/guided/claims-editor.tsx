import type { DraftAnswers } from '@hejie/cases/contract';
import { CLAIM_KINDS, claimKinds, fenOf, type ClaimKind, type EntitlementSheet } from '@hejie/law';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '../design/amount.js';
import { inLanguage } from '../design/format.js';
import { AskTerm } from '../design/terms.js';
import { figureMissing, useRange } from './findings.js';
import './texts.js';

type Claims = NonNullable<DraftAnswers['claims']>;

/** The claims of the law with the most it gives, as they are filed when nobody words others: nobody is awarded more than they asked for. */
export const claimsOf = (sheet: EntitlementSheet): Claims => sheet.lines.map(({ claim: kind, high }) => ({ kind, ...(high ? { amountFen: fenOf(high) } : {}) }));

/** Claims and amounts for who knows better than the count: taken, left, added and worded anew. */
export function ClaimsEditor({ sheet, own, onChange }: { sheet: EntitlementSheet; own: Claims | undefined; onChange: (claims: Claims) => void }) {
  const { t } = useTranslation();
  const range = useRange();
  const [all, setAll] = useState(false);
  const [started, setStarted] = useState(0);
  const byLaw = claimsOf(sheet);
  const claims = own?.length ? own : byLaw;
  const found = sheet.lines.map((l) => l.claim);
  const kinds = all ? [...found, ...claimKinds.filter((k) => !found.includes(k))] : [...new Set([...found, ...claims.map((c) => c.kind)])];
  const toggle = (kind: ClaimKind) => {
    const left = claims.filter((c) => c.kind !== kind);
    if (left.length === claims.length) onChange([...claims, { kind }]);
    else if (left.length) onChange(left); // a case asks for something
  };
  return (
    <fieldset>
      <legend className="visually-hidden">{t('guided.due')}</legend>
      {kinds.map((kind) => {
        const claim = claims.find((c) => c.kind === kind);
        const line = sheet.lines.find((l) => l.claim === kind);
        const suggested = line && range(line);
        const title = inLanguage(CLAIM_KINDS[kind]);
        return (
          <div key={kind}>
            <div className="asked">
              <label className="choice"><input type="checkbox" checked={claim !== undefined} onChange={() => toggle(kind)} />{title}</label>
              <AskTerm text={title} />
            </div>
            {/* begins anew when the law's figure is another, never while one types */}
            {claim ? <Amount key={`${started} ${byLaw.find((c) => c.kind === kind)?.amountFen}`} label={t('guided.claimAmount', { claim: title })} fen={claim.amountFen} onChange={(amountFen) => onChange(claims.map((c) => (c.kind === kind ? { ...(c.note ? { note: c.note } : {}), kind, ...(amountFen === undefined ? {} : { amountFen }) } : c)))} /> : null}
            {suggested ? <p className="muted">{t('guided.suggested', { range: suggested })}</p> : line && claim && claim.amountFen === undefined ? <p className="muted">{t(figureMissing(line) ? 'guided.noFigure' : 'guided.noAmount')}</p> : null}
          </div>
        );
      })}
      {all ? null : <button type="button" className="btn plain" onClick={() => setAll(true)}>{t('guided.moreClaims')}</button>}
      {own?.length ? <p className="muted">{t('guided.ownClaims')} <button type="button" className="btn plain" onClick={() => { onChange([]); setStarted(started + 1); }}>{t('guided.byLaw')}</button></p> : null}
    </fieldset>
  );
}
