import type { DraftAnswers } from '@hejie/cases/contract';
import { askedQuestions, conclude, nextQuestion } from '@hejie/law';

/** The pages after the questions, in order. */
export const PAGES = ['employer', 'findings', 'story', 'who', 'evidence', 'check'] as const;
export type FilingPage = (typeof PAGES)[number];

const QUESTION = 'q/';
export const pageOf = (question: string) => `${QUESTION}${question}`;
export const questionOn = (page: string) => (page.startsWith(QUESTION) ? page.slice(QUESTION.length) : null);

/** Every page of a filing as things stand: a page for each question that is asked, then the rest, or whom to turn to instead. */
export function pagesOf({ intake = {} }: DraftAnswers): readonly string[] {
  const asked = askedQuestions(intake).map((q) => pageOf(q.id));
  const elsewhere = !nextQuestion(intake) && conclude(intake).scope === 'out';
  return [...asked, ...(elsewhere ? ['elsewhere'] : PAGES)];
}

/** Where one was last, or the first page that nothing was said on. */
export function firstOpen(answers: DraftAnswers): string {
  const pages = pagesOf(answers);
  if (answers.at && pages.includes(answers.at)) return answers.at;
  return openPage(answers) ?? (pages.includes('check') ? 'evidence' : 'elsewhere');
}

/** The first page without which nothing can be filed; null when all is there. */
export function openPage(a: DraftAnswers): string | null {
  const open = openQuestion(a);
  if (open) return open;
  const untold = ([['employer', a.employer?.name && a.region && (a.others ?? []).every((o) => o.name && o.role)], ['story', a.story], ['who', a.claimant?.name]] as const).find(([, told]) => !told);
  return untold?.[0] ?? null;
}

/** The question that is not answered yet, or whom to turn to instead; null when the answers make a case. */
export function openQuestion({ intake = {} }: DraftAnswers): string | null {
  const question = nextQuestion(intake);
  if (question) return pageOf(question.id);
  return pagesOf({ intake }).includes('elsewhere') ? 'elsewhere' : null;
}
