import { addMonths } from '@hejie/law';
import type { Terms } from '@hejie/mediation/contract';

/** The same where each of several pays its own part: by date, and each one's own adds up. */
export function instalmentsOfEach(parts: readonly { by: string; amountFen: number }[], firstDue: string, n: number): Terms['instalments'] {
  return parts
    .filter((p) => p.amountFen > 0)
    .flatMap(({ by, amountFen }) => instalmentsOf(amountFen, firstDue, n).map((i) => ({ ...i, by })))
    .sort((a, b) => a.dueDate.localeCompare(b.dueDate));
}

/** Equal monthly parts from the first due date on; the last takes what does not divide. */
export function instalmentsOf(totalFen: number, firstDue: string, parts: number): Terms['instalments'] {
  const each = Math.floor(totalFen / parts);
  return Array.from({ length: parts }, (_, i) => ({ dueDate: addMonths(firstDue, i), amountFen: i === parts - 1 ? totalFen - each * (parts - 1) : each }));
}
