import { holidayYearSchema, type HolidayYear } from '../contract/index.js';
import { misshapen, readCsv, writeCsv, type CsvFault } from '../csv/csv.js';

const COLUMNS = ['year', 'kind', 'from', 'to', 'sourceTitle', 'sourceUrl', 'certainty'] as const;
type Kind = 'break' | 'make_up' | 'statutory' | 'none';
const KINDS: readonly string[] = ['break', 'make_up', 'statutory', 'none'] satisfies readonly Kind[];

/** One line a break, a day worked instead, or a day paid at 300%; a year that is taken back is one line `none`. */
export function calendarsToCsv(years: readonly HolidayYear[]): string {
  return writeCsv(COLUMNS, years.flatMap(({ year, days, sourceTitle, sourceUrl, certainty }) =>
    linesOf(days).map(({ kind, from, to }) => [year, kind, from, to, sourceTitle, sourceUrl ?? '', certainty]),
  ));
}

function linesOf(days: HolidayYear['days']): { kind: Kind; from: string; to: string }[] {
  if (!days) return [{ kind: 'none', from: '', to: '' }];
  const single = (kind: Kind) => (day: string) => ({ kind, from: day, to: day });
  return [...days.breaks.map(({ from, to }) => ({ kind: 'break' as const, from, to })), ...days.makeUp.map(single('make_up')), ...days.statutory.map(single('statutory'))];
}

/** The years of a file, each of them whole, or everything that is wrong with it. Source and certainty of a year are those of its first line. */
export function calendarsFromCsv(csv: string): { readonly years: readonly HolidayYear[]; readonly faults: readonly CsvFault[] } {
  const { records, faults: shape } = readCsv(csv, COLUMNS);
  const faults = [...shape];
  const byYear = new Map<string, (typeof records)[number][]>();
  for (const record of records) byYear.set(record.given['year']!, [...(byYear.get(record.given['year']!) ?? []), record]);
  const years = [...byYear].flatMap(([year, lines]): HolidayYear[] => {
    const { line: firstLine, given: first } = lines[0]!;
    for (const { line, given } of lines) {
      if (!KINDS.includes(given['kind']!)) faults.push(misshapen(line, 'kind', 'CSV_KIND'));
      else if (['make_up', 'statutory'].includes(given['kind']!) && given['from'] !== given['to']) faults.push(misshapen(line, 'to', 'CSV_ONE_DAY'));
    }
    const of = (kind: Kind) => lines.filter((l) => l.given['kind'] === kind).map((l) => l.given);
    const days = of('none').length === lines.length ? null : { breaks: of('break').map((g) => ({ from: g['from'], to: g['to'] })), makeUp: of('make_up').map((g) => g['from']), statutory: of('statutory').map((g) => g['from']) };
    const parsed = holidayYearSchema.safeParse({ year: /^\d{4}$/.test(year) ? Number(year) : NaN, days, sourceTitle: first['sourceTitle'], sourceUrl: first['sourceUrl'] || null, certainty: first['certainty'] });
    if (parsed.success) return [parsed.data];
    faults.push(...parsed.error.issues.map((issue) => ({ line: firstLine, column: issue.path.join('.'), issue })));
    return [];
  });
  return { years, faults };
}
