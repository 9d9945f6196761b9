import { ask } from './ask.js';

export type Answered = { readonly id: unknown; readonly output: unknown } | { readonly id: unknown; readonly error: string };

/** Answers `{ id, topic, input }` one by one; a question that cannot be answered says why and holds up no other. */
export function answerAll(questions: readonly unknown[]): Answered[] {
  return questions.map((question) => {
    const { id = null, topic, input } = (question ?? {}) as { id?: unknown; topic?: unknown; input?: unknown };
    try {
      return { id, output: ask(String(topic), input).value };
    } catch (error) {
      return { id, error: (error as Error).message };
    }
  });
}
