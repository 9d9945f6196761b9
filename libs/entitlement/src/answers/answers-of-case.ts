import { type Answers, type CaseEvent, type CaseEventKind, type IntakeAnswer as Answer } from '@hejie/law';

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
