import type { CivilDate } from '../dates/civil-date.js';
import type { Answers } from './condition.js';

/** Answers as the rules need them: null where nobody knows. */
export class Facts {
  constructor(readonly answers: Answers) {}

  number(question: string): number | null {
    const answer = this.answers[question];
    return typeof answer === 'number' ? answer : null;
  }

  date(question: string): CivilDate | null {
    const answer = this.answers[question];
    return typeof answer === 'string' ? answer : null;
  }

  chose(question: string, ...values: string[]): boolean {
    const answer = this.answers[question];
    return Array.isArray(answer) ? answer.some((a) => values.includes(a)) : values.includes(answer as string);
  }

  /** Those of the questions that nobody could answer. */
  unknown(...questions: string[]): string[] {
    return questions.filter((q) => this.answers[q] === undefined || this.answers[q] === null);
  }

  /** Disability grade 1 to 10; null while there is none. */
  get grade(): number | null {
    const grade = Number(this.answers['grade']);
    return Number.isInteger(grade) && grade >= 1 ? grade : null;
  }

  /** The last day of work, or the day that is asked about while it goes on. */
  endOr(asOf: CivilDate | null): CivilDate | null {
    return this.chose('stillEmployed', 'yes') ? asOf : this.date('endDate');
  }
}
