import type { Form } from './form.js';
import { closing, employerRows, workerRows } from '../parties.js';
import { chineseDate, yuanInWords, type PacketFacts } from '../packet-facts.js';

/** 司法确认申请书 (民诉法解释 Art 353-354; 民事诉讼法 Art 205). */
export const judicialConfirmation: Form = (f) => joint(f, '司法确认申请书', `请求人民法院确认编号 ${f.agreement!.number} 的调解协议有效。`, '民事诉讼法第二百零五条');

/** 仲裁审查确认申请书 (办案规则 Art 74; 企业劳动争议协商调解规定 Art 27). */
export const arbitralReview: Form = (f) => joint(f, '仲裁审查确认申请书', `请求对编号 ${f.agreement!.number} 的调解协议进行审查，制作调解书。`, '企业劳动争议协商调解规定第二十七条');

/** Both confirmations are asked for by both sides together, with the same data. */
function joint(f: PacketFacts, title: string, request: string, article: string): ReturnType<Form> {
  const agreement = f.agreement!;
  return {
    title,
    blocks: [
      { kind: 'fields', rows: [...workerRows(f, '申请人（劳动者）'), ...employerRows(f, '申请人（用人单位）'), ['用人单位代表', agreement.representative]] },
      { kind: 'heading', text: '请求事项' },
      { kind: 'paragraph', text: request },
      { kind: 'heading', text: '调解协议' },
      {
        kind: 'fields',
        rows: [
          ['协议书编号', agreement.number],
          ['生效日期', chineseDate(agreement.effectiveOn)],
          ['调解组织', f.organisation],
          ['调解员', agreement.mediator],
          ['协议金额', yuanInWords(agreement.terms.totalFen)],
        ],
      },
      { kind: 'heading', text: '双方声明' },
      {
        kind: 'list',
        items: [
          `双方自调解协议生效之日起在法定期限内共同提出本申请（${article}），没有就同一协议以其他方式申请确认。`,
          '协议出于双方自愿，不存在恶意串通、规避法律的行为，没有损害国家利益、社会公共利益或者他人合法权益。',
          '双方提供的材料真实；如有虚假，愿意承担相应的法律责任。',
        ],
      },
      { kind: 'heading', text: '所附材料' },
      { kind: 'list', items: ['调解协议书', '调解组织主持调解的证明（载于调解协议书）', '双方的身份、资格证明', '送达地址确认书'] },
      ...closing(f, ['劳动者', '用人单位']),
    ],
  };
}
