import { CLAIM_KINDS, rmbInWords } from '@hejie/law';
import type { Paper, SignatureLine } from '@hejie/papers';
import type { Terms } from '../contract/index.js';

export interface AgreementFacts {
  readonly number: string;
  readonly caseNumber: string;
  readonly organisation: string;
  readonly claimant: { readonly name: string; readonly idNumber?: string | undefined; readonly address?: string | undefined };
  readonly employer: { readonly name: string; readonly uscc?: string | undefined; readonly address?: string | undefined };
  readonly respondentRepresentative: string;
  readonly mediator: string;
  readonly claims: string;
  readonly story: string;
  readonly answer: string | null;
  readonly terms: Terms;
  /** Carries the warning of manifest unfairness, which mediator and worker confirm before they sign. */
  readonly farUnder: boolean;
  readonly method: 'online' | 'onsite';
  /** Of an on-site result: the photo's hash. */
  readonly photoSha256?: string | undefined;
  readonly signatures: readonly SignatureLine[];
  /** Null while it is still to be signed. */
  readonly sealedOn: string | null;
  readonly madeAt: Date;
}

const PAYMENT = {
  bank_transfer: '被申请人以银行转账方式支付至申请人本人的工资账户或者申请人指定的本人账户。',
  mobile_payment: '被申请人通过微信或者支付宝支付至申请人本人账户。',
  cash: '被申请人以现金支付，申请人收款后出具收条。',
} as const;
const HAND_OVER = { leaving_certificate: '解除或者终止劳动合同证明', insurance_transfer: '社会保险关系转移手续', personnel_file: '档案转移手续' } as const;

/** 52,800.00 元 */
export function yuan(fen: number): string {
  return `${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`;
}

/** 2026-11-21 -> 2026年11月21日 */
export function chineseDate(date: string): string {
  const [y, m, d] = date.split('-').map(Number);
  return `${y}年${m}月${d}日`;
}

/** The mediation agreement with the fields of 企业劳动争议协商调解规定 Art 26, 劳动争议调解仲裁法 Art 14. */
export function agreementPaper(f: AgreementFacts): Paper {
  const noted = f.terms.items.some((item) => item.note);
  return {
    title: '调解协议书',
    number: f.number,
    madeAt: f.madeAt,
    blocks: [
      { kind: 'heading', text: '一、调解组织与当事人' },
      {
        kind: 'fields',
        rows: [
          ['调解组织', f.organisation],
          ['案件编号', f.caseNumber],
          ['申请人', f.claimant.name],
          ['身份证号码', f.claimant.idNumber ?? ''],
          ['住址', f.claimant.address ?? ''],
          ['被申请人', f.employer.name],
          ['统一社会信用代码', f.employer.uscc ?? ''],
          ['地址', f.employer.address ?? ''],
          ['被申请人代表', f.respondentRepresentative],
          ['调解员', f.mediator],
        ],
      },
      { kind: 'heading', text: '二、调解请求' },
      { kind: 'paragraph', text: f.claims },
      { kind: 'heading', text: '三、主要事实与争议事项' },
      { kind: 'paragraph', text: f.story },
      ...(f.answer ? [{ kind: 'paragraph' as const, text: `被申请人答复：${f.answer}` }] : []),
      { kind: 'heading', text: '四、调解结果' },
      { kind: 'paragraph', text: '双方在平等、自愿的基础上，经调解员主持调解，达成如下协议：' },
      {
        kind: 'table',
        head: ['序号', '项目', '金额', ...(noted ? ['说明'] : [])],
        widths: noted ? [0.1, 0.4, 0.25, 0.25] : [0.1, 0.6, 0.3],
        rows: f.terms.items.map((item, i) => [String(i + 1), CLAIM_KINDS[item.kind].zh, yuan(item.amountFen), ...(noted ? [item.note ?? ''] : [])]),
      },
      { kind: 'paragraph', text: `被申请人向申请人支付共计人民币 ${yuan(f.terms.totalFen)}（大写：${rmbInWords(f.terms.totalFen)}），按下列期限履行：` },
      {
        kind: 'table',
        head: ['期次', '履行期限', '金额', '大写'],
        widths: [0.1, 0.28, 0.22, 0.4],
        rows: f.terms.instalments.map((x, i) => [String(i + 1), `${chineseDate(x.dueDate)}前`, yuan(x.amountFen), rmbInWords(x.amountFen)]),
      },
      ...further(f.terms).map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'heading', text: '五、声明与效力' },
      {
        kind: 'list',
        items: [
          '双方确认本协议出于自愿，已阅读并理解全部内容，不存在欺诈、胁迫。',
          ...(f.farUnder ? ['调解员已就协议金额与请求金额、法定标准之间的差距向申请人作出提示；申请人知悉该差距，仍自愿按本协议解决（民法典第一百五十一条）。'] : []),
          '本协议自双方签名、调解员签名并加盖调解组织印章之日起生效，对双方具有约束力（劳动争议调解仲裁法第十四条）。',
          '因支付拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金事项达成的协议，被申请人在约定期限内不履行的，申请人可以持本协议依法向人民法院申请支付令（劳动争议调解仲裁法第十六条）。',
          '双方可以自协议生效之日起十五日内共同向劳动人事争议仲裁委员会申请审查确认（企业劳动争议协商调解规定第二十七条），或者三十日内共同向人民法院申请司法确认，只选择其中一种。',
          '本协议一式三份，双方各执一份，调解组织留存一份。',
        ],
      },
      ...(f.photoSha256 ? [{ kind: 'note' as const, text: `本协议为现场调解结果的录入件，双方签名的纸质原件照片 SHA-256：${f.photoSha256}` }] : []),
      { kind: 'signatures', lines: f.signatures },
      { kind: 'seal', organisation: f.organisation, date: f.sealedOn ?? '　　　年　　月　　日' },
      { kind: 'note', text: f.sealedOn === null ? '本件供各方签名前阅读，未经各方签名和盖章不发生效力。' : '可以在本平台“核验协议”页面输入编号和文件的 SHA-256 值，核验本文件是否为盖章原件。' },
    ],
  };
}

/** What was agreed beside the money, each with its name. */
function further(terms: Terms): string[] {
  return [
    ...(terms.payment ? [`履行方式：${PAYMENT[terms.payment]}`] : []),
    ...(terms.onDefault ? [`违约责任：${terms.onDefault}`] : []),
    ...(terms.employmentEndsOn ? [`劳动关系：双方劳动关系于${chineseDate(terms.employmentEndsOn)}协商一致解除。`] : []),
    ...(terms.handOver?.length ? [`交接手续：被申请人依法为申请人办理${terms.handOver.map((h) => HAND_OVER[h]).join('、')}。`] : []),
    ...(terms.otherTerms ? [`其他约定：${terms.otherTerms}`] : []),
    '调解费用：工会主持调解不收取费用。',
  ];
}
