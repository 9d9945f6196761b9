import { localeSchema, type Locale } from '../contract/index.js';

/** The best of our languages for an `Accept-Language` header; Chinese when nothing fits. */
export function negotiateLocale(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const q = Number(params.find((p) => p.trim().startsWith('q='))?.trim().slice(2) ?? 1);
      return { tag: tag.toLowerCase(), q: Number.isFinite(q) ? q : 0 };
    })
    .sort((a, b) => b.q - a.q);
  for (const { tag } of wanted) {
    const found = localeSchema.options.find((l) => tag !== '' && l.toLowerCase().split('-')[0] === tag.split('-')[0]);
    if (found) return found;
  }
  return 'zh-CN';
}
