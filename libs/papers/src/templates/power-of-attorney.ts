import type { Template } from './template.js';

export const powerOfAttorney: Template = {
  title: { zh: '授权委托书', en: 'Power of attorney' },
  use: { zh: '请律师、亲属或者同事替您（单位）参加调解、仲裁时交，写明他能替您做什么。', en: 'Lets a lawyer, relative or colleague act for you, and says what they may do.' },
  of: 'party',
  source: '劳动争议调解仲裁法 Art 24; 民事诉讼法 Art 62',
  required: [
    { field: 'claimant.name', unless: 'by.employer' }, { field: 'claimant.idNumber', unless: 'by.employer' }, { field: 'claimant.phone', unless: 'by.employer' }, { field: 'respondents.names', unless: 'by.employer' },
    { field: 'employer.name', when: 'by.employer' }, { field: 'employer.legalPerson', when: 'by.employer' },
    'agent.name', 'agent.phone', 'agent.relation', 'agent.matters', 'agent.authority', 'dispute.types', 'case.number',
  ],
  optional: ['by.employer', 'claimant.sex', 'claimant.bornOn', 'claimant.address', 'employer.uscc', 'employer.legalPost', 'employer.address', 'employer.phone', 'agent.idNumber', 'agent.licence', 'agent.work', 'agent.until'],
  parts: [
    { heading: '委托人' },
    { fields: [{ label: '姓名', text: '{claimant.name}' }, 'claimant.sex', 'claimant.bornOn', 'claimant.idNumber', 'claimant.address', 'claimant.phone'], unless: 'by.employer' },
    { fields: [{ label: '单位名称', text: '{employer.name}' }, 'employer.uscc', 'employer.legalPerson', 'employer.legalPost', { label: '住所地', text: '{employer.address}', when: 'employer.address' }, 'employer.phone'], when: 'by.employer' },
    { heading: '受托人' },
    { fields: [{ label: '姓名', text: '{agent.name}' }, { label: '身份证号码', text: '{agent.idNumber}', when: 'agent.idNumber' }, 'agent.licence', 'agent.work', 'agent.relation', { label: '联系电话', text: '{agent.phone}' }] },
    { heading: '委托事项' },
    { paragraph: '委托人与{respondents.names}因{dispute.types}发生争议（案件编号：{case.number}），现委托上列受托人作为代理人，{agent.matters}。', unless: 'by.employer' },
    { paragraph: '委托人与{claimant.name}因{dispute.types}发生争议（案件编号：{case.number}），现委托上列受托人作为代理人，{agent.matters}。', when: 'by.employer' },
    { heading: '代理权限' },
    { boxes: 'agent.authority' },
    { paragraph: '委托期限：{agent.until}。', when: 'agent.until' },
    { closing: ['委托人（签名或者盖章）', '受托人（签名）'] },
    { note: '代为承认、放弃、变更请求，进行和解，须有委托人的特别授权。受托人为律师的，另附律师事务所函和执业证复印件。' },
  ],
};
