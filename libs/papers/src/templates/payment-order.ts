import { EMPLOYER_OPTIONAL, EMPLOYER_REQUIRED, boundRows, WORKER_OPTIONAL, WORKER_REQUIRED, workerRows } from './party-rows.js';
import type { Template } from './template.js';

export const paymentOrder: Template = {
  title: { zh: '支付令申请书', en: 'Application for a payment order' },
  use: { zh: '协议写好的钱到期没付，请法院直接命令单位付款，比打官司快。', en: 'Asks the court to order the payment of what is overdue under the agreement; quicker than a suit.' },
  of: 'worker',
  source: '劳动争议调解仲裁法 Art 16; 民事诉讼法 Art 225',
  required: [...WORKER_REQUIRED, ...EMPLOYER_REQUIRED, 'organisation', 'agreement.number', 'agreement.effectiveOn', 'agreement.total', 'agreement.payable', 'due.rows', { field: 'due.total', unless: 'agreement.notPayable' }, 'due.asOf', 'addressee.court'],
  optional: [...WORKER_OPTIONAL, ...EMPLOYER_OPTIONAL, 'agreement.notPayable', 'respondents.copies', 'agreement.payers'],
  parts: [
    { fields: [...workerRows('申请人'), boundRows('被申请人')] },
    { heading: '请求事项' },
    { paragraph: '请求向被申请人发出支付令，督促其向申请人支付{due.total}。' },
    { paragraph: '协议中的{agreement.notPayable}不属于可以申请支付令的事项，不在本申请之内。请求金额由申请人填写：已到期未付的款项中，属于下表所列项目的部分。', when: 'agreement.notPayable' },
    { paragraph: '协议约定：{agreement.payers}', when: 'agreement.payers' },
    { heading: '金额的组成' },
    { paragraph: '协议中可以申请支付令的项目（《劳动争议调解仲裁法》第十六条）：' },
    { table: 'agreement.payable', head: ['序号', '项目', '属于', '协议金额'], widths: [0.1, 0.4, 0.22, 0.28], align: ['center', 'left', 'center', 'right'] },
    { paragraph: '已到期未付的款项：' },
    { table: 'due.rows', head: ['期次', '应付日期', '金额'], widths: [0.2, 0.4, 0.4], align: ['center', 'left', 'right'] },
    { heading: '事实与理由' },
    {
      points: [
        '双方经{organisation}主持，达成编号{agreement.number}的调解协议书，自{agreement.effectiveOn}起生效，约定被申请人共计支付{agreement.total}，其中可以申请支付令的项目见上表。',
        '上列款项履行期限已经届满，被申请人至{due.asOf}没有支付。',
        '申请人与被申请人之间没有其他债务纠纷，支付令能够送达被申请人（《民事诉讼法》第二百二十五条）。',
        '因支付拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金事项达成调解协议，用人单位在协议约定期限内不履行的，劳动者可以持调解协议书依法向人民法院申请支付令（《劳动争议调解仲裁法》第十六条）。',
      ],
    },
    { heading: '证据' },
    { paragraph: '编号{agreement.number}的调解协议书，证明双方之间的债权债务关系、金额和履行期限。' },
    { closing: ['申请人（签名）'], to: 'addressee.court', attached: [{ text: '本申请书副本一份', unless: 'respondents.copies' }, { text: '本申请书副本{respondents.copies}', when: 'respondents.copies' }, '调解协议书一份', '申请人身份证复印件'] },
  ],
};
