import { CLAIM_KINDS, evidenceNeed } from '@hejie/law';
import type { Obtained, Provenance } from '../contract/index.js';
import type { CaseEvidence } from '../evidence/case-evidence.entity.js';

/** How evidence was obtained, as papers say it. */
const SOURCES: Readonly<Record<Obtained, string>> = {
  own_photo: '本人拍摄',
  own_paper: '本人持有',
  screenshot: '本人手机截图',
  chat_record: '聊天记录',
  recording: '录音录像',
  from_employer: '用人单位出具',
  public_body: '国家机关出具',
  bank: '银行、支付机构出具',
  hospital: '医疗机构出具',
  witness: '证人出具',
  other: '其他来源',
};

/** What never was on paper. */
const BORN_ELECTRONIC: readonly Obtained[] = ['screenshot', 'chat_record', 'recording'];

/** 证明目的: in the submitter's own words, then what the checklist and the claims say it is for. Empty where nobody has said. */
export function purposeOf({ proves, items, claims }: Pick<CaseEvidence, 'proves' | 'items' | 'claims'>): string {
  const needs = [...new Set(items.flatMap((id) => evidenceNeed(id)?.proves.zh ?? []))];
  return [proves, ...needs, claims.length ? `支持请求：${claims.map((c) => CLAIM_KINDS[c].zh).join('、')}` : ''].filter(Boolean).join('；');
}

/** 原件或复印件, as far as it follows from what the file is; of a picture or scan only who hands it in knows whether it is of an original. Else empty. */
export function originalOf({ mediaType, provenance }: Pick<CaseEvidence, 'mediaType' | 'provenance'>): string {
  if (/^(audio|video)\//.test(mediaType)) return '视听资料';
  return provenance && BORN_ELECTRONIC.includes(provenance.obtained) ? '电子数据' : '';
}

/** 证据来源, with who made it. Empty where nobody has said. */
export const originOf = (provenance: Provenance | null): string => (provenance ? [SOURCES[provenance.obtained], provenance.madeBy ? `制作人：${provenance.madeBy}` : ''].filter(Boolean).join('，') : '');

/** 证据来源, with who made it and when. Empty where nobody has said. */
export function sourceOf(provenance: Provenance | null): string {
  const [y, m, d] = (provenance?.madeOn ?? '').split('-').map(Number);
  return [originOf(provenance), y ? `${y}年${m}月${d}日形成` : ''].filter(Boolean).join('，');
}
