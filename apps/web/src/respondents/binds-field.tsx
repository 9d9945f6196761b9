import { payersOf, type RespondentKey, type Terms } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';
import { Amount } from '../design/amount.js';
import { yuan } from '../design/format.js';
import { Choice } from '../design/parts.js';
import { partyName, partyNames, type Several } from './party-name.js';
import './texts.js';

/** Whom an offer binds; `parts`: what each pays where each is liable for its own, undefined where they are liable together. */
export interface Bound {
  readonly binds: readonly RespondentKey[];
  readonly parts?: Readonly<Record<RespondentKey, number | undefined>>;
}

/** Whether every yuan has somebody who pays it. */
export const partsFit = ({ binds, parts }: Bound, totalFen: number): boolean => binds.length > 0 && (binds.length < 2 || !parts || binds.reduce((sum, key) => sum + (parts[key] ?? 0), 0) === totalFen);

/** Whom it binds, and, of two and more, whether each is liable for all of it or for its own part. A respondent cannot leave itself out. */
export function BindsField({ respondents, own, totalFen, value, onChange }: { respondents: NonNullable<Several>; own: RespondentKey | undefined; totalFen: number; value: Bound; onChange: (value: Bound) => void }) {
  const { t } = useTranslation();
  const { binds, parts } = value;
  const tick = (key: RespondentKey, on: boolean) => onChange({ ...value, binds: respondents.map((r) => r.key).filter((k) => (k === key ? on : binds.includes(k))) });
  const told = parts ? binds.reduce((sum, key) => sum + (parts[key] ?? 0), 0) : 0;
  return (
    <>
      <fieldset>
        <legend>{t('respondents.binds')}</legend>
        {respondents.map((r) => (
          <label className="choice" key={r.key}>
            <input type="checkbox" checked={binds.includes(r.key)} disabled={r.key === own} onChange={(e) => tick(r.key, e.target.checked)} />
            {partyName(r.key, respondents, true)}
          </label>
        ))}
        <p className="muted">{t('respondents.bindsHint')}</p>
      </fieldset>
      {binds.length > 1 ? (
        <Choice
          legend={t('respondents.whoPays')}
          name="who-pays"
          value={parts ? 'each' : 'joint'}
          options={[{ value: 'joint', label: t('respondents.joint') }, { value: 'each', label: t('respondents.each') }]}
          onChange={(how) => onChange(how === 'each' ? { binds, parts: {} } : { binds })}
        />
      ) : null}
      {binds.length > 1 && parts ? (
        <>
          {binds.map((key) => <Amount key={key} label={t('respondents.pays', { who: partyName(key, respondents, true) })} fen={parts[key]} onChange={(fen) => onChange({ binds, parts: { ...parts, [key]: fen } })} />)}
          {told === totalFen ? null : <p role="status" className="muted">{t('respondents.partsLeft', { told: yuan(told), total: yuan(totalFen) })}</p>}
        </>
      ) : null}
    </>
  );
}

/** Whom terms bind and who pays, in words. */
export function BoundView({ terms, respondents }: { terms: Pick<Terms, 'binds' | 'instalments'>; respondents: Several }) {
  const { t } = useTranslation();
  const { binds } = terms;
  if (!respondents || !binds) return null;
  const payers = payersOf(terms);
  const parts = payers?.map((p) => t('respondents.paysAmount', { who: partyName(p.by, respondents), amount: yuan(p.amountFen) }));
  return (
    <>
      <dt>{t('respondents.binds')}</dt><dd>{partyNames(binds, respondents)}</dd>
      <dt>{t('respondents.whoPays')}</dt>
      <dd>{parts ? <ul>{parts.map((p) => <li key={p}>{p}</li>)}</ul> : t(binds.length > 1 ? 'respondents.jointBy' : 'respondents.by', { who: partyNames(binds, respondents) })}</dd>
    </>
  );
}
