import type { Template } from './template.js';

export const mediationNotice: Template = {
  title: { zh: '先行调解告知书', en: 'Notice of mediation first' },
  use: { zh: '调解开始前发给双方：调解是自愿的、有期限、不收费，双方有哪些权利。', en: 'Tells both sides before mediation: it is voluntary, has a time limit, is free, and what their rights are.' },
  of: 'staff',
  source: '劳动争议调解仲裁法 Art 5, 14, 27; 企业劳动争议协商调解规定 Art 11, 22, 24, 27; 人民法院在线调解规则 Art 13-14, 18',
  required: ['case.number', 'claimant.name', 'respondents.names', 'dispute.types', 'case.filedOn', 'organisation', 'organisation.phone'],
  optional: ['case.mediationLastDate'],
  parts: [
    { paragraph: '{claimant.name}、{respondents.names}：', indent: false },
    { paragraph: '{claimant.name}与{respondents.names}因{dispute.types}发生劳动争议，{claimant.name}于{case.filedOn}向{organisation}提出调解申请（案件编号：{case.number}）。现将先行调解的有关事项告知如下：' },
    {
      points: [
        '调解自愿。任何一方不愿意调解，或者在调解中要求终止的，调解即行终止；当事人可以依法申请仲裁（《劳动争议调解仲裁法》第五条，《企业劳动争议协商调解规定》第二十二条）。',
        '调解期限。自调解组织收到调解申请之日起十五日内没有达成协议的，当事人可以依法申请仲裁（《劳动争议调解仲裁法》第十四条）。',
        { text: '本案的调解期限到{case.mediationLastDate}届满。', when: 'case.mediationLastDate' },
        '仲裁时效。劳动争议申请仲裁的时效期间为一年；当事人向对方主张权利、申请调解的，时效中断，从中断时起重新计算（《劳动争议调解仲裁法》第二十七条）。',
        '保密。调解不公开进行，双方要求公开的除外；为达成协议作出的让步，不得在仲裁、诉讼中作为对其不利的证据，双方共同确认的无争议事实除外（《企业劳动争议协商调解规定》第十一条、第二十四条，《人民法院在线调解规则》第十八条）。',
        '权利。当事人可以委托代理人参加调解；调解员与本案有利害关系的，应当披露，当事人可以要求更换（《人民法院在线调解规则》第十三条、第十四条）。',
        '协议效力。调解协议书经双方签名、调解员签名并加盖调解组织印章后生效，对双方具有约束力；双方可以自生效之日起十五日内共同申请仲裁审查确认，或者三十日内共同申请司法确认，只选择其中一种。',
        '费用。工会主持调解不收取费用。',
      ],
    },
    { paragraph: '联系电话：{organisation.phone}' },
    { seal: 'organisation' },
    { heading: '当事人意见（回执）' },
    { fields: [{ label: '申请人', text: '□ 同意先行调解　□ 不同意先行调解' }, { each: [{ label: '被申请人', text: '□ 同意先行调解　□ 不同意先行调解', numbered: true }] }] },
    { closing: ['申请人（签名）', { each: '被申请人', behind: '（签名或者盖章）' }] },
  ],
};
