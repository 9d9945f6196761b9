import { NATION } from '../contract/index.js';

/**
 * The regions whose tables count for a place as people write it (佛山市, 广东佛山, 佛山市顺德区), the nearest first and the nation last.
 * A name that stands in two provinces counts for neither, unless what was written says which.
 */
export function regionsFor(place: string, known: readonly string[]): string[] {
  const written = place.replace(/[\s/·,，]/g, '').replace(/^中国/, '');
  const fits = known.filter((region) => region !== NATION).map((region) => ({ region, named: namedIn(written, region) }));
  const most = Math.max(1, ...fits.map((f) => f.named));
  const [chosen, ...others] = fits.filter((f) => f.named === most);
  if (!chosen || others.length) return [NATION];
  const parts = chosen.region.split('/');
  return [...parts.map((_, i) => parts.slice(0, parts.length - i).join('/')), NATION];
}

const LEVEL = /[省市区县州盟旗]/;
const LEVEL_NAME = /((壮族|回族|维吾尔)?自治区|自治[州县旗]|[省市区县州盟旗])$/;

/** How many characters of what was written name a region; 0 if it is not that region or a place in it. What is larger may be left out, what is smaller may follow. */
function namedIn(written: string, region: string): number {
  let [at, named, found] = [0, 0, false];
  for (const part of region.split('/')) {
    const end = endOf(part, written, at, named > 0);
    found = end !== null;
    if (end) [at, named] = [end.at, named + end.length];
  }
  return found ? named : 0;
}

/** Where a name ends that stands at a position or, behind a larger place that was named, after others; with or without 省, 市, 区. */
function endOf(part: string, written: string, from: number, behind: boolean): { at: number; length: number } | null {
  const short = part.replace(LEVEL_NAME, '');
  for (let start = from; start === from || (behind && start < written.length); start++) {
    if (start > from && !LEVEL.test(written[start - 1]!)) continue;
    if (written.startsWith(part, start)) return { at: start + part.length, length: part.length };
    // 吉林市 does not name 吉林省
    if (short.length > 1 && written.startsWith(short, start) && !LEVEL.test(written[start + short.length] ?? '')) return { at: start + short.length, length: short.length };
  }
  return null;
}
