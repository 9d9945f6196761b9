import type { Template } from './template.js';

export const mediationEndNotice: Template = {
  title: { zh: '调解终结告知书', en: 'Notice of the end of mediation' },
  use: { zh: '调解没有达成协议时发给双方：为什么终结，之后可以到哪里申请仲裁、多久之内。', en: 'Tells both sides when mediation ended without an agreement: why, and where and until when one may go to arbitration.' },
  of: 'staff',
  source: '企业劳动争议协商调解规定 Art 30, 31; 人民法院在线调解规则 Art 25; 劳动争议调解仲裁法 Art 5, 14, 21, 27, 53',
  required: ['case.number', 'claimant.name', 'respondents.names', 'dispute.types', 'case.filedOn', 'organisation', 'organisation.phone', 'mediation.endedOn', 'mediation.endReason'],
  optional: ['addressee.commission'],
  parts: [
    { paragraph: '{claimant.name}、{respondents.names}：', indent: false },
    { paragraph: '{claimant.name}与{respondents.names}因{dispute.types}发生劳动争议，{claimant.name}于{case.filedOn}向{organisation}提出调解申请（案件编号：{case.number}）。双方没有达成协议，调解于{mediation.endedOn}终结。' },
    { heading: '终结的原因' },
    { boxes: 'mediation.endReason' },
    { heading: '告知事项' },
    {
      points: [
        '当事人可以依法向劳动合同履行地或者用人单位所在地的劳动人事争议仲裁委员会申请仲裁；仲裁不收费（《劳动争议调解仲裁法》第五条、第二十一条、第五十三条）。',
        { text: '按本案的办理地，可以向{addressee.commission}提出。', when: 'addressee.commission' },
        '劳动争议申请仲裁的时效期间为一年，从当事人知道或者应当知道其权利被侵害之日起计算。申请调解、对方不同意调解或者没有达成协议的，时效中断，从中断时起重新计算；劳动关系存续期间因拖欠劳动报酬发生争议的，不受一年的限制，劳动关系终止的，应当自终止之日起一年内提出（《劳动争议调解仲裁法》第二十七条，《企业劳动争议协商调解规定》第三十一条）。',
        '调解中为达成协议作出的让步，不得在仲裁、诉讼中作为对其不利的证据。',
      ],
    },
    { paragraph: '联系电话：{organisation.phone}' },
    { seal: 'organisation' },
  ],
};
