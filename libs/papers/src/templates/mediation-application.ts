import { AGENT, AGENT_FIELDS, AGENT_PAPERS, CLAIMS, RESPONDENTS_OPTIONAL, RESPONDENTS_REQUIRED, respondentRows, EMPLOYMENT_ROWS, PEOPLE, WORKER_OPTIONAL, WORKER_REQUIRED, workerRows } from './party-rows.js';
import type { Template } from './template.js';

export const mediationApplication: Template = {
  title: { zh: '劳动争议调解申请书', en: 'Application for mediation' },
  use: { zh: '请工会出面调解时交。写明您是谁、单位是谁、要什么、为什么。', en: 'Asks the union to mediate: who you are, who the employer is, what you ask for and why.' },
  of: 'worker',
  source: '劳动争议调解仲裁法 Art 12; 企业劳动争议协商调解规定 Art 21',
  required: [...WORKER_REQUIRED, ...RESPONDENTS_REQUIRED, 'dispute.types', 'claims.list', 'story', 'organisation', { field: 'people.representatives', when: 'people.elect' }],
  optional: [
    ...WORKER_OPTIONAL, ...RESPONDENTS_OPTIONAL, 'employer.platform', ...AGENT_FIELDS, 'agent.authority', ...EMPLOYMENT_ROWS.filter((f) => f !== 'dispute.types'), 'claims.total', ...PEOPLE, 'evidence.count', 'wish.mode', 'wish.mediator',
    'consent.mediation', 'consent.online', 'consent.data', 'consent.recording',
  ],
  open: ['claimant.electronic', 'employer.uscc', 'employer.phone', 'employment.startDate', 'employment.position', 'employment.wage', 'dispute.happenedOn', 'wish.mode', 'wish.mediator'],
  parts: [
    { heading: '一、当事人' },
    { fields: [...workerRows('申请人'), respondentRows('被申请人'), 'employer.platform', AGENT, { label: '代理权限', text: '{agent.authority}', when: 'agent.name' }] },
    { heading: '二、劳动关系' },
    { fields: EMPLOYMENT_ROWS },
    { heading: '三、调解请求' },
    ...CLAIMS,
    { heading: '四、事实与理由' },
    { paragraph: '{story}' },
    { heading: '五、证据' },
    { paragraph: '证据共{evidence.count}件，名称和证明目的见所附证据清单。', when: 'evidence.count' },
    { paragraph: '申请时没有提交证据。', unless: 'evidence.count' },
    { heading: '六、意愿与同意' },
    { fields: ['wish.mode', 'wish.mediator', 'consent.mediation', 'consent.online', 'consent.data', 'consent.recording'] },
    { closing: ['申请人（签名）'], to: 'organisation', attached: [{ text: '证据清单一份，证据材料一套', when: 'evidence.count' }, '申请人身份证复印件', AGENT_PAPERS] },
  ],
};
