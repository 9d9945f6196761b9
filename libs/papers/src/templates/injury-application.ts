import type { Template } from './template.js';

/** What the annex of 工伤认定办法 asks for; the employer's opinion and the authority's notes are theirs to write. */
export const injuryApplication: Template = {
  title: { zh: '工伤认定申请表', en: 'Application for recognition of a work injury' },
  use: { zh: '向人社部门申请认定工伤时交。单位应当在受伤后30天内申请；单位不申请的，本人、近亲属或者工会可以在一年内直接申请。', en: 'Asks the authority to recognise a work injury: the employer has 30 days; if it does not apply, the worker, close relatives or the union may within a year.' },
  of: 'worker',
  source: '工伤保险条例 Art 17, 18; 工伤认定办法 Art 6, 8',
  required: [
    'injury.applicant', 'claimant.name', 'claimant.idNumber', { field: 'claimant.sex', when: 'claimant.idNumber' }, { field: 'claimant.bornOn', when: 'claimant.idNumber' }, 'claimant.address', 'claimant.phone',
    'employer.name', 'employer.address', 'employment.position', 'injury.happenedOn', 'injury.place', 'injury.cause', 'injury.harm', 'addressee.injury',
  ],
  optional: ['injury.disease', 'injury.exposure'],
  open: ['claimant.mailing', 'employer.phone', 'employment.startDate', 'injury.time', 'injury.diagnosedOn', 'story'],
  parts: [
    { heading: '一、申请人和受伤职工' },
    {
      fields: [
        'injury.applicant', { label: '受伤职工', text: '{claimant.name}' }, 'claimant.sex', 'claimant.bornOn', 'claimant.idNumber', 'claimant.phone', 'claimant.address', 'claimant.mailing',
        { label: '工作单位', text: '{employer.name}' }, { label: '单位地址', text: '{employer.address}' }, 'employer.phone', { label: '职业、工种或者工作岗位', text: '{employment.position}' }, { label: '参加工作时间', text: '{employment.startDate}' },
      ],
    },
    { heading: '二、事故' },
    { fields: ['injury.happenedOn', 'injury.time', 'injury.place', 'injury.cause', 'injury.diagnosedOn', 'injury.harm', 'injury.disease', 'injury.exposure'] },
    { heading: '三、受伤经过' },
    { paragraph: '{story}' },
    { heading: '四、申请事项' },
    { paragraph: '申请认定{claimant.name}所受伤害为工伤。申请人保证所填内容真实。' },
    { closing: ['申请人（签名或者盖章）'], to: 'addressee.injury', attached: ['劳动合同等劳动关系（包括事实劳动关系）证明', '医疗诊断证明或者职业病诊断证明书（鉴定书）', '受伤职工身份证复印件'] },
    { heading: '五、单位和社会保险行政部门填写' },
    {
      fields: [
        { label: '用人单位意见', text: '\n\n' }, { label: '经办人签名、单位盖章和日期', text: '\n\n' },
        { label: '社会保险行政部门审查资料和受理意见', text: '\n\n' }, { label: '经办人、负责人签名，盖章和日期', text: '\n\n' },
      ],
    },
    { note: '单位不填意见或者不同意，不影响本人、近亲属或者工会申请；单位认为不是工伤的，由单位举证。材料不完整的，应当一次性书面告知要补正的全部材料（《工伤保险条例》第十八条、第十九条）。' },
  ],
};
