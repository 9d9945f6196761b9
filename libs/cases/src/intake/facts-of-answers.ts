import { entitlementSheet, fenOf, mattersOf, nextQuestion, relevantAnswers, type Answers, type Calendars, type CivilDate, type LocalFigures } from '@hejie/law';
import { InvalidInput } from '@hejie/platform';
import { refuse } from '../cases.refusals.js';
import { filedFactsSchema, type CaseFacts, type DraftAnswers } from '../contract/index.js';

/** What was told when a case is filed; without `intake` it is the whole facts, worded by who knows. */
export type Told = Omit<DraftAnswers, 'claimant'>;

/** What amounts are counted by besides the answers: the tables of the place, the days off, the day. */
export interface CountedBy {
  readonly local: LocalFigures;
  readonly calendars: Calendars;
  readonly asOf: CivilDate;
}

const MOST_TYPES = 8;
const MOST_PEOPLE = 10_000;

/**
 * The facts of a case to be filed. Where the intake's questions were answered, disputes, employment and group
 * come from the law's reading of the answers, whatever else was sent; claims are the person's own where they
 * worded them, else the most the law gives: nobody is awarded more than they asked for.
 * @throws INTAKE_UNFINISHED, CASE_OUT_OF_SCOPE with where to go, VALIDATION_FAILED naming what is missing
 */
export function factsOfAnswers(told: Told, by: CountedBy): CaseFacts {
  const { intake, at: _place, ...rest } = told;
  return checked(intake ? { ...rest, ...concluded(intake, told, by) } : rest);
}

function concluded(intake: Answers, { claims, employment, groupSize }: Told, by: CountedBy) {
  const answers = relevantAnswers(intake);
  const found = mattersOf(answers);
  if (found.claims.length === 0) {
    if (nextQuestion(answers)) throw refuse('INTAKE_UNFINISHED');
    throw refuse('CASE_OUT_OF_SCOPE', { extra: { referrals: found.referrals.map(({ id, because, goTo, phone }) => ({ id, because, goTo, phone })) } });
  }
  const headcount = answers['headcount'];
  return {
    intake: answers as Record<string, string>,
    disputeTypes: found.disputeTypes.slice(0, MOST_TYPES),
    employment: { ...(employment?.position ? { position: employment.position } : {}), ...employmentOf(answers) },
    claims: claims?.length ? claims : claimsOf(answers, by),
    ...(typeof headcount === 'number' && headcount >= 1 ? { groupSize: Math.min(Math.round(headcount), MOST_PEOPLE) } : groupSize ? { groupSize } : {}),
  };
}

function claimsOf(answers: Answers, by: CountedBy): CaseFacts['claims'] {
  return entitlementSheet({ answers, ...by }).lines.map(({ claim: kind, high }) => ({ kind, ...(high ? { amountFen: fenOf(high) } : {}) }));
}

function employmentOf(answers: Answers): CaseFacts['employment'] {
  const date = (id: string) => (typeof answers[id] === 'string' ? answers[id] : undefined);
  const yesNo = (id: string) => (answers[id] === 'yes' || answers[id] === 'no' ? answers[id] : 'unsure');
  const [startDate, endDate, wage] = [date('hireDate'), date('endDate'), answers['monthlyWage']];
  return {
    // signed late is signed
    contract: answers['contract'] === 'later' ? 'yes' : yesNo('contract'),
    insured: yesNo('insured'),
    platformWork: answers['work'] === 'platform',
    ...(startDate ? { startDate } : {}),
    ...(endDate ? { endDate } : {}),
    ...(typeof wage === 'number' ? { monthlyWageFen: fenOf(wage) } : {}),
  };
}

function checked(facts: unknown): CaseFacts {
  const parsed = filedFactsSchema.safeParse(facts);
  if (!parsed.success) throw new InvalidInput(parsed.error.issues);
  return parsed.data;
}
