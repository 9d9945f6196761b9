import type { core } from 'zod';

export interface CsvFault {
  /** As an editor counts them: the head is line 1. */
  readonly line: number;
  readonly column: string;
  readonly issue: core.$ZodIssue;
}

/** Something wrong with the file's shape. @param code of a text `issue.<code>` */
export const misshapen = (line: number, column: string, code: string): CsvFault => ({ line, column, issue: { code: 'custom', message: code, path: [] } });

/** A file as a spreadsheet keeps it (RFC 4180, UTF-8 with a byte order mark so that Excel reads Chinese). */
export function writeCsv(head: readonly string[], records: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${[head, ...records].map((fields) => fields.map((f) => quoted(String(f))).join(',')).join('\r\n')}\r\n`;
}

/** The lines of a file as objects by column, or what is wrong with its shape. Empty lines are skipped. */
export function readCsv(csv: string, columns: readonly string[]): { readonly records: readonly { readonly line: number; readonly given: Readonly<Record<string, string>> }[]; readonly faults: readonly CsvFault[] } {
  const [head = [], ...lines] = parse(csv.replace(/^\ufeff/, ''));
  const missing = columns.filter((c) => !head.includes(c));
  if (missing.length) return { records: [], faults: missing.map((column) => misshapen(1, column, 'CSV_COLUMN')) };
  const records: { line: number; given: Record<string, string> }[] = [];
  const faults: CsvFault[] = [];
  lines.forEach((fields, i) => {
    if (fields.every((f) => f.trim() === '')) return;
    const line = i + 2;
    if (fields.length !== head.length) return void faults.push(misshapen(line, '', 'CSV_FIELDS'));
    records.push({ line, given: Object.fromEntries(head.map((name, at) => [name, fields[at]!.trim()])) });
  });
  if (!records.length && !faults.length) faults.push(misshapen(2, '', 'CSV_EMPTY'));
  return { records, faults };
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
