import type { CaseFacts } from '@hejie/cases/contract';
import { fits, questionById, yuanOf, type Answers, type CaseEvent, type CaseEventKind, type DisputeType, type IntakeAnswer as Answer } from '@hejie/law';

/** What of the intake's matters a dispute type is. */
const MATTER: Partial<Record<DisputeType, string>> = {
  EMPLOYMENT_RELATION: 'relation', UNPAID_WAGES: 'wages', OVERTIME: 'overtime', NO_CONTRACT: 'noContract', UNLAWFUL_TERMINATION: 'ended', ECON_COMPENSATION: 'ended',
  CONTRACT_TERMS: 'transfer', PROBATION: 'probation', WORK_INJURY: 'injury', WORK_DEATH: 'death', OCCUPATIONAL_DISEASE: 'disease', SOCIAL_INSURANCE: 'insurance',
  SICK_LEAVE_PAY: 'sick', ANNUAL_LEAVE: 'leave', WORKING_TIME: 'hours', MATERNITY: 'baby', NON_COMPETE: 'noncompete', TRAINING_BOND: 'training', WAGE_DEDUCTION: 'deduction',
  DISPATCH: 'dispatch', PLATFORM_WORK: 'platformRules', RIDER_INJURY: 'injury', FILE_AND_DEPOSIT: 'papers', EQUAL_TREATMENT: 'unequal', COLLECTIVE_CONTRACT: 'collectiveContract',
  MASS_LAYOFF: 'layoff', OTHER: 'other',
};
const GROUP = 10;

/** What a filed case already answers of the law's questions. What it does not say is left open, never assumed. */
export function answersOfFacts({ disputeTypes, employment: e, groupSize = 1 }: CaseFacts): Answers {
  const work = e.platformWork ? 'platform' : disputeTypes.includes('DISPATCH') ? 'dispatched' : disputeTypes.includes('OVER_AGE') ? 'retired' : 'employee';
  const base = { work, people: groupSize >= GROUP ? 'many' : groupSize > 1 ? 'few' : 'one' };
  const question = questionById.get('matters')!;
  const matters = [...new Set(disputeTypes.flatMap((type) => MATTER[type] ?? []))].filter((matter) => fits(question, [matter], base));
  return {
    ...base,
    ...(matters.length ? { matters } : {}),
    ...(e.startDate ? { hireDate: e.startDate } : {}),
    ...(e.endDate ? { stillEmployed: 'no', endDate: e.endDate } : {}),
    ...(e.monthlyWageFen === undefined ? {} : { monthlyWage: yuanOf(e.monthlyWageFen) }),
    contract: e.contract,
    insured: e.insured,
  };
}

/** What happened answers questions too, and better than memory: the newest of a kind counts. */
export function answersOfEvents(events: readonly CaseEvent[], grade: Answer | undefined): Answers {
  const last = (kind: CaseEventKind) => events.filter((e) => e.kind === kind).sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1)?.on;
  const found: Record<string, Answer> = {};
  const put = (question: string, answer: Answer | undefined) => {
    if (answer !== undefined) found[question] = answer;
  };
  put('hurtOn', last('injured'));
  put('knewOn', last('rights_known'));
  put('demandedOn', last('demanded') ?? last('complained'));
  if (last('employment_ended')) Object.assign(found, { stillEmployed: 'no', endDate: last('employment_ended')! });
  put('recognition', last('recognition_granted') ? 'yes' : last('recognition_refused') ? 'refused' : last('recognition_accepted') || last('recognition_applied') ? 'applied' : undefined);
  put('recognitionAcceptedOn', last('recognition_accepted'));
  put('decisionOn', last('recognition_refused'));
  if (last('appraisal_applied') && !last('appraisal_concluded') && !Number(grade)) put('grade', 'applied');
  put('appraisalAppliedOn', last('appraisal_applied'));
  put('conclusionOn', last('reappraisal_concluded') ?? last('appraisal_concluded'));
  return found;
}

/** Which event a dated answer tells of. */
const EVENT_OF: Readonly<Record<string, readonly [CaseEventKind, CaseEvent['by']]>> = {
  hurtOn: ['injured', 'worker'], knewOn: ['rights_known', 'worker'], demandedOn: ['demanded', 'worker'], endDate: ['employment_ended', 'employer'],
  recognitionAcceptedOn: ['recognition_accepted', 'authority'], decisionOn: ['recognition_refused', 'authority'], appraisalAppliedOn: ['appraisal_applied', 'worker'],
  conclusionOn: ['appraisal_concluded', 'authority'], acceptedOn: ['arbitration_accepted', 'authority'], awardOn: ['award_received', 'authority'],
};

/** Events the answers tell of, for kinds nobody recorded. */
export function eventsOfAnswers(answers: Answers, recorded: ReadonlySet<CaseEventKind>): CaseEvent[] {
  const matters = (answers['matters'] ?? []) as readonly string[];
  // recognised already, or applied for: nobody has to file any more
  const filed = ['applied', 'yes', 'refused'].includes(String(answers['recognition']));
  const dated = Object.entries(EVENT_OF).filter(([question]) => !(question === 'hurtOn' && filed)).map(([question, [kind, by]]) => ({ kind, by, on: answers[question] }));
  return [
    ...dated,
    ...(matters.includes('insurance') && answers['insured'] === 'no' ? [{ kind: 'hired' as const, by: 'worker' as const, on: answers['hireDate'] }] : []),
    ...(matters.some((m) => ['wages', 'overtime', 'hours', 'insurance'].includes(m)) ? [{ kind: 'violation_ended' as const, by: 'employer' as const, on: answers['endDate'] }] : []),
  ].flatMap(({ kind, by, on }) => (typeof on === 'string' && !recorded.has(kind) ? [{ kind, by, on }] : []));
}
