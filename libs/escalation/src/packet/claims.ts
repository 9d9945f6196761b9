import { CLAIM_KINDS, DISPUTE_TYPES } from '@hejie/law';
import type { Block } from '@hejie/papers';
import { chineseDate, yuan, yuanInWords, type PacketFacts } from './packet-facts.js';

const YES_NO = { yes: '是', no: '否', unsure: '不清楚' } as const;

/** What is asked for, one by one, and all of it in figures and words. */
export function claimBlocks(f: PacketFacts): Block[] {
  const { claims } = f.case.facts;
  const total = claims.reduce((sum, c) => sum + (c.amountFen ?? 0), 0);
  return [
    { kind: 'list', items: claims.map((c) => `${CLAIM_KINDS[c.kind].zh}${c.amountFen === undefined ? '' : ` ${yuanInWords(c.amountFen)}`}${c.note ? `（${c.note}）` : ''}`) },
    ...(total > 0 && claims.length > 1 ? [{ kind: 'paragraph' as const, text: `以上金额合计 ${yuanInWords(total)}。` }] : []),
  ];
}

/** The employment and what happened. */
export function storyBlocks(f: PacketFacts): Block[] {
  const { employment, disputeTypes, story } = f.case.facts;
  return [
    {
      kind: 'fields',
      rows: [
        ['争议类型', disputeTypes.map((d) => DISPUTE_TYPES[d].zh).join('、')],
        ['入职日期', employment.startDate ? chineseDate(employment.startDate) : ''],
        ['离职日期', employment.endDate ? chineseDate(employment.endDate) : ''],
        ['岗位', employment.position ?? ''],
        ['月工资', employment.monthlyWageFen === undefined ? '' : yuan(employment.monthlyWageFen)],
        ['书面劳动合同', YES_NO[employment.contract]],
        ['参加社会保险', YES_NO[employment.insured]],
        ['平台用工', employment.platformWork ? '是' : '否'],
      ],
    },
    { kind: 'paragraph', text: story },
  ];
}
