import { AWARDED, type Answers, type CaseEvent, type CaseEventKind, type IntakeAnswer as Answer } from '@hejie/law';

/**
 * What happened answers questions too, and better than memory: the newest of a kind counts. What was told stays where it is newer
 * (one can demand again) or further on (recognised, where only the application is on record).
 */
export function answersOfEvents(events: readonly CaseEvent[], told: Answers): Answers {
  const last = (...kinds: CaseEventKind[]) => newest(events.filter((e) => kinds.includes(e.kind)).map((e) => e.on));
  const found: Record<string, Answer> = {};
  const put = (question: string, answer: Answer | undefined) => {
    if (answer !== undefined) found[question] = answer;
  };
  put('hurtOn', last('injured'));
  put('knewOn', last('rights_known'));
  put('demandedOn', newest([last('demanded', 'complained'), told['demandedOn']]));
  if (last('employment_ended')) Object.assign(found, { stillEmployed: 'no', endDate: last('employment_ended')! });
  const decided = ['yes', 'refused'].includes(String(told['recognition']));
  const applied = last('recognition_accepted', 'recognition_accepted_clear', 'recognition_applied') && !decided;
  put('recognition', last('recognition_granted') ? 'yes' : last('recognition_refused') ? 'refused' : applied ? 'applied' : undefined);
  put('recognitionAcceptedOn', last('recognition_accepted', 'recognition_accepted_clear'));
  put('decisionOn', last('recognition_refused'));
  if (last('scheme_refused')) Object.assign(found, { schemeStage: 'refused', schemeDecisionOn: last('scheme_refused')! });
  if (last('appraisal_applied') && !last('appraisal_concluded') && !Number(told['grade'])) put('grade', 'applied');
  put('appraisalAppliedOn', last('appraisal_applied'));
  const award = last('final_award_received') ?? last('award_received');
  put('stage', award && 'awarded');
  put('awardOn', award);
  put('awardFinal', last('final_award_received') && 'yes');
  put('conclusionOn', last('reappraisal_concluded') ?? last('appraisal_concluded'));
  return found;
}

const newest = (dates: readonly unknown[]): string | undefined => dates.filter((d) => typeof d === 'string').sort().at(-1);

/** Which event a dated answer tells of, and which others the question may mean. */
const EVENT_OF: Readonly<Record<string, readonly [CaseEventKind, CaseEvent['by'], ...CaseEventKind[]]>> = {
  hurtOn: ['injured', 'worker'], knewOn: ['rights_known', 'worker'], demandedOn: ['demanded', 'worker', 'complained'], endDate: ['employment_ended', 'employer'],
  recognitionAcceptedOn: ['recognition_accepted', 'authority'], decisionOn: ['recognition_refused', 'authority'], schemeDecisionOn: ['scheme_refused', 'authority'], appraisalAppliedOn: ['appraisal_applied', 'worker'],
  conclusionOn: ['appraisal_concluded', 'authority', 'reappraisal_concluded'], acceptedOn: ['arbitration_accepted', 'authority'],
  agreementOn: ['settled', 'both'],
};

/**
 * Events the answers tell of beside those that are known.
 * @param told what people answered; what is on record has not been put in its place
 * @param answers what counts of it together with what is on record
 */
export function eventsOfAnswers(told: Answers, answers: Answers, known: readonly CaseEvent[]): CaseEvent[] {
  const matters = (answers['matters'] ?? []) as readonly string[];
  // recognised already, or applied for, or a matter of the platform workers' scheme: nobody has to file any more
  const filed = ['applied', 'yes', 'refused'].includes(String(answers['recognition'])) || 'scheme' in answers;
  const dated = Object.entries(EVENT_OF).flatMap(([question, [kind, by, ...others]]) => {
    const on = question in answers && !(question === 'hurtOn' && filed) ? told[question] : undefined;
    return known.some((e) => others.includes(e.kind) && e.on === on) ? [] : [{ kind, by, on }];
  });
  const awarded = known.some((e) => AWARDED.includes(e.kind));
  return [
    ...dated,
    ...(awarded ? [] : [{ kind: answers['awardFinal'] === 'yes' ? ('final_award_received' as const) : ('award_received' as const), by: 'authority' as const, on: answers['awardOn'] }]),
    ...(matters.includes('insurance') && answers['insured'] === 'no' ? [{ kind: 'hired' as const, by: 'worker' as const, on: answers['hireDate'] }] : []),
    ...(matters.some((m) => ['wages', 'overtime', 'hours', 'insurance'].includes(m)) ? [{ kind: 'violation_ended' as const, by: 'employer' as const, on: answers['endDate'] }] : []),
  ].flatMap(({ kind, by, on }) => (typeof on === 'string' && news(kind, on, known) ? [{ kind, by, on }] : []));
}

/** A record is better than memory; but one may have demanded again since. */
function news(kind: CaseEventKind, on: string, known: readonly CaseEvent[]): boolean {
  const recorded = known.filter((e) => e.kind === kind || (kind === 'recognition_accepted' && e.kind === 'recognition_accepted_clear'));
  return kind === 'demanded' ? recorded.every((e) => e.on < on) : recorded.length === 0;
}
