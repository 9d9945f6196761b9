import type { Template } from './template.js';

/** Also the form they sign, before anybody is elected: then the places of the representatives are blank. */
export const representativesProof: Template = {
  title: { zh: '推举代表人证明书', en: 'Proof of elected representatives' },
  use: { zh: '十人以上一起维权、推举代表人时用：先打印出来，写上推举的三至五人，每个人亲笔签名；申请调解、仲裁或者起诉时一起交。', en: 'For ten or more workers who elect representatives: printed first, three to five names written in, signed by each; goes along when they file.' },
  of: 'worker',
  source: '劳动争议调解仲裁法 Art 7; 办案规则 Art 63',
  required: ['people.count', 'respondents.names', 'dispute.types', 'case.number', 'group.representatives', 'group.members'],
  optional: ['group.electedOn'],
  parts: [
    { paragraph: '申请人{people.count}与{respondents.names}因{dispute.types}发生争议（案件编号：{case.number}），有共同请求。全体申请人于{group.electedOn}依照《劳动争议调解仲裁法》第七条，推举下列人员（三至五名）为代表人，参加调解、仲裁或者诉讼活动：' },
    { table: 'group.representatives', head: ['序号', '代表人', '身份证号码', '联系电话'], widths: [0.1, 0.2, 0.4, 0.3], align: ['center', 'center', 'left', 'left'], toWrite: true, blankRows: 5 },
    { paragraph: '代表人参加上述活动的行为对全体申请人发生效力；但是变更、放弃请求，承认对方当事人的请求，进行和解，必须经被代表的申请人同意。' },
    { heading: '推举人（全体申请人）' },
    { table: 'group.members', head: ['序号', '姓名', '身份证号码', '签名'], widths: [0.1, 0.2, 0.4, 0.3], align: ['center', 'center', 'left', 'left'], toWrite: true, blankRows: 10 },
    { note: '身份证号码、联系电话由本人填写，签名由本人亲笔书写，不会写字的按指印。本证明书附代表人身份证复印件。' },
  ],
};
