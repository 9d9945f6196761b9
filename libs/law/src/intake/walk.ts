import { holds, type Answer, type Answers } from './condition.js';
import { fits, optionsOf, type Question } from './question.js';
import { QUESTIONS } from './questions/index.js';

/** What `relevantAnswers` gave: all of it counts, and one reading of the law goes through it several times. */
const GONE_THROUGH = new WeakSet<Answers>();

/** The answers that still count: of questions that are asked given the answers before, and that fit them. */
export function relevantAnswers(answers: Answers): Answers {
  if (GONE_THROUGH.has(answers)) return answers;
  const kept: Record<string, Answer> = {};
  for (const question of QUESTIONS) {
    const answer = answers[question.id];
    if (answer === undefined || !holds(question.when, kept)) continue;
    if (fits(question, answer, kept)) kept[question.id] = answer;
  }
  GONE_THROUGH.add(Object.freeze(kept));
  return kept;
}

/** Every question that is asked as things stand, answered or not, in order, with the options that fit the answers before it. */
export function askedQuestions(answers: Answers): readonly Question[] {
  const kept = relevantAnswers(answers);
  return QUESTIONS.filter((q) => holds(q.when, kept)).map((q) => asAsked(q, kept));
}

const asAsked = (q: Question, kept: Answers): Question => (q.options ? { ...q, options: optionsOf(q, kept) } : q);

/** The question to ask next, with the options that fit what was answered so far; null when all is answered. */
export function nextQuestion(answers: Answers): Question | null {
  const kept = relevantAnswers(answers);
  const next = QUESTIONS.find((q) => kept[q.id] === undefined && holds(q.when, kept));
  return next ? asAsked(next, kept) : null;
}

/** How far it is: questions answered, and questions that are still to come as things stand. */
export function progress(answers: Answers): { readonly answered: number; readonly open: number } {
  const kept = relevantAnswers(answers);
  const answered = Object.keys(kept).length;
  return { answered, open: QUESTIONS.filter((q) => holds(q.when, kept)).length - answered };
}
