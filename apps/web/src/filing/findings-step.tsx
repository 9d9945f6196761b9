import { useTranslation } from 'react-i18next';
import { Bring, Clocks, Due, Elsewhere, Notes, Referrals } from '../guided/findings.js';
import { useLaw } from '../guided/use-law.js';
import type { StepProps } from './steps.js';

/** What the law says to the answers, at the place of work. */
export function FindingsStep({ answers }: StepProps) {
  const { t } = useTranslation();
  const law = useLaw(answers.intake ?? {}, answers.region ?? '');
  const { conclusion, sheet } = law;
  return (
    <>
      <Referrals conclusion={conclusion} />
      <Clocks law={law} />
      <Due sheet={sheet} />
      <Notes conclusion={conclusion} />
      <p className="muted">{t('guided.notAdvice')}</p>
    </>
  );
}

/** The list of what to bring, under what is there already. */
export function WhatToBring({ answers }: StepProps) {
  const { conclusion } = useLaw(answers.intake ?? {}, '');
  return <Bring conclusion={conclusion} />;
}

/** Not a matter for labour mediation: where to go instead. Nothing is filed. */
export function ElsewhereStep({ answers }: StepProps) {
  const { t } = useTranslation();
  const { conclusion } = useLaw(answers.intake ?? {}, '');
  return <><h1>{t('guided.scope.out')}</h1><Elsewhere conclusion={conclusion} /></>;
}
