import type { Template } from './template.js';

export const followUpRecord: Template = {
  title: { zh: '回访记录', en: 'Record of a follow-up' },
  use: { zh: '协议达成以后，问双方履行了没有、满不满意、还要做什么。每回访一次用一份。', en: 'After an agreement: whether it was performed, whether the sides are content, what is still to do. One for each follow-up.' },
  of: 'staff',
  source: '企业劳动争议协商调解规定 Art 31, 32; 人民调解法 Art 31',
  required: ['case.number', 'claimant.name', 'respondents.names', 'dispute.types', 'organisation', 'agreement.number', 'agreement.effectiveOn', 'agreement.total', 'followUp.rows', 'followUp.on', 'followUp.method', 'followUp.with', 'followUp.by', 'followUp.performed'],
  optional: ['followUp.reason'],
  open: ['followUp.said', 'followUp.satisfaction', 'followUp.next', 'followUp.nextOn'],
  parts: [
    { heading: '一、案件和协议' },
    { fields: ['case.number', { label: '案由', text: '{dispute.types}' }, { label: '劳动者', text: '{claimant.name}' }, { label: '用人单位', text: '{respondents.names}' }, 'organisation', 'agreement.number', 'agreement.effectiveOn', 'agreement.total'] },
    { heading: '二、协议约定的款项' },
    { table: 'followUp.rows', head: ['期次', '履行期限', '金额', '登记的履行情况'], widths: [0.1, 0.32, 0.26, 0.32], align: ['center', 'left', 'right', 'center'] },
    { heading: '三、回访' },
    { fields: ['followUp.on', 'followUp.method', 'followUp.with', 'followUp.by'] },
    { heading: '四、履行情况' },
    { boxes: 'followUp.performed' },
    { paragraph: '没有履行或者没有全部履行的原因：{followUp.reason}', when: 'followUp.reason' },
    { fields: ['followUp.said', 'followUp.satisfaction'] },
    { heading: '五、后续处理' },
    { fields: ['followUp.next', 'followUp.nextOn'] },
    { closing: ['回访人（签名）', '被回访人（签名；电话回访的，由回访人注明）'] },
    { note: '协议到期没有履行的，仲裁时效从到期未履行时起重新计算（《企业劳动争议协商调解规定》第三十一条）；符合条件的，劳动者可以申请支付令、申请强制执行或者申请仲裁。' },
  ],
};
