import { addMonths } from '@hejie/law';
import type { Terms } from '@hejie/mediation/contract';

/** Equal monthly parts from the first due date on; the last takes what does not divide. */
export function instalmentsOf(totalFen: number, firstDue: string, parts: number): Terms['instalments'] {
  const each = Math.floor(totalFen / parts);
  return Array.from({ length: parts }, (_, i) => ({ dueDate: addMonths(firstDue, i), amountFen: i === parts - 1 ? totalFen - each * (parts - 1) : each }));
}
