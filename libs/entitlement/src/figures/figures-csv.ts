import { DOUBLE_WAGE_MODES, figureRowSchema, isMode, isMoney, type Figure, type FigureRow } from '../contract/index.js';
import { readCsv, writeCsv, type CsvFault } from '../csv/csv.js';

const COLUMNS = ['region', 'figure', 'value', 'validFrom', 'validTo', 'sourceTitle', 'sourceUrl', 'certainty'] as const;

/** Rows as a spreadsheet keeps them: money in yuan. */
export function figuresToCsv(rows: readonly FigureRow[]): string {
  return writeCsv(COLUMNS, rows.map((row) => COLUMNS.map((c) => (c === 'value' ? valueText(row.figure, row.value) : (row[c] ?? '')))));
}

/** The rows of a CSV file, or everything that is wrong with it. */
export function figuresFromCsv(csv: string): { readonly rows: readonly FigureRow[]; readonly faults: readonly CsvFault[] } {
  const { records, faults: misshapen } = readCsv(csv, COLUMNS);
  const rows: FigureRow[] = [];
  const faults = [...misshapen];
  for (const { line, given } of records) {
    const parsed = figureRowSchema.safeParse({
      ...Object.fromEntries(COLUMNS.map((c) => [c, given[c]])),
      value: valueOf(given['figure'] as Figure, given['value']!),
      validTo: given['validTo'] || null,
      sourceUrl: given['sourceUrl'] || null,
    });
    if (parsed.success) rows.push(parsed.data);
    else faults.push(...parsed.error.issues.map((issue) => ({ line, column: issue.path.join('.'), issue })));
  }
  return { rows, faults };
}

/** Fen of yuan with at most two decimals, whole months, or a mode by its name; an empty field is "not available", anything else is not a number. */
function valueOf(figure: Figure, text: string): number | null {
  if (text === '') return null;
  if (isMode(figure)) return DOUBLE_WAGE_MODES.findIndex((mode) => mode === text) + 1 || NaN;
  if (!isMoney(figure)) return /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  const [, yuan, cents = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return yuan === undefined ? NaN : Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
}

function valueText(figure: Figure, value: number | null): string {
  if (value === null) return '';
  if (isMode(figure)) return DOUBLE_WAGE_MODES[value - 1]!;
  return isMoney(figure) ? `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}` : String(value);
}
