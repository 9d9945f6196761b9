import { CLAIM_KINDS } from '@hejie/law';
import type { Terms } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';
import { day, inLanguage, list, yuan } from '../design/format.js';
import { Explained } from '../design/terms.js';
import { BoundView } from '../respondents/binds-field.js';
import { partyName, type Several } from '../respondents/party-name.js';
import './texts.js';

/** Everything terms say, so that nobody agrees to what they did not see; the instalments are left to who shows them otherwise. */
export function TermsView({ terms, instalments = true, respondents }: { terms: Terms; instalments?: boolean; respondents?: Several }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="terms">
        {terms.items.map((item, i) => <li key={i}><Explained text={inLanguage(CLAIM_KINDS[item.kind])} /> {yuan(item.amountFen)}{item.note ? <div className="muted">{item.note}</div> : null}</li>)}
        {instalments ? terms.instalments.map((x, i) => <li key={`i${i}`} className="muted">{t('proposal.instalment', { n: i + 1, date: day(x.dueDate), amount: yuan(x.amountFen) })}{x.by && respondents ? ` · ${partyName(x.by, respondents)}` : ''}</li>) : null}
      </ul>
      <dl className="facts">
        <BoundView terms={terms} respondents={respondents} />
        {terms.payment ? <><dt>{t('terms.payment')}</dt><dd>{t(`terms.payment.${terms.payment}`)}</dd></> : null}
        {terms.onDefault ? <><dt><Explained text={t('terms.onDefault')} /></dt><dd>{terms.onDefault}</dd></> : null}
        {terms.employmentEndsOn ? <><dt>{t('terms.employmentEndsOn')}</dt><dd>{day(terms.employmentEndsOn)}</dd></> : null}
        {terms.handOver?.length ? <><dt>{t('terms.handOver')}</dt><dd>{list(terms.handOver.map((h) => t(`terms.handOver.${h}`)))}</dd></> : null}
        {terms.otherTerms ? <><dt>{t('proposal.other')}</dt><dd>{terms.otherTerms}</dd></> : null}
      </dl>
    </>
  );
}
