import { CLAIM_KINDS, DISPUTE_TYPES } from '@hejie/law';
import type { Paper } from '@hejie/papers';
import type { UnsafeCase } from '@hejie/cases';

export interface PacketEvidence {
  readonly id: string;
  readonly title: string;
  readonly proves: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
  readonly side: string;
}

export interface PacketFacts {
  readonly case: UnsafeCase;
  readonly phone: string | null;
  readonly commission: string;
  readonly evidence: readonly PacketEvidence[];
  readonly undisputedFacts: string | null;
  readonly chronology: readonly { at: Date; text: string }[];
  readonly madeAt: Date;
}

const date = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });
const dateTime = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' });
const yuan = (fen: number) => `${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`;
const YES_NO = { yes: '是', no: '否', unsure: '不清楚' } as const;

/**
 * The arbitration packet: 仲裁申请书 (劳动争议调解仲裁法 Art 28, 办案规则 Art 29), 证据清单, undisputed facts and
 * chronology. It is written from the case's own facts: nothing said in mediation or consultation is at hand here.
 */
export function packetPaper(f: PacketFacts): Paper {
  const { facts, claimant } = f.case;
  return {
    title: '劳动人事争议仲裁申请书',
    number: f.case.number,
    madeAt: f.madeAt,
    blocks: [
      {
        kind: 'fields',
        rows: [
          ['申请人', claimant.name ?? ''],
          ['身份证号码', claimant.idNumber ?? ''],
          ['住址', claimant.address ?? ''],
          ['联系电话', f.phone ?? ''],
          ['被申请人', facts.employer.name],
          ['统一社会信用代码', facts.employer.uscc ?? ''],
          ['地址', facts.employer.address ?? ''],
          ['争议类型', facts.disputeTypes.map((d) => DISPUTE_TYPES[d].zh).join('、')],
        ],
      },
      { kind: 'heading', text: '仲裁请求' },
      { kind: 'list', items: facts.claims.map((c) => `${CLAIM_KINDS[c.kind].zh}${c.amountFen === undefined ? '' : ` ${yuan(c.amountFen)}`}${c.note ? `（${c.note}）` : ''}`) },
      { kind: 'heading', text: '事实与理由' },
      {
        kind: 'fields',
        rows: [
          ['入职日期', facts.employment.startDate ?? ''],
          ['离职日期', facts.employment.endDate ?? ''],
          ['岗位', facts.employment.position ?? ''],
          ['月工资', facts.employment.monthlyWageFen === undefined ? '' : yuan(facts.employment.monthlyWageFen)],
          ['书面劳动合同', YES_NO[facts.employment.contract]],
          ['参加社会保险', YES_NO[facts.employment.insured]],
          ['平台用工', facts.employment.platformWork ? '是' : '否'],
        ],
      },
      { kind: 'paragraph', text: facts.story },
      { kind: 'paragraph', text: `此致　${f.commission}`, indent: false },
      { kind: 'signatures', lines: [{ role: '申请人' }] },
      { kind: 'pageBreak' },
      { kind: 'heading', text: '证据清单' },
      {
        kind: 'table',
        head: ['序号', '名称', '证明目的', '提交时间', 'SHA-256'],
        widths: [0.08, 0.22, 0.22, 0.18, 0.3],
        rows: f.evidence.length
          ? f.evidence.map((e, i) => [String(i + 1), e.title, e.proves, date.format(e.uploadedAt), e.sha256])
          : [['—', '申请时未提交证据', '', '', '']],
      },
      { kind: 'heading', text: '双方无争议的事实' },
      { kind: 'paragraph', text: f.undisputedFacts ?? '无。' },
      { kind: 'heading', text: '经过' },
      { kind: 'table', head: ['时间', '事项'], widths: [0.35, 0.65], rows: f.chronology.map((c) => [dateTime.format(c.at), c.text]) },
      { kind: 'note', text: '本材料不含当事人在调解、咨询中的陈述与让步（企业劳动争议协商调解规定第二十四条，人民法院在线调解规则第十八条）。' },
    ],
  };
}
