import type { DraftAnswers } from '@hejie/cases/contract';
import { conclude, fenOf, type Answers, type EntitlementSheet } from '@hejie/law';

/**
 * What was answered about one's rights, as the beginning of a case: disputes, claims with the least the
 * law gives where it gives a figure, and the facts of the work. Everything can be changed while filing.
 */
export function draftFrom(answers: Answers, sheet: EntitlementSheet): DraftAnswers {
  const { disputeTypes, claims } = conclude(answers);
  const figures = new Map(sheet.lines.map((line) => [line.claim, line.low]));
  const text = (id: string) => (typeof answers[id] === 'string' ? (answers[id] as string) : undefined);
  const wage = answers['monthlyWage'];
  return {
    disputeTypes: disputeTypes.slice(0, 8),
    claims: claims.slice(0, 20).map(({ kind }) => {
      const low = figures.get(kind);
      return { kind, ...(low ? { amountFen: fenOf(low) } : {}) };
    }),
    employment: {
      ...(text('contract') ? { contract: contractOf(text('contract')!) } : {}),
      ...(isYesNo(text('insured')) ? { insured: text('insured') as 'yes' | 'no' | 'unsure' } : {}),
      platformWork: text('work') === 'platform',
      ...(text('hireDate') ? { startDate: text('hireDate')! } : {}),
      ...(text('endDate') ? { endDate: text('endDate')! } : {}),
      ...(typeof wage === 'number' ? { monthlyWageFen: fenOf(wage) } : {}),
    },
  };
}

const isYesNo = (value: string | undefined) => value === 'yes' || value === 'no' || value === 'unsure';

/** Signed late is signed. */
const contractOf = (answer: string) => (answer === 'later' ? 'yes' : isYesNo(answer) ? (answer as 'yes' | 'no' | 'unsure') : 'unsure');
