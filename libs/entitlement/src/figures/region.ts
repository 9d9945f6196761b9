import { NATION } from '../contract/index.js';

/**
 * The regions whose tables count for a place as people write it (佛山市, 广东省佛山市), the nearest first and the nation last.
 * A name that stands in two provinces counts for neither, unless what was written says which.
 */
export function regionsFor(place: string, known: readonly string[]): string[] {
  const written = place.replace(/[\s/·,，]/g, '');
  const fits = known.filter((region) => region !== NATION && written.endsWith(region.split('/').at(-1)!));
  const spelled = fits.filter((region) => written.endsWith(region.replaceAll('/', '')));
  const chosen = deepest(spelled.length ? spelled : fits);
  if (!chosen) return [NATION];
  const parts = chosen.split('/');
  return [...parts.map((_, i) => parts.slice(0, parts.length - i).join('/')), NATION];
}

/** The one of them that names most places; null for none or for several. */
function deepest(regions: readonly string[]): string | null {
  const most = Math.max(...regions.map(depth));
  const deep = regions.filter((r) => depth(r) === most);
  return deep.length === 1 ? deep[0]! : null;
}

const depth = (region: string) => region.split('/').length;
