import type { Template } from './template.js';

/** Between the parties alone: what they tell of the terms is each side's own draft, which the other does not read. */
export const settlementAgreement: Template = {
  title: { zh: '和解协议', en: 'Settlement between the parties' },
  use: { zh: '双方自己谈妥、没有经过调解时用：写清给多少、什么时候给，双方签名盖章，各拿一份。', en: 'For what both sides settled by themselves, without mediation: how much, until when; both sign, each keeps one.' },
  of: 'party',
  source: '企业劳动争议协商调解规定 Art 8, 11, 12; 劳动争议调解仲裁法 Art 4, 41; 解释一 Art 35',
  required: [
    'case.number', 'claimant.name', { field: 'claimant.idNumber', unless: 'by.employer' }, { field: 'claimant.address', unless: 'by.employer' }, { field: 'claimant.phone', unless: 'by.employer' }, 'employer.name', 'employer.legalPerson', 'dispute.types',
    'settlement.total', 'settlement.dueOn', 'settlement.payment',
  ],
  optional: ['by.employer', 'settlement.facts', 'settlement.items', 'settlement.employment', 'settlement.endsOn', 'settlement.handOver', 'settlement.onDefault', 'settlement.other', 'people.count', 'group.members'],
  open: ['employer.uscc', 'employer.address', 'employer.phone'],
  parts: [
    { heading: '一、双方' },
    {
      fields: [
        { label: '甲方（用人单位）', text: '{employer.name}' }, 'employer.uscc', 'employer.legalPerson', { label: '住所地', text: '{employer.address}' }, 'employer.phone',
        { label: '乙方（劳动者）', text: '{claimant.name}' },
        { label: '身份证号码', text: '{claimant.idNumber}', unless: 'by.employer' }, { label: '住址', text: '{claimant.address}', unless: 'by.employer' }, { label: '联系电话', text: '{claimant.phone}', unless: 'by.employer' },
        { label: '身份证号码、住址、联系电话', text: '（由劳动者填写）', when: 'by.employer' },
      ],
    },
    { heading: '二、争议' },
    { paragraph: '甲乙双方因{dispute.types}发生争议（案件编号：{case.number}），经平等协商，自愿达成和解。' },
    { paragraph: '双方没有争议的事实：{settlement.facts}', when: 'settlement.facts' },
    { heading: '三、和解内容' },
    { paragraph: '甲方向乙方支付{settlement.total}，于{settlement.dueOn}前付清。' },
    { paragraph: '上述款项包括：{settlement.items}', when: 'settlement.items' },
    { fields: ['settlement.payment', { label: '收款账户（户名、开户行、账号）', text: '\n' }, 'settlement.employment', { label: '劳动关系结束日期', text: '{settlement.endsOn}', when: 'settlement.endsOn' }, 'settlement.handOver', 'settlement.onDefault', 'settlement.other'] },
    { paragraph: '本案劳动者共{people.count}。代表人进行和解，须经被代表的劳动者同意（《劳动争议调解仲裁法》第七条，《劳动人事争议仲裁办案规则》第五条）；同意的劳动者在下表签名：', when: 'people.count', unless: 'by.employer' },
    { table: 'group.members', head: ['序号', '姓名', '身份证号码', '签名'], widths: [0.1, 0.2, 0.4, 0.3], align: ['center', 'center', 'left', 'left'], toWrite: true, when: 'people.count', unless: 'by.employer' },
    { heading: '四、声明与效力' },
    {
      points: [
        '本协议出于双方自愿，双方已阅读并理解全部内容，不存在欺诈、胁迫、乘人之危。',
        '本协议自双方签名、盖章之日起生效，对双方具有约束力，双方应当履行（《企业劳动争议协商调解规定》第十一条）。',
        '一方在约定的期限内不履行的，另一方可以申请调解或者仲裁（《企业劳动争议协商调解规定》第十二条）。',
        '为达成和解而作出的让步，不得在其后的仲裁、诉讼中作为对其不利的证据（《企业劳动争议协商调解规定》第十一条）。',
        '依法应当缴纳的社会保险费、工伤认定和伤残等级，不由双方约定；本协议不免除甲方的这些义务。',
        '本协议一式两份，双方各执一份。',
      ],
    },
    { closing: ['甲方（盖章）', '乙方（签名）'] },
    { note: '没有经过调解组织主持的和解协议，不能申请仲裁审查确认或者司法确认；想要可以申请强制执行的，请工会调解后制作调解协议书。金额明显低于法定标准的，签字前请先问律师：重大误解、显失公平的协议可以请求撤销。' },
  ],
};
