import { LAWS } from './laws.js';
import type { Step } from './topic.js';

/** One citation: a text and its articles. */
export interface Article {
  /** Short name, as in sources. */
  readonly law: string;
  readonly title: Step;
  readonly version: string;
  /** E.g. `46, 47` or `201-203`; null for a text that is cited whole. */
  readonly articles: string | null;
  /** As a paper cites it: 《…》第46条、第47条 / Labour Contract Law Art 46, 47. */
  readonly citation: Step;
}

const citations = new Map<string, readonly Article[]>();

/**
 * The citations of a source such as `劳动合同法 Art 46, 47; 实施条例 Art 27`.
 * @throws RangeError when a text is not in the list of laws
 */
export function articlesOf(source: string): readonly Article[] {
  let known = citations.get(source);
  if (!known) citations.set(source, (known = source.split(/;\s*/).map(readCitation)));
  return known;
}

function readCitation(text: string): Article {
  const [law, articles = null] = text.trim().split(' Art ') as [string, string?];
  const full = LAWS[law];
  if (!full) throw new RangeError(`${law} is not in the list of laws`);
  const zh = articles === null ? '' : articles.split(/,\s*/).map(articleInChinese).join('、');
  return {
    law,
    title: { zh: full.zh, en: full.en },
    version: full.version,
    articles,
    citation: { zh: `《${full.zh}》${zh}`, en: articles === null ? full.en : `${full.en} Art ${articles}` },
  };
}

/** `47(3)` -> 第47条第3款, `201-203` -> 第201条至第203条 */
function articleInChinese(article: string): string {
  return article
    .split('-')
    .map((a) => `第${a.replace(/\((\d+)\)/g, '条第$1款')}${a.endsWith(')') ? '' : '条'}`)
    .join('至');
}
