import type { Answers } from '@hejie/law';

const KEY = 'hejie.rights';

/** What was answered here, kept for this visit only: nobody has signed in yet, and the next person on this phone shall find nothing. */
export function keptAnswers(): Answers {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Answers;
  } catch {
    return {};
  }
}

export function keepAnswers(answers: Answers): void {
  sessionStorage.setItem(KEY, JSON.stringify(answers));
}

export function forgetAnswers(): void {
  sessionStorage.removeItem(KEY);
}
