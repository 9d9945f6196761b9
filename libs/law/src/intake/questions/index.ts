import type { Question } from '../question.js';
import { CONTRACT_QUESTIONS } from './contract-terms.js';
import { ENDING } from './ending.js';
import { INJURY } from './injury.js';
import { LEAVE_AND_REST } from './leave-and-rest.js';
import { MATTERS } from './matters.js';
import { PAY } from './pay.js';
import { WHO } from './who.js';
import { CLOCK_FACTS, WORK_FACTS } from './work-facts.js';

/** Every question, in the order they are asked; each is asked only when its condition holds. */
export const QUESTIONS: readonly Question[] = [...WHO, ...MATTERS, ...WORK_FACTS, ...PAY, ...ENDING, ...INJURY, ...LEAVE_AND_REST, ...CONTRACT_QUESTIONS, ...CLOCK_FACTS];

export const questionById: ReadonlyMap<string, Question> = new Map(QUESTIONS.map((q) => [q.id, q]));
