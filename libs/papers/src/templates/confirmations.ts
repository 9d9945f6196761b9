import { AGENT, AGENT_FIELDS, AGENT_PAPERS, EMPLOYER_OPTIONAL, EMPLOYER_REQUIRED, boundRows, WORKER_OPTIONAL, WORKER_REQUIRED, workerRows } from './party-rows.js';
import type { FieldId } from './fields.js';
import type { Part, Template } from './template.js';

const REQUIRED = [...WORKER_REQUIRED, ...EMPLOYER_REQUIRED, 'employer.representative', 'agreement.number', 'agreement.effectiveOn', 'organisation', 'mediator', 'agreement.total'] as const;
const OPTIONAL = [...WORKER_OPTIONAL, ...EMPLOYER_OPTIONAL, ...AGENT_FIELDS, 'agent.authority', 'employerAgent.name', 'employerAgent.phone', 'employerAgent.authority'] as const;
/** Telephones and addresses for service of both. */
const OPEN = ['claimant.mailing', 'claimant.electronic', 'employer.mailing', 'employer.phone', 'employer.electronic'] as const;

/** Both confirmations are asked for by both sides together, with the same data. */
const jointly = (request: string, article: string, to: FieldId): readonly Part[] => [
  {
    fields: [
      ...workerRows('申请人（劳动者）'), AGENT, { label: '代理权限', text: '{agent.authority}', when: 'agent.name' },
      boundRows('申请人（用人单位）', ['employer.electronic', 'employer.representative']),
      { label: '委托代理人', text: '{employerAgent.name}　{employerAgent.phone}', when: 'employerAgent.name' }, { label: '代理权限', text: '{employerAgent.authority}', when: 'employerAgent.name' },
    ],
  },
  { heading: '请求事项' },
  { paragraph: request },
  { heading: '调解协议' },
  { fields: ['agreement.number', 'agreement.effectiveOn', 'organisation', 'mediator', 'agreement.total'] },
  { heading: '双方声明' },
  {
    points: [
      `双方自调解协议生效之日起在法定期限内共同提出本申请（${article}），没有就同一协议以其他方式申请确认。`,
      '协议出于双方自愿，不存在恶意串通、规避法律的行为，没有损害国家利益、社会公共利益或者他人合法权益。',
      '双方提供的材料真实；如有虚假，愿意承担相应的法律责任。',
    ],
  },
  {
    closing: ['劳动者（签名）', { each: '用人单位', behind: '（盖章）' }],
    to,
    attached: ['调解协议书', '调解组织主持调解的证明（载于调解协议书）', '双方的身份、资格证明', '送达地址确认书', '与协议有关的财产权利证明（有的，附上）', AGENT_PAPERS, { text: '用人单位的授权委托书及代理人身份证明', when: 'employerAgent.name' }],
  },
];

export const judicialConfirmation: Template = {
  title: { zh: '司法确认申请书', en: 'Application for judicial confirmation' },
  use: { zh: '协议达成后30天内，双方一起请法院确认；确认后单位不付钱，可以直接申请强制执行。', en: 'Within 30 days both sides ask the court to confirm the agreement; then it can be enforced.' },
  of: 'both',
  source: '民诉法解释 Art 353-354; 民事诉讼法 Art 205',
  required: [...REQUIRED, 'addressee.court'],
  optional: OPTIONAL,
  open: OPEN,
  parts: jointly('请求人民法院确认双方达成的编号{agreement.number}、自{agreement.effectiveOn}起生效的调解协议有效。', '《民事诉讼法》第二百零五条', 'addressee.court'),
};

export const arbitralReview: Template = {
  title: { zh: '仲裁审查确认申请书', en: 'Application for arbitral review' },
  use: { zh: '协议达成后15天内，双方一起请仲裁委员会审查，做成可以强制执行的调解书。', en: 'Within 15 days both sides ask the commission to review the agreement and issue an enforceable mediation paper.' },
  of: 'both',
  source: '办案规则 Art 74; 企业劳动争议协商调解规定 Art 27',
  required: [...REQUIRED, 'addressee.commission'],
  optional: OPTIONAL,
  open: OPEN,
  parts: jointly('请求对双方达成的编号{agreement.number}、自{agreement.effectiveOn}起生效的调解协议进行审查，制作调解书。', '《企业劳动争议协商调解规定》第二十七条', 'addressee.commission'),
};
