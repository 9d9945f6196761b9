const DAY = /^(\d{1,2})[-.月/](\d{1,2})日?$/;

/** 2-5, 02-05 or 2月5日 of a year as an ISO date; undefined for a day that does not exist. */
function readDay(text: string, year: number): string | undefined {
  const [, month, day] = DAY.exec(text) ?? [];
  if (!month || !day) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

const parts = (text: string) => text.split(/[\s,，、;；]+/).filter(Boolean);

/** Days as they are typed from the notice, in order; undefined while something is not a day. */
export function readDays(text: string, year = 2000): string[] | undefined {
  const days = parts(text).map((part) => readDay(part, year));
  return days.every((d) => d !== undefined) ? days.sort() : undefined;
}

/** Stretches such as 2-5~2-11 or 2月5日至2月11日, or single days. */
export function readStretches(text: string, year = 2000): { from: string; to: string }[] | undefined {
  const stretches = parts(text).map((part) => {
    const [first, last = first] = part.split(/[~～至]/);
    const [from, to] = [readDay(first!, year), readDay(last!, year)];
    return from && to ? { from, to } : undefined;
  });
  return stretches.every((s) => s !== undefined) ? stretches.sort((a, b) => a.from.localeCompare(b.from)) : undefined;
}
