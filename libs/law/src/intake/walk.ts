import { holds, type Answer, type Answers } from './condition.js';
import { fits, optionsOf, type Question } from './question.js';
import { QUESTIONS } from './questions/index.js';

/** The answers that still count: of questions that are asked given the answers before, and that fit them. */
export function relevantAnswers(answers: Answers): Answers {
  const kept: Record<string, Answer> = {};
  for (const question of QUESTIONS) {
    const answer = answers[question.id];
    if (answer === undefined || !holds(question.when, kept)) continue;
    if (fits(question, answer, kept)) kept[question.id] = answer;
  }
  return kept;
}

/** The question to ask next, with the options that fit what was answered so far; null when all is answered. */
export function nextQuestion(answers: Answers): Question | null {
  const kept = relevantAnswers(answers);
  const next = QUESTIONS.find((q) => kept[q.id] === undefined && holds(q.when, kept));
  if (!next) return null;
  return next.options ? { ...next, options: optionsOf(next, kept) } : next;
}

/** How far it is: questions answered, and questions that are still to come as things stand. */
export function progress(answers: Answers): { readonly answered: number; readonly open: number } {
  const kept = relevantAnswers(answers);
  const open = QUESTIONS.filter((q) => kept[q.id] === undefined && holds(q.when, kept)).length;
  return { answered: Object.keys(kept).length, open };
}
