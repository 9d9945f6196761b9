export const en = {
  FIGURES_CSV_INVALID: 'The CSV file has {count} faults; nothing was imported. Line {line}, {column}: {message}',
  FIGURES_DECIDED: 'This change was decided already.',
  FIGURES_NEED_ANOTHER: 'Another officer of the legal department has to look at a change of figures.',
};
