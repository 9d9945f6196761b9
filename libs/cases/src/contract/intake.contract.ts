import { couldFit, questionById } from '@hejie/law';
import { z } from 'zod';

/** An answer to a question of the intake: a choice, several, a date, a number, or null for "I do not know". */
export const answerValueSchema = z.union([z.string().max(60), z.array(z.string().max(60)).max(40), z.number(), z.null()]);

/** Answers by question, as they were kept. */
export const answersSchema = z.record(z.string().max(60), answerValueSchema);

/** Answers as somebody gives them: each to a question there is, with a value that can answer it. Which of them still count is for the law to say. */
export const intakeSchema = answersSchema.superRefine((answers, context) => {
  for (const [id, answer] of Object.entries(answers)) {
    const question = questionById.get(id);
    if (!question || !couldFit(question, answer)) context.addIssue({ code: 'custom', path: [id], message: 'ANSWER_UNFIT' });
  }
});
