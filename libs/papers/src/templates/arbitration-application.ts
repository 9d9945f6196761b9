import { AGENT, AGENT_FIELDS, AGENT_PAPERS, CLAIMS, RESPONDENTS_OPTIONAL, RESPONDENTS_REQUIRED, respondentRows, EMPLOYMENT_ROWS, PEOPLE, WORKER_OPTIONAL, WORKER_REQUIRED, workerRows } from './party-rows.js';
import type { Template } from './template.js';

export const arbitrationApplication: Template = {
  title: { zh: '劳动人事争议仲裁申请书', en: 'Application for arbitration' },
  use: { zh: '调解不成或者不想调解，向仲裁委员会申请仲裁时交。仲裁不收费。', en: 'Goes to the arbitration commission when mediation failed or is not wanted. Arbitration is free.' },
  of: 'worker',
  source: '劳动争议调解仲裁法 Art 28; 办案规则 Art 29',
  required: [...WORKER_REQUIRED, ...RESPONDENTS_REQUIRED, 'dispute.types', 'claims.list', 'story', 'addressee.commission', { field: 'people.representatives', when: 'people.elect' }],
  optional: [...WORKER_OPTIONAL, 'claimant.occupation', 'claimant.work', ...AGENT_FIELDS, ...RESPONDENTS_OPTIONAL, ...EMPLOYMENT_ROWS.filter((f) => f !== 'dispute.types'), 'claims.total', ...PEOPLE, 'respondents.copies', 'witnesses', 'evidence.employerHolds'],
  open: ['claimant.mailing', 'employer.legalPost', 'employer.mailing', 'employer.phone', 'witnesses'],
  parts: [
    { fields: [...workerRows('申请人', ['claimant.occupation', 'claimant.work']), AGENT, respondentRows('被申请人')] },
    { heading: '仲裁请求' },
    ...CLAIMS,
    { heading: '事实与理由' },
    { fields: EMPLOYMENT_ROWS },
    { paragraph: '{story}' },
    { heading: '证据和证据来源、证人' },
    { paragraph: '证据和证据来源见所附证据清单。' },
    { paragraph: '证人姓名和住所：{witnesses}' },
    { paragraph: '下列证据由被申请人掌握管理，请求责令其提供：{evidence.employerHolds}', when: 'evidence.employerHolds' },
    { closing: ['申请人（签名）'], to: 'addressee.commission', attached: [{ text: '本申请书副本一份（按被申请人人数提交）', unless: 'respondents.copies' }, { text: '本申请书副本{respondents.copies}（按被申请人人数提交）', when: 'respondents.copies' }, '证据清单一份，证据材料一套', '申请人身份证复印件', AGENT_PAPERS] },
  ],
};
