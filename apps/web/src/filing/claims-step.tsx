import { ClaimsEditor } from '../guided/claims-editor.js';
import { useLaw } from '../guided/use-law.js';
import type { StepProps } from './steps.js';

/** For who knows better: what is asked for, and how much. */
export function ClaimsStep({ answers, set }: StepProps) {
  const { sheet } = useLaw(answers.intake ?? {}, answers.region ?? '');
  return <ClaimsEditor sheet={sheet} own={answers.claims} onChange={(claims) => set({ claims })} />;
}
