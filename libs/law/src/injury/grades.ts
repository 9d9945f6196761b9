/** What each grade of disability brings (工伤保险条例 Art 35-37). */
interface Grade {
  readonly lumpSumMonths: number;
  readonly allowancePct: number;
  readonly allowancePayer: 'fund' | 'employer' | null;
}

const GRADES: readonly Grade[] = [
  { lumpSumMonths: 27, allowancePct: 90, allowancePayer: 'fund' },
  { lumpSumMonths: 25, allowancePct: 85, allowancePayer: 'fund' },
  { lumpSumMonths: 23, allowancePct: 80, allowancePayer: 'fund' },
  { lumpSumMonths: 21, allowancePct: 75, allowancePayer: 'fund' },
  { lumpSumMonths: 18, allowancePct: 70, allowancePayer: 'employer' },
  { lumpSumMonths: 16, allowancePct: 60, allowancePayer: 'employer' },
  { lumpSumMonths: 13, allowancePct: 0, allowancePayer: null },
  { lumpSumMonths: 11, allowancePct: 0, allowancePayer: null },
  { lumpSumMonths: 9, allowancePct: 0, allowancePayer: null },
  { lumpSumMonths: 7, allowancePct: 0, allowancePayer: null },
];

/** @param grade 1 to 10 */
export const gradeOf = (grade: number): Grade => GRADES[grade - 1]!;

/** Grades 1 to 4 keep their employment, so the two subsidies for its end go to grades 5 to 10. */
export const hasTerminationSubsidies = (grade: number): boolean => grade >= 5;
