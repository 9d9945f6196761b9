export const en = {
  FIGURES_CSV_INVALID: 'The CSV file has {count} faults; nothing was imported. Line {line}, {column}: {message}',
  FIGURES_DECIDED: 'This change was decided already.',
  FIGURES_NEED_ANOTHER: 'Another officer of the legal department has to look at a change of figures.',
  RECORD_IN_FUTURE: 'What has not happened yet cannot be recorded.',
  RECORD_UNTIL_WRONG: 'Say until when, later than the start; other events have no such date.',
  RECORD_EVIDENCE_UNKNOWN: 'There is no such evidence.',
  RECORD_WITHDRAWN: 'This entry was withdrawn already.',
  ANSWER_UNFIT: 'This answer does not fit the question.',
  ANSWER_STALE: 'Somebody has just changed the answers: look at them first.',
};
