import { CLAIM_KINDS } from '@hejie/law';
import type { Form } from './form.js';
import { overdue } from '../../escalate/track-fit.js';
import { closing, parties } from '../parties.js';
import { chineseDate, yuan, yuanInWords } from '../packet-facts.js';

/** 支付令申请书: amount and its composition, agreement and default (劳动争议调解仲裁法 Art 16; 民事诉讼法 Art 225). */
export const paymentOrder: Form = (f) => {
  const agreement = f.agreement!;
  const unpaid = overdue(agreement, f.madeOn, f.calendars);
  const total = unpaid.reduce((sum, i) => sum + i.amountFen, 0);
  return {
    title: '支付令申请书',
    blocks: [
      parties(f, '申请人', '被申请人'),
      { kind: 'heading', text: '请求事项' },
      { kind: 'paragraph', text: `请求向被申请人发出支付令，督促其向申请人支付人民币 ${yuanInWords(total)}。` },
      { kind: 'heading', text: '金额的组成' },
      { kind: 'table', head: ['期次', '应付日期', '金额'], widths: [0.2, 0.4, 0.4], rows: unpaid.map((i) => [String(i.n), `${chineseDate(i.dueDate)}前`, yuan(i.amountFen)]) },
      { kind: 'heading', text: '事实与理由' },
      {
        kind: 'list',
        items: [
          `双方经${f.organisation}主持，达成编号 ${agreement.number} 的调解协议书，自${chineseDate(agreement.effectiveOn)}起生效，约定被申请人就${agreement.terms.items.map((i) => CLAIM_KINDS[i.kind].zh).join('、')}共计支付 ${yuanInWords(agreement.terms.totalFen)}。`,
          `上列款项履行期限已经届满，被申请人至${chineseDate(f.madeOn)}没有支付。`,
          '申请人与被申请人之间没有其他债务纠纷，支付令能够送达被申请人。',
          '因支付拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金事项达成调解协议，用人单位在协议约定期限内不履行的，劳动者可以持调解协议书依法向人民法院申请支付令（劳动争议调解仲裁法第十六条）。',
        ],
      },
      ...closing(f, ['申请人']),
    ],
  };
};
