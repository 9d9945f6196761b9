import type { CaseFacts } from '@hejie/cases/contract';
import { ask, fenOf, yuanOf } from '@hejie/law';
import type { Fairness, FairnessLine, Terms } from '../contract/index.js';

/**
 * Below this share of what the worker could ask for an agreement carries the warning of 显失公平 (民法典 Art 151). No statute
 * gives a figure; half is where a court would be expected to look twice.
 */
const FAIR_PERCENT = 50;

/**
 * The warning an agreement has to carry, or null. It is measured against what the law gives where that can be counted from the
 * case's facts, else against what was asked for; a claim without an amount does not count.
 * @param today the day it is drawn up, to which claims of an employment that goes on are counted
 */
export function fairnessOf(facts: Pick<CaseFacts, 'claims' | 'employment'>, terms: Pick<Terms, 'totalFen'>, today: string): Fairness | null {
  const lines = facts.claims.flatMap((claim): FairnessLine[] => {
    const byLaw = claim.kind === 'double_wage' ? secondWage(facts.employment, today) : null;
    if (byLaw) return [{ kind: claim.kind, ...byLaw }];
    return claim.amountFen === undefined ? [] : [{ kind: claim.kind, basis: 'claimed', amountFen: claim.amountFen, source: null, working: [] }];
  });
  const referenceFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  // whole fen on both sides: no rounding decides
  if (terms.totalFen * 100 >= referenceFen * FAIR_PERCENT) return null;
  return { referenceFen, percent: Math.floor((terms.totalFen * 100) / referenceFen), lines };
}

/** The second wage of somebody who says there was no contract; null where dates or wage are missing. Odd days of a month are left out, in the employer's favour. */
function secondWage(employment: CaseFacts['employment'], today: string): Omit<FairnessLine, 'kind'> | null {
  const { contract, startDate, endDate, monthlyWageFen } = employment;
  if (contract !== 'no' || !startDate || !monthlyWageFen) return null;
  const lastDay = endDate ?? today;
  if (lastDay < startDate) return null;
  const answer = ask('double_wage', { hireDate: startDate, endDate: lastDay, monthlyWage: yuanOf(monthlyWageFen), partialMonthWorkdays: 0 });
  const { secondWage: yuan } = answer.value as { secondWage: number };
  return { basis: 'law', amountFen: fenOf(yuan), source: answer.articles.map((a) => `${a.law} Art ${a.articles}`).join('; '), working: [...answer.working] };
}
