import { say, type Step } from '../registry/topic.js';

/** What was answered: by question, a choice, several choices, a date, a number, or null for "I do not know". */
export type Answer = string | readonly string[] | number | null;
export type Answers = Readonly<Record<string, Answer | undefined>>;

/** When something applies, as data, so that it can be printed and reviewed by a lawyer. */
export type Condition =
  | { readonly question: string; readonly in: readonly string[] }
  | { readonly question: string; readonly known: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly named: Step; readonly means: Condition };

/** The question was answered with one of the values, or one of them is among the answers. */
export const is = (question: string, ...values: string[]): Condition => ({ question, in: values });
/** The question was answered, and not with "I do not know". */
export const known = (question: string): Condition => ({ question, known: true });
export const all = (...conditions: Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: Condition[]): Condition => ({ any: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });
/** A condition that is used again and again, by a name that reads better than what it says. */
export const named = (zh: string, en: string, means: Condition): Condition => ({ named: say(zh, en), means });

export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((c) => holds(c, answers));
  if ('any' in condition) return condition.any.some((c) => holds(c, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  if ('named' in condition) return holds(condition.means, answers);
  const answer = answers[condition.question];
  if ('known' in condition) return answer !== undefined && answer !== null;
  const given = Array.isArray(answer) ? answer : [answer];
  return condition.in.some((value) => given.includes(value));
}

/** The choices a condition looks at, question by question; no values where it only asks whether the answer is known. */
export function looksAt(condition: Condition): { readonly question: string; readonly values: readonly string[] }[] {
  if ('all' in condition) return condition.all.flatMap(looksAt);
  if ('any' in condition) return condition.any.flatMap(looksAt);
  if ('not' in condition) return looksAt(condition.not);
  if ('named' in condition) return looksAt(condition.means);
  return [{ question: condition.question, values: 'in' in condition ? condition.in : [] }];
}
