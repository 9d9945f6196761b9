import { yuan } from '@hejie/papers';
import { boundBy, payersOf, type RespondentKey, type Terms } from '../contract/index.js';

/**
 * Who pays, in the words of papers: together, each liable for all of it (连带债务, 民法典 Art 518), or each its own part (按份债务, 民法典 Art 517). Null where one alone is bound, and the
 * paper need not say so. @param respondents of the case, in its order
 */
export function payersText(terms: Terms, respondents: readonly { readonly key: RespondentKey; readonly name: string }[]): string | null {
  const bound = boundBy(terms);
  if (bound.length < 2) return null;
  const named = respondents.filter((r) => bound.includes(r.key));
  const payers = payersOf(terms);
  if (!payers) return `${named.map((r) => r.name).join('、')}向申请人支付共计${yuan(terms.totalFen)}，承担连带责任：申请人可以请求其中任何一方支付全部或者部分款项（《民法典》第五百一十八条）。`;
  const parts = named.flatMap((r) => payers.filter((p) => p.by === r.key).map((p) => `${r.name}向申请人支付${yuan(p.amountFen)}`));
  return parts.length === 1 ? `${parts[0]!}。` : `${parts.join('，')}，共计${yuan(terms.totalFen)}，各自对自己的部分负责（《民法典》第五百一十七条）。`;
}
