import { figureRowSchema, isMoney, type Figure, type FigureRow } from '../contract/index.js';

const COLUMNS = ['region', 'figure', 'value', 'validFrom', 'validTo', 'sourceTitle', 'sourceUrl', 'certainty'] as const;

export interface CsvFault {
  /** As an editor counts them: the head is line 1. */
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

/** Rows as a spreadsheet keeps them (RFC 4180, UTF-8 with a byte order mark so that Excel reads Chinese): money in yuan. */
export function figuresToCsv(rows: readonly FigureRow[]): string {
  const lines = rows.map((row) => COLUMNS.map((c) => quoted(c === 'value' ? valueText(row.figure, row.value) : (row[c] ?? ''))).join(','));
  return `\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

/** The rows of a CSV file, or everything that is wrong with it. */
export function figuresFromCsv(csv: string): { readonly rows: readonly FigureRow[]; readonly faults: readonly CsvFault[] } {
  const [head = [], ...records] = parse(csv.replace(/^\ufeff/, ''));
  const missing = COLUMNS.filter((c) => !head.includes(c));
  if (missing.length) return { rows: [], faults: missing.map((column) => ({ line: 1, column, message: 'missing' })) };
  const rows: FigureRow[] = [];
  const faults: CsvFault[] = [];
  records.forEach((fields, i) => {
    if (fields.every((f) => f.trim() === '')) return;
    const line = i + 2;
    if (fields.length !== head.length) return void faults.push({ line, column: '', message: `${fields.length} fields instead of ${head.length}` });
    const given = Object.fromEntries(head.map((name, at) => [name, fields[at]!.trim()]));
    const parsed = figureRowSchema.safeParse({
      ...Object.fromEntries(COLUMNS.map((c) => [c, given[c]])),
      value: valueOf(given['figure'] as Figure, given['value']!),
      validTo: given['validTo'] || null,
      sourceUrl: given['sourceUrl'] || null,
    });
    if (parsed.success) rows.push(parsed.data);
    else faults.push(...parsed.error.issues.map((issue) => ({ line, column: issue.path.join('.'), message: issue.message })));
  });
  if (!rows.length && !faults.length) faults.push({ line: 2, column: '', message: 'no rows' });
  return { rows, faults };
}

/** Fen of yuan with at most two decimals, or whole months; an empty field is "not available", anything else is not a number. */
function valueOf(figure: Figure, text: string): number | null {
  if (text === '') return null;
  if (!isMoney(figure)) return /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  const [, yuan, cents = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return yuan === undefined ? NaN : Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
}

function valueText(figure: Figure, value: number | null): string {
  if (value === null) return '';
  return isMoney(figure) ? `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}` : String(value);
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function parse(csv: string): string[][] {
  const records: string[][] = [[]];
  // a field, quoted or bare, and what ends it
  for (const [, inQuotes, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/g)) {
    records.at(-1)!.push(inQuotes?.replaceAll('""', '"') ?? bare!);
    if (end === '') break;
    if (end !== ',') records.push([]);
  }
  return records;
}
