import { CLAIM_KINDS } from '@hejie/law';
import type { AgreementView } from '@hejie/mediation/contract';
import { useTranslation } from 'react-i18next';
import { dayTime, inLanguage, yuan } from '../design/format.js';
import { lawText } from '../design/law-text.js';
import '../agreement/texts.js';

type Fairness = NonNullable<AgreementView['fairness']>;

/** The amount is far under what the worker could ask for: how far and by what, and the confirmation of mediator and worker. */
export function FairnessCard({ fairness: f, totalFen, side, onConfirm }: { fairness: Fairness; totalFen: number; side: 'claimant' | 'mediator' | undefined; onConfirm: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="fairness-title">
      <h2 id="fairness-title">{t('fairness.title')}</h2>
      <p className="error">{t('fairness.lead', { total: yuan(totalFen), reference: yuan(f.referenceFen), percent: f.percent })}</p>
      <ul>
        {f.lines.map((line) => (
          <li key={line.kind}>
            {inLanguage(CLAIM_KINDS[line.kind])} {yuan(line.amountFen)} <span className="muted">{line.basis === 'law' ? lawText(line.source!) : t('fairness.claimed')}</span>
            {line.working.length ? <details><summary>{t('fairness.working')}</summary><ol>{line.working.map((step) => <li key={step.en}>{inLanguage(step)}</li>)}</ol></details> : null}
          </li>
        ))}
      </ul>
      <p className="muted">{t('fairness.law')}</p>
      <ul className="list">
        {(['mediator', 'claimant'] as const).map((who) => {
          const at = f.confirmed[who];
          return <li key={who}><strong>{t(`side.${who}`)}</strong> <span className={at ? 'tag ok' : 'tag due'}>{t(at ? 'fairness.confirmed' : 'fairness.unconfirmed')}</span> {at ? <span className="muted">{dayTime(at)}</span> : null}</li>;
        })}
      </ul>
      {f.mineToConfirm && side ? <button className="btn big" onClick={onConfirm}>{t(`fairness.confirm.${side}`)}</button> : null}
    </section>
  );
}
