import { AGENT, AGENT_FIELDS, AGENT_PAPERS, CLAIMS, RESPONDENTS_OPTIONAL, RESPONDENTS_REQUIRED, respondentRows, EMPLOYMENT_ROWS, PEOPLE, WORKER_OPTIONAL, WORKER_REQUIRED, workerRows } from './party-rows.js';
import type { Template } from './template.js';

/** A labour dispute comes to court after arbitration, or directly on an agreement about pay (解释一 Art 51). */
export const litigationComplaint: Template = {
  title: { zh: '民事起诉状', en: 'Statement of claim' },
  use: { zh: '不服仲裁裁决，或者单位不履行只涉及劳动报酬的调解协议，向法院起诉时交。', en: 'Goes to court after an award one does not accept, or where an agreement on pay alone is not kept.' },
  of: 'worker',
  source: '民事诉讼法 Art 124; 解释一 Art 51',
  required: [...WORKER_REQUIRED, 'claimant.ethnicity', ...RESPONDENTS_REQUIRED, 'dispute.types', 'claims.list', 'story', 'addressee.court', { field: 'people.representatives', when: 'people.elect' }, { field: 'award.number', unless: 'agreement.number' }, { field: 'award.receivedOn', unless: 'agreement.number' }],
  optional: [...WORKER_OPTIONAL, 'claimant.occupation', 'claimant.work', ...AGENT_FIELDS, ...RESPONDENTS_OPTIONAL, ...EMPLOYMENT_ROWS.filter((f) => f !== 'dispute.types'), 'claims.total', ...PEOPLE, 'respondents.copies', 'witnesses', 'agreement.number', 'agreement.effectiveOn'],
  parts: [
    { fields: [...workerRows('原告', ['claimant.ethnicity', 'claimant.occupation', 'claimant.work']), AGENT, respondentRows('被告')] },
    { heading: '诉讼请求' },
    ...CLAIMS,
    { heading: '事实与理由' },
    { fields: EMPLOYMENT_ROWS },
    { paragraph: '{story}' },
    { fields: ['award.number', 'award.receivedOn'], unless: 'agreement.number' },
    { paragraph: '双方达成编号{agreement.number}的调解协议书，自{agreement.effectiveOn}起生效。仅就劳动报酬争议达成的调解协议，用人单位不履行的，劳动者可以直接起诉（《最高人民法院关于审理劳动争议案件适用法律问题的解释（一）》第五十一条）。', when: 'agreement.number' },
    { heading: '证据和证据来源、证人' },
    { paragraph: '证据和证据来源见所附证据清单。' },
    { paragraph: '证人：{witnesses}', when: 'witnesses' },
    {
      closing: ['具状人（签名）'],
      to: 'addressee.court',
      attached: [
        { text: '本起诉状副本一份（按被告人数提交）', unless: 'respondents.copies' }, { text: '本起诉状副本{respondents.copies}（按被告人数提交）', when: 'respondents.copies' }, '证据清单一份，证据材料一套', '原告身份证复印件',
        { text: '仲裁裁决书及其送达证明', unless: 'agreement.number' }, { text: '调解协议书', when: 'agreement.number' }, AGENT_PAPERS,
      ],
    },
  ],
};
