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
  /** As a paper cites it: 《劳动合同法》第四十六条、第四十七条 / Labour Contract Law Art 46, 47. */
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
    citation: { zh: `《${titleInChinese(full.zh)}》${zh}`, en: articles === null ? full.en : `${full.en} Art ${articles}` },
  };
}

/** A source such as `劳动合同法 Art 10, 82; 解释二 Art 7` as one citation in each language. @throws RangeError as `articlesOf` */
export function citationOf(source: string): Step {
  const articles = articlesOf(source);
  return { zh: articles.map((a) => a.citation.zh).join('；'), en: articles.map((a) => a.citation.en).join('; ') };
}

/** Without the name of the country, as people cite laws; a title within a title has single marks. */
const titleInChinese = (title: string) => title.replaceAll('中华人民共和国', '').replaceAll('《', '〈').replaceAll('》', '〉');

/** `47(3)` -> 第四十七条第三款, `201-203` -> 第二百零一条至第二百零三条 */
function articleInChinese(article: string): string {
  return article
    .split('-')
    .map((a) => {
      const [, number, paragraph] = /^(\d+)(?:\((\d+)\))?$/.exec(a)!;
      return `第${inChinese(Number(number))}条${paragraph ? `第${inChinese(Number(paragraph))}款` : ''}`;
    })
    .join('至');
}

const DIGITS = '零一二三四五六七八九';

/** A number from 1 to 1999 as articles are numbered: 十, 二十一, 一百零五, 一千二百六十. */
function inChinese(n: number): string {
  const places = [1000, 100, 10, 1].map((place) => Math.floor(n / place) % 10);
  const units = ['千', '百', '十', ''];
  const words = places.map((digit, i) => (digit === 0 ? '零' : `${DIGITS[digit]!}${units[i]!}`)).join('');
  return words.replace(/零+/g, '零').replace(/^零|零$/g, '').replace(/^一十/, '十');
}
