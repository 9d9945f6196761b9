import { z } from 'zod';
import { civilDate, yuan } from '../registry/inputs.js';
import { say, type Step } from '../registry/topic.js';
import { holds, type Answer, type Answers, type Condition } from './condition.js';

export interface Option extends Step {
  readonly value: string;
  /** Offered only then. */
  readonly when?: Condition;
}

export type QuestionKind = 'one' | 'many' | 'date' | 'yuan' | 'number';

export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  /** In everyday words. */
  readonly ask: Step;
  /** Why it is asked, or where to find the answer. */
  readonly help?: Step;
  /** Of `one` and `many`. */
  readonly options?: readonly Option[];
  /** Of `number`: more than that is a slip of the finger. */
  readonly most?: number;
  /** Asked only then; looks at questions before it only. */
  readonly when?: Condition;
}

export const option = (value: string, zh: string, en: string, when?: Condition): Option => ({ value, zh, en, ...(when ? { when } : {}) });
export const YES_NO = [option('yes', '是', 'Yes'), option('no', '否', 'No')] as const;
export const YES_NO_UNSURE = [...YES_NO, option('unsure', '不清楚', 'Not sure')] as const;

interface More {
  readonly most?: number;
  readonly when?: Condition;
  readonly help?: readonly [zh: string, en: string];
}

const question = (id: string, kind: QuestionKind, ask: readonly [string, string], more: More, options?: readonly Option[]): Question => ({
  id,
  kind,
  ask: say(...ask),
  ...(more.help ? { help: say(...more.help) } : {}),
  ...(options ? { options } : {}),
  ...(more.most ? { most: more.most } : {}),
  ...(more.when ? { when: more.when } : {}),
});

export const choose = (id: string, zh: string, en: string, options: readonly Option[], more: More = {}) => question(id, 'one', [zh, en], more, options);
export const chooseMany = (id: string, zh: string, en: string, options: readonly Option[], more: More = {}) => question(id, 'many', [zh, en], more, options);
export const askDate = (id: string, zh: string, en: string, more: More = {}) => question(id, 'date', [zh, en], more);
export const askYuan = (id: string, zh: string, en: string, more: More = {}) => question(id, 'yuan', [zh, en], more);
/** @param more with the `most` that can be meant, within what the rules take */
export const askNumber = (id: string, zh: string, en: string, more: More & { most: number }) => question(id, 'number', [zh, en], more);

export const optionsOf = (q: Question, answers: Answers): readonly Option[] => (q.options ?? []).filter((o) => holds(o.when, answers));

const SCALARS = { date: civilDate.nullable(), yuan: yuan.nullable(), number: z.number().min(0).nullable() } as const;

/** Whether it answers the question: one or some of the options offered, or a value; a value may be null, "I do not know". */
export const fits = (q: Question, answer: unknown, answers: Answers): answer is Answer => isOneOf(q, optionsOf(q, answers), answer);

/** Whether it could answer the question after some other answers before it. */
export const couldFit = (q: Question, answer: unknown): answer is Answer => isOneOf(q, q.options ?? [], answer);

function isOneOf(q: Question, options: readonly Option[], answer: unknown): boolean {
  const offered = (value: unknown) => options.some((o) => o.value === value);
  switch (q.kind) {
    case 'one':
      return offered(answer);
    case 'many':
      return Array.isArray(answer) && answer.length > 0 && new Set(answer).size === answer.length && answer.every(offered);
    default:
      return SCALARS[q.kind].safeParse(answer).success && !(typeof answer === 'number' && q.most !== undefined && answer > q.most);
  }
}

/** An answer in the words of its question: the options chosen, the value, or that it is not known. */
export function optionTextsOf(q: Question, answer: unknown): readonly Step[] {
  if (answer === null || answer === undefined) return [say('不知道', 'not known')];
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return given.map((value) => q.options?.find((o) => o.value === value) ?? say(q.kind === 'yuan' ? `${String(value)} 元` : String(value), q.kind === 'yuan' ? `${String(value)} yuan` : String(value)));
}
