import { MAX_OTHER_RESPONDENTS, sameRespondent } from '@hejie/cases/contract';
import { severalRespondents, type Answers } from '@hejie/law';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../design/format.js';
import { lawText } from '../design/law-text.js';
import { Explained } from '../design/terms.js';
import { RespondentFields, RoleField, type TypedRespondent } from './respondent-fields.js';
import './texts.js';

interface Props {
  readonly answers: Answers;
  readonly employer: TypedRespondent;
  readonly others: readonly TypedRespondent[];
  readonly onChange: (told: { employer: TypedRespondent; others: TypedRespondent[] }) => void;
}

/** Who answers beside the employer: asked for, with the reason, where the answers say that several do, and always possible. */
export function OthersEditor({ answers, employer, others, onChange }: Props) {
  const { t } = useTranslation();
  const several = severalRespondents(answers);
  const first = several.flatMap((s) => s.roles);
  const nth = (i: number) => t(`respondents.nth.${i + 2}`);
  const set = (now: TypedRespondent[]) => onChange({ employer, others: now });
  const twice = (i: number) => [employer, ...others.slice(0, i)].some((before) => sameRespondent(before, others[i]!));
  const full = others.length >= MAX_OTHER_RESPONDENTS;
  return (
    <section className={several.length && !others.length ? 'card next others' : 'card others'} aria-labelledby="others">
      <h2 id="others">{t('respondents.more')}</h2>
      {several.length ? several.map(({ why }) => <p key={why.id}><Explained text={t('respondents.because', { why: inLanguage(why.text), source: lawText(why.source) })} /></p>) : <p className="muted">{t('respondents.moreHint')}</p>}
      {others.length ? <RoleField label={t('respondents.firstRole')} value={employer.role} first={first} required={false} onChange={(role) => onChange({ employer: { ...employer, role }, others: [...others] })} /> : null}
      {others.map((other, i) => (
        <fieldset key={i} className="other">
          <legend>{nth(i)}</legend>
          <RespondentFields value={other} first={first} twice={twice(i)} onChange={(now) => set(others.map((o, n) => (n === i ? now : o)))} />
          <button type="button" className="btn plain" onClick={() => set(others.filter((_, n) => n !== i))}>{t('respondents.remove', { nth: nth(i) })}</button>
        </fieldset>
      ))}
      {full ? <p className="muted">{t('respondents.full', { max: MAX_OTHER_RESPONDENTS + 1 })}</p> : <button type="button" className="btn plain" onClick={() => set([...others, {}])}>{t('respondents.add')}</button>}
    </section>
  );
}
